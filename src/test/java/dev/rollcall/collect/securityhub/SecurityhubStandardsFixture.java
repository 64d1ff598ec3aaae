package dev.rollcall.collect.securityhub;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.securityhub.model.GetEnabledStandardsResponse;
import software.amazon.awssdk.services.securityhub.model.StandardsSubscription;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code securityhub-standards}. */
class SecurityhubStandardsFixture implements SourceFixture {

	private static final String ARN = "arn:aws:securityhub:::standards/";

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("securityhub:GetEnabledStandards", GetEnabledStandardsResponse::builder,
				"StandardsSubscriptions", SecurityhubStandardsFixture::standard));
	}

	private static Object standard(int n) {
		return StandardsSubscription.builder()
			.standardsArn(ARN + n)
			.standardsSubscriptionArn("arn:subscription/" + n)
			.standardsStatus("READY")
			.build();
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return SecurityhubFixture.isOn(truth) ? MotoAnswer.refused("securityhub:GetEnabledStandards")
				: MotoAnswer.empty();
	}

}
