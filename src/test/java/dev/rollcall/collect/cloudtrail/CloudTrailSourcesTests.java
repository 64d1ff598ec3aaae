package dev.rollcall.collect.cloudtrail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.Exclusions;
import dev.rollcall.organization.AccountState;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.TrailNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;

class CloudTrailSourcesTests {

	private static final String OUTSIDE = "444444444444";

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws);

	private final TrailSource trails = new TrailSource();

	private final TrailElsewhereSource elsewhere = new TrailElsewhereSource();

	@Test
	void readsATrailWithItsStatusAndSelectorsByArn() {
		shown(trail(Cells.MEMBER, "eu-west-1", "own"));
		this.aws.on("cloudtrail:GetTrailStatus",
				Answer.of(GetTrailStatusResponse.builder()
					.isLogging(true)
					.latestDeliveryError("AccessDenied")
					.latestDeliveryTime(day(1))
					.latestCloudWatchLogsDeliveryError("a log group error")
					.latestCloudWatchLogsDeliveryTime(day(2))
					.latestDigestDeliveryError("a digest error")
					.latestDigestDeliveryTime(day(3))
					.latestNotificationError("a notification error")
					.latestNotificationTime(day(4))
					.startLoggingTime(day(5))
					.stopLoggingTime(day(6))
					.build()));
		selectors(List.of(EventSelector.builder()
			.readWriteType("WriteOnly")
			.includeManagementEvents(true)
			.dataResources((data) -> data.type("AWS::S3::Object").values("arn:aws:s3"),
					(data) -> data.type("AWS::Lambda::Function").values("arn:aws:lambda:eu-west-1:1:function:one"))
			.build()), List.of());
		assertThat(this.cells.evidence(this.trails)).containsExactly(new Trail(arn(Cells.MEMBER, "eu-west-1", "own"),
				"own", true, false, true, true, "key", "bucket", ManagementEvents.WRITE_ONLY, true, "log-group",
				"AccessDenied", day(1), true, List.of(), List.of("*"), List.of(), List.of(), List.of(),
				List.of("AWS::S3::Object"), List.of("AWS::Lambda::Function of arn:aws:lambda:eu-west-1:1:function:one"),
				List.of(), "a log group error", day(2), "a digest error", day(3), "topic", "a notification error",
				day(4), day(5), day(6)));
		assertThat(this.aws.calls("cloudtrail:DescribeTrails")).singleElement()
			.satisfies((call) -> assertThat(call.request(DescribeTrailsRequest.class).includeShadowTrails()).isFalse());
		assertThat(this.aws.calls("cloudtrail:GetTrailStatus")).singleElement()
			.satisfies((call) -> assertThat(call.request(GetTrailStatusRequest.class).name())
				.isEqualTo(arn(Cells.MEMBER, "eu-west-1", "own")));
		assertThat(this.aws.calls("cloudtrail:GetEventSelectors")).singleElement()
			.satisfies((call) -> assertThat(call.request(GetEventSelectorsRequest.class).trailName())
				.isEqualTo(arn(Cells.MEMBER, "eu-west-1", "own")));
	}

	@Test
	void aRegionWithoutTrailsIsRead() {
		shown();
		CellResult result = this.cells.read(this.trails);
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.rows()).isEmpty();
	}

	@Test
	void leavesShadowsOutThoughTheyAreShown() {
		shown(trail(Cells.MEMBER, "us-east-1", "elsewhere"), trail(Cells.MANAGEMENT, "eu-west-1", "organization"),
				trail(Cells.MEMBER, "eu-west-1", "own"));
		readable();
		assertThat(this.cells.read(this.trails).evidence(Trail.class)).extracting(Trail::name).containsExactly("own");
	}

	@Test
	void aTrailWhoseStatusIsDeniedMakesTheCellAGapWithoutRows() {
		shown(trail(Cells.MEMBER, "eu-west-1", "one"), trail(Cells.MEMBER, "eu-west-1", "two"));
		readable();
		this.aws.on("cloudtrail:GetTrailStatus",
				Answer.inTurn(Answer.of(GetTrailStatusResponse.builder().isLogging(true).build()),
						Answer.refusing(400, "AccessDeniedException", "no")));
		CellResult result = this.cells.read(this.trails);
		assertThat(result.status()).isEqualTo(CellStatus.DENIED);
		assertThat(result.rows()).isEmpty();
	}

	@Test
	void noticesDataEventsOfAdvancedSelectors() {
		shown(trail(Cells.MEMBER, "eu-west-1", "own"));
		readable();
		selectors(List.of(), List.of(selector(equal("eventCategory", "Data"))));
		assertThat(this.cells.read(this.trails).evidence(Trail.class)).singleElement().satisfies((trail) -> {
			assertThat(trail.dataEvents()).isTrue();
			assertThat(trail.managementEvents()).isEqualTo(ManagementEvents.NONE);
		});
	}

	@Test
	void aStatusThatDoesNotSayLoggingIsNoAnswer() {
		shown(trail(Cells.MEMBER, "eu-west-1", "own"));
		readable();
		this.aws.on("cloudtrail:GetTrailStatus",
				Answer.of(GetTrailStatusResponse.builder().latestDeliveryError("").build()));
		CellResult result = this.cells.read(this.trails);
		assertThat(result.status()).isEqualTo(CellStatus.FAILED);
		assertThat(result.rows()).isEmpty();
	}

	@Test
	void aTrailThatDoesNotSayWhomItRecordsIsNoAnswer() {
		var trail = trail(Cells.MEMBER, "eu-west-1", "own");
		for (var half : List.of(trail.copy((it) -> it.isMultiRegionTrail(null)),
				trail.copy((it) -> it.isOrganizationTrail(null)))) {
			shown(half);
			readable();
			assertThat(this.cells.read(this.trails).status()).isEqualTo(CellStatus.FAILED);
			assertThat(this.cells.read(this.elsewhere).status()).isEqualTo(CellStatus.FAILED);
		}
	}

	@Test
	void aTrailOfAnotherOwnerIsGoneOnlyWhereItShowsNoLonger() {
		var trail = trail(OUTSIDE, "eu-west-1", "organization");
		this.aws.on("cloudtrail:GetTrailStatus",
				Answer.failing(TrailNotFoundException.builder().statusCode(400).message("not found").build()));
		shown(trail);
		CellResult result = this.cells.read(this.elsewhere);
		assertThat(result.status()).isEqualTo(CellStatus.FAILED);
		assertThat(result.rows()).isEmpty();
		this.aws.on("cloudtrail:DescribeTrails",
				Answer.inTurn(Answer.of(DescribeTrailsResponse.builder().trailList(trail).build()),
						Answer.of(DescribeTrailsResponse.builder().build())));
		result = this.cells.read(this.elsewhere);
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.evidence(TrailShadow.class)).isEmpty();
	}

	@Test
	void showsEveryTrailAndReadsNoneThatAnotherCellReads() {
		shown(trail(Cells.MEMBER, "us-east-1", "own"), trail(Cells.MANAGEMENT, "eu-west-1", "organization"));
		CellResult result = this.cells.read(this.elsewhere);
		assertThat(result.evidence(Trail.class)).isEmpty();
		assertThat(Cells.evidence(result)).containsExactly(new TrailList("eu-west-1", 2),
				new TrailShadow(arn(Cells.MEMBER, "us-east-1", "own"), "own", Cells.MEMBER, "us-east-1", true, false,
						"eu-west-1"),
				new TrailShadow(arn(Cells.MANAGEMENT, "eu-west-1", "organization"), "organization", Cells.MANAGEMENT,
						"eu-west-1", true, false, "eu-west-1"));
		assertThat(this.aws.calls("cloudtrail:DescribeTrails")).singleElement()
			.satisfies((call) -> assertThat(call.request(DescribeTrailsRequest.class).includeShadowTrails()).isTrue());
	}

	@Test
	void readsATrailAtHomeInARegionThatIsNotAsked() {
		shown(trail(Cells.MEMBER, "sa-east-1", "far"));
		readable();
		CellResult result = this.cells.read(this.elsewhere);
		assertThat(row(result)).satisfies((row) -> {
			assertThat(row.account()).isEqualTo(new AccountId(Cells.MEMBER));
			assertThat(row.region()).isEqualTo("sa-east-1");
			assertThat(row.source()).isEqualTo("cloudtrail-elsewhere");
		});
		assertThat(this.aws.calls("cloudtrail:GetTrailStatus")).extracting(Call::region).containsExactly("sa-east-1");
		assertThat(this.aws.calls("cloudtrail:GetEventSelectors")).extracting(Call::region)
			.containsExactly("sa-east-1");
	}

	@Test
	void leavesATrailInARegionThatIsNotAskedToItsOwner() {
		shown(trail(Cells.MANAGEMENT, "sa-east-1", "organization"));
		assertThat(this.cells.read(this.elsewhere).evidence(Trail.class)).isEmpty();
	}

	@Test
	void readsATrailWhoseOwnerIsNotOnTheRosterAndKeepsItWhereItShows() {
		shown(trail(OUTSIDE, "eu-west-1", "organization"));
		readable();
		assertThat(row(this.cells.read(this.elsewhere))).satisfies((row) -> {
			assertThat(row.account()).isEqualTo(new AccountId(Cells.MEMBER));
			assertThat(row.region()).isEqualTo("eu-west-1");
		});
	}

	@Test
	void readsATrailWhoseOwnerIsNotCalledAndKeepsItWhereItShows() {
		this.cells.accounts(Cells.account(Cells.MANAGEMENT, AccountState.SUSPENDED), Cells.active(Cells.MEMBER));
		shown(trail(Cells.MANAGEMENT, "eu-west-1", "organization"));
		readable();
		assertThat(row(this.cells.read(this.elsewhere)).account()).isEqualTo(new AccountId(Cells.MEMBER));
	}

	@Test
	void readsTrailsThatTheExcludedSourceWouldHaveRead() {
		this.cells.without(new Exclusions(Set.of(), Set.of(), Set.of("cloudtrail")));
		shown(trail(Cells.MEMBER, "eu-west-1", "own"));
		readable();
		assertThat(this.cells.read(this.elsewhere).evidence(Trail.class)).hasSize(1);
	}

	@Test
	void saysWhereItWasAnsweredThatNoTrailShows() {
		shown();
		this.aws.on(Cells.MEMBER, "eu-west-1", "cloudtrail:DescribeTrails",
				Answer.refusing(400, "AccessDeniedException", "no"));
		assertThat(this.cells.evidence(this.elsewhere)).containsExactly(new TrailList("us-east-1", 0));
	}

	@Test
	void asksTheNextRegionWhenTheFirstRefuses() {
		shown();
		this.aws.on(Cells.MEMBER, "eu-west-1", "cloudtrail:DescribeTrails",
				Answer.refusing(400, "AccessDeniedException", "with an explicit deny in a service control policy"));
		CellResult result = this.cells.read(this.elsewhere);
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(this.aws.calls("cloudtrail:DescribeTrails")).extracting(Call::region)
			.containsExactly("eu-west-1", "us-east-1");
	}

	@Test
	void asksTheNextRegionWhenTheFirstIsThrottledToTheEnd() {
		shown();
		this.aws.on(Cells.MEMBER, "eu-west-1", "cloudtrail:DescribeTrails",
				Answer.refusing(400, "ThrottlingException", "Rate exceeded"));
		CellResult result = this.cells.read(this.elsewhere);
		assertThat(result.status()).isEqualTo(CellStatus.READ);
	}

	@Test
	void isAGapWhenNoRegionAnswers() {
		this.aws.on("cloudtrail:DescribeTrails", Answer.refusing(401, "OptInRequired", "not opted in"));
		CellResult result = this.cells.read(this.elsewhere);
		assertThat(result.status()).isEqualTo(CellStatus.FAILED);
		assertThat(result.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.errorCode()).isEqualTo("OptInRequired"));
	}

	@Test
	void asksNoExcludedRegion() {
		this.cells.without(new Exclusions(Set.of(), Set.of("eu-west-1"), Set.of()));
		shown();
		this.cells.read(this.elsewhere);
		assertThat(this.aws.calls("cloudtrail:DescribeTrails")).extracting(Call::region).containsExactly("us-east-1");
	}

	private static EvidenceRow row(CellResult result) {
		return result.rows().stream().filter((row) -> row.evidence() instanceof Trail).findFirst().orElseThrow();
	}

	private void shown(software.amazon.awssdk.services.cloudtrail.model.Trail... trails) {
		this.aws.on("cloudtrail:DescribeTrails", Answer.of(DescribeTrailsResponse.builder().trailList(trails).build()));
	}

	private void readable() {
		this.aws.on("cloudtrail:GetTrailStatus", Answer.of(GetTrailStatusResponse.builder().isLogging(true).build()));
		selectors(List.of(), List.of());
	}

	private void selectors(List<EventSelector> selectors, List<AdvancedEventSelector> advanced) {
		this.aws.on("cloudtrail:GetEventSelectors",
				Answer.of(GetEventSelectorsResponse.builder()
					.eventSelectors(selectors)
					.advancedEventSelectors(advanced)
					.build()));
	}

	private static software.amazon.awssdk.services.cloudtrail.model.Trail trail(String owner, String home,
			String name) {
		return software.amazon.awssdk.services.cloudtrail.model.Trail.builder()
			.trailARN(arn(owner, home, name))
			.name(name)
			.homeRegion(home)
			.isMultiRegionTrail(true)
			.isOrganizationTrail(false)
			.logFileValidationEnabled(true)
			.kmsKeyId("key")
			.s3BucketName("bucket")
			.cloudWatchLogsLogGroupArn("log-group")
			.snsTopicARN("topic")
			.includeGlobalServiceEvents(true)
			.build();
	}

	private static String arn(String owner, String home, String name) {
		return "arn:aws:cloudtrail:" + home + ":" + owner + ":trail/" + name;
	}

	private static Instant day(int day) {
		return Instant.EPOCH.plus(day, ChronoUnit.DAYS);
	}

	private static AdvancedEventSelector selector(AdvancedFieldSelector... fields) {
		return AdvancedEventSelector.builder().name("whatever").fieldSelectors(fields).build();
	}

	private static AdvancedFieldSelector equal(String field, String value) {
		return AdvancedFieldSelector.builder().field(field).equalsValue(value).build();
	}

}
