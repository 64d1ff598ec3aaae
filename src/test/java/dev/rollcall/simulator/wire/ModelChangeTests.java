package dev.rollcall.simulator.wire;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ModelChangeTests {

	private static final DescribeTrailsResponse TRAILS = DescribeTrailsResponse.builder()
		.trailList(trail("a"), trail("b"))
		.build();

	@Test
	void changesEveryElement() {
		assertThat(changed("trailList[*].IsMultiRegionTrail", "true").trailList()).extracting(Trail::isMultiRegionTrail)
			.containsExactly(true, true);
	}

	@Test
	void changesTheElementOfANumberOrOfAMember() {
		assertThat(changed("trailList[1].S3BucketName", "x").trailList()).extracting(Trail::s3BucketName)
			.containsExactly(null, "x");
		assertThat(changed("trailList[Name=a].S3BucketName", "x").trailList()).extracting(Trail::s3BucketName)
			.containsExactly("x", null);
	}

	@Test
	void takesAnElementAway() {
		assertThat(changed("trailList[Name=a]", null).trailList()).containsExactly(trail("b"));
	}

	@Test
	void addsAnElement() {
		assertThat(changed("trailList[+]", "{\"Name\": \"c\"}").trailList()).containsExactly(trail("a"), trail("b"),
				trail("c"));
	}

	@Test
	void makesWhatIsBelowWhereThereIsNothingYet() {
		assertThat(new ModelChange("EventSelectors[+].ReadWriteType", "All")
			.in(GetEventSelectorsResponse.builder().build()))
			.isEqualTo(GetEventSelectorsResponse.builder().eventSelectors((one) -> one.readWriteType("All")).build());
	}

	@Test
	void changesAKeyOfAMap() {
		assertThat(new ModelChange("SummaryMap.AccountMFAEnabled", "0")
			.in(GetAccountSummaryResponse.builder().summaryMapWithStrings(Map.of("AccountMFAEnabled", 1)).build()))
			.isEqualTo(
					GetAccountSummaryResponse.builder().summaryMapWithStrings(Map.of("AccountMFAEnabled", 0)).build());
	}

	@Test
	void leavesAnAnswerWithoutSuchAnElementAsItIs() {
		assertThat(changed("trailList[Name=c].S3BucketName", "x")).isEqualTo(TRAILS);
	}

	@Test
	void refusesMembersThatTheAnswerHasNot() {
		assertThatIllegalArgumentException().isThrownBy(() -> changed("trails", null))
			.withMessage("trails: DescribeTrailsResponse has no 'trails'");
		assertThatIllegalArgumentException().isThrownBy(() -> changed("trailList[0].Name.x", "1"));
	}

	@Test
	void refusesWhatIsNoPath() {
		for (String path : List.of("", "a..b", "a[", "a]")) {
			assertThatIllegalArgumentException().as(path).isThrownBy(() -> new ModelChange(path, null));
		}
	}

	private static DescribeTrailsResponse changed(String path, @Nullable String value) {
		return (DescribeTrailsResponse) new ModelChange(path, value).in(TRAILS);
	}

	private static Trail trail(String name) {
		return Trail.builder().name(name).build();
	}

}
