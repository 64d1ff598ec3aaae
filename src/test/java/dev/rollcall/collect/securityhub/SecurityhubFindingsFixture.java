package dev.rollcall.collect.securityhub;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.GetFindingsResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code securityhub-findings}. */
class SecurityhubFindingsFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("securityhub:GetFindings", GetFindingsResponse::builder, "Findings",
				SecurityhubFindingsFixture::finding));
	}

	private static Object finding(int n) {
		return AwsSecurityFinding.builder()
			.id("finding-" + n)
			.awsAccountId("%012d".formatted(n))
			.region("eu-west-1")
			.compliance((compliance) -> compliance.status("FAILED").securityControlId("IAM.6"))
			.workflow((workflow) -> workflow.status("NEW"))
			.recordState("ACTIVE")
			.severity((severity) -> severity.label("CRITICAL"))
			.build();
	}

	/** moto answers whoever asks, though Security Hub is off. */
	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
