package dev.rollcall.collect.cloudtrail;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code cloudtrail}. */
class TrailFixture implements SourceFixture {

	/** To which the trail delivers. */
	static final String BUCKET = "b";

	@Override
	public Map<String, Answer> answers() {
		return Map.of("cloudtrail:DescribeTrails", TrailFixture::trails, "cloudtrail:GetTrailStatus",
				Answer.of(GetTrailStatusResponse.builder().isLogging(true).build()), "cloudtrail:GetEventSelectors",
				Answer.of(selectors()));
	}

	/** Some of either kind, each of them told apart by what it records. */
	private static GetEventSelectorsResponse selectors() {
		return GetEventSelectorsResponse.builder()
			.eventSelectors((selector) -> selector.readWriteType("WriteOnly").includeManagementEvents(true))
			.advancedEventSelectors((selector) -> selector.fieldSelectors(
					(field) -> field.field("eventCategory").equalsValue("Management"),
					(field) -> field.field("readOnly").equalsValue("true")), TrailFixture::narrow)
			.build();
	}

	private static void narrow(AdvancedEventSelector.Builder selector) {
		selector.fieldSelectors((field) -> field.field("eventCategory").equalsValue("Management"),
				(field) -> field.field("eventName")
					.startsWith("Create")
					.endsWith("User")
					.notEquals("CreateAUser")
					.notStartsWith("CreateB")
					.notEndsWith("CUser"));
	}

	/** A trail of the account's own in each Region; with shadows, one from outside. */
	private static DescribeTrailsResponse trails(Call call) {
		boolean shadows = call.request(DescribeTrailsRequest.class).includeShadowTrails();
		String owner = shadows ? "444444444444" : call.account();
		return DescribeTrailsResponse.builder()
			.trailList((trail) -> trail.trailARN("arn:aws:cloudtrail:" + call.region() + ":" + owner + ":trail/t")
				.name("t")
				.homeRegion(call.region())
				.isMultiRegionTrail(true)
				.isOrganizationTrail(true)
				.s3BucketName(BUCKET)
				.kmsKeyId("arn:aws:kms:" + call.region() + ":" + call.account() + ":key/k"))
			.build();
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
