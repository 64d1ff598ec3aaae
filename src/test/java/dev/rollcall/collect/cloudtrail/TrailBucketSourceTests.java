package dev.rollcall.collect.cloudtrail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.CellFailure;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.collect.Exclusions;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.Thing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class TrailBucketSourceTests {

	private static final String BUCKET = "arn:aws:s3:::logs";

	private static final String BLOCK = "s3:GetPublicAccessBlock";

	private static final String ACL = "s3:GetBucketAcl";

	private static final String LOCK = "s3:GetObjectLockConfiguration";

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws).home("eu-west-1");

	private final TrailBucketSource source = new TrailBucketSource();

	@BeforeEach
	void answer() {
		new TrailBucketFixture().answers().forEach(this.aws::on);
	}

	@Test
	void isTheTrailsOwnersElseThatOfAnAccountInItsName() {
		AccountId member = new AccountId(Cells.MEMBER);
		assertThat(things("arn:aws:cloudtrail:eu-west-1:222222222222:trail/t", "logs"))
			.containsExactly(new Thing(BUCKET, "global", List.of(member)));
		assertThat(things("arn:aws-cn:cloudtrail:cn-north-1:222222222222:trail/t",
				"aws-controltower-logs-333333333333-cn-north-1"))
			.containsExactly(new Thing("arn:aws-cn:s3:::aws-controltower-logs-333333333333-cn-north-1", "global",
					List.of(member, new AccountId(Cells.OTHER))));
		assertThat(things("arn:aws:cloudtrail:eu-west-1:222222222222:trail/t", "of-999999999990-1234567890123"))
			.extracting(Thing::owners)
			.containsExactly(List.of(member));
		assertThat(things("arn:aws:cloudtrail:eu-west-1:222222222222:trail/t", null)).isEmpty();
	}

	@Test
	void isTheLogArchivesBeforeThatOfAnAccountInItsName() {
		NightScope night = new NightScope(this.cells.night().discovery(), Exclusions.NONE,
				Optional.of(new AccountId(Cells.MANAGEMENT)));
		assertThat(this.source.things(row("arn:aws:cloudtrail:eu-west-1:222222222222:trail/t", "logs-333333333333"),
				night))
			.extracting(Thing::owners)
			.containsExactly(
					List.of(new AccountId(Cells.MEMBER), new AccountId(Cells.MANAGEMENT), new AccountId(Cells.OTHER)));
	}

	@Test
	void readsABucketAsItsOwners() {
		assertThat(Cells.evidence(read()))
			.containsExactly(new TrailBucket(BUCKET, true, "eu-west-1", false, List.of("READ to AllUsers"), true, true,
					TransportDemand.ALL, "log", "Enabled", false, true, "COMPLIANCE", 400));
		assertThat(this.aws.calls(BLOCK).get(0).request(GetPublicAccessBlockRequest.class))
			.extracting(GetPublicAccessBlockRequest::bucket, GetPublicAccessBlockRequest::expectedBucketOwner)
			.containsExactly("logs", Cells.OTHER);
		assertThat(this.aws.calls("s3:GetBucketPolicyStatus").get(0).request(GetBucketPolicyStatusRequest.class))
			.extracting(GetBucketPolicyStatusRequest::expectedBucketOwner)
			.isEqualTo(Cells.OTHER);
	}

	@Test
	void takesWhatWasNeverSetForAnAnswer() {
		this.aws.on(BLOCK, refusing(404, "NoSuchPublicAccessBlockConfiguration"))
			.on("s3:GetBucketPolicyStatus", refusing(404, "NoSuchBucketPolicy"))
			.on("s3:GetBucketPolicy", refusing(404, "NoSuchBucketPolicy"))
			.on(LOCK, refusing(404, "ObjectLockConfigurationNotFoundError"))
			.on(ACL, Answer.of(GetBucketAclResponse.builder().grants(List.of()).build()));
		assertThat(Cells.evidence(read())).containsExactly(new TrailBucket(BUCKET, true, "eu-west-1", false, List.of(),
				false, false, TransportDemand.NONE, "log", "Enabled", false, false, null, null));
	}

	@Test
	void countsWhatAllAccountsOfAwsMayDoForPublicAndNoOther() {
		this.aws.on(ACL, Answer.of(GetBucketAclResponse.builder()
			.grants((grant) -> grant.permission("WRITE_ACP")
				.grantee((group) -> group.type("Group")
					.uri("http://acs.amazonaws.com/groups/global/AuthenticatedUsers")),
					(grant) -> grant.permission("WRITE")
						.grantee((group) -> group.type("Group").uri("http://acs.amazonaws.com/groups/s3/LogDelivery")),
					(grant) -> grant.permission("FULL_CONTROL")
						.grantee((somebody) -> somebody.type("CanonicalUser").id("1")))
			.build()));
		assertThat(read().evidence(TrailBucket.class)).extracting(TrailBucket::publicGrants)
			.containsExactly(List.of("WRITE_ACP to AuthenticatedUsers"));
		this.aws.on(ACL, Answer.of(GetBucketAclResponse.builder()
			.grants((grant) -> grant.permission("READ")
				.grantee((group) -> group.type("Group").uri("http://acs.amazonaws.com/groups/global/Everything")))
			.build()));
		assertThat(read().status()).isEqualTo(CellStatus.FAILED);
	}

	@Test
	void countsAYearAs365Days() {
		this.aws.on(LOCK,
				Answer.of(GetObjectLockConfigurationResponse.builder()
					.objectLockConfiguration((lock) -> lock.objectLockEnabled("Enabled")
						.rule((rule) -> rule.defaultRetention((retention) -> retention.mode("GOVERNANCE").years(2))))
					.build()));
		assertThat(read().evidence(TrailBucket.class)).extracting(TrailBucket::lockMode, TrailBucket::lockDays)
			.containsExactly(tuple("GOVERNANCE", 730));
	}

	@ParameterizedTest
	@CsvSource({ "301, PermanentRedirect, true", "400, AuthorizationHeaderMalformed, false",
			"400, IllegalLocationConstraintException, true" })
	void asksWhereTheBucketLies(int status, String code, boolean header) {
		this.aws.on(FakeAws.ANY, "eu-west-1", BLOCK, Answer.failing(elsewhere(status, code, header, "us-west-2")));
		CellResult cell = read();
		assertThat(cell.evidence(TrailBucket.class)).extracting(TrailBucket::bucketRegion).containsExactly("us-west-2");
		assertThat(this.aws.calls()).filteredOn((call) -> call.operation().startsWith("s3:"))
			.extracting(FakeAws.Call::region)
			.containsExactly("eu-west-1", "us-west-2", "us-west-2", "us-west-2", "us-west-2", "us-west-2", "us-west-2",
					"us-west-2");
	}

	@Test
	void isNotSentBackAndForth() {
		this.aws.on(FakeAws.ANY, "eu-west-1", BLOCK,
				Answer.failing(elsewhere(301, "PermanentRedirect", true, "us-west-2")));
		this.aws.on(FakeAws.ANY, "us-west-2", BLOCK,
				Answer.failing(elsewhere(301, "PermanentRedirect", true, "eu-west-1")));
		assertThat(read().status()).isEqualTo(CellStatus.FAILED);
		assertThat(this.aws.calls(BLOCK)).hasSize(2);
	}

	@Test
	void aRefusalThatNamesNoPolicyOfTheAccountsMayBeThatOfAStranger() {
		this.aws.on(BLOCK, refusing(403, "AccessDenied"));
		assertThat(read().failure()).extracting(CellFailure::errorCode).isEqualTo("OWNER_UNKNOWN");
	}

	@Test
	void aRefusalByAPolicyOfTheAccountsIsADenial() {
		for (String policy : List.of("no identity-based policy", "no session policy",
				"with an explicit deny in a service control policy", "no permissions boundary")) {
			this.aws.on(BLOCK, Answer.refusing(403, "AccessDenied", "not authorized because " + policy));
			assertThat(read().status()).isEqualTo(CellStatus.DENIED);
		}
	}

	/** Its bucket policy may deny one of the questions to everybody. */
	@Test
	void aRefusalOfTheOwnerIsADenialThatNamesThePermission() {
		this.aws.on(ACL, refusing(403, "AccessDenied"));
		assertThat(read().failure()).extracting(CellFailure::status, CellFailure::operation)
			.containsExactly(CellStatus.DENIED, ACL);
		this.aws.on(BLOCK, refusing(404, "NoSuchPublicAccessBlockConfiguration"))
			.on("s3:GetBucketPolicyStatus", refusing(403, "AccessDenied"));
		assertThat(read().failure()).extracting(CellFailure::operation).isEqualTo("s3:GetBucketPolicyStatus");
	}

	@Test
	void aBucketThatIsNotThereIsGone() {
		for (String operation : List.of(BLOCK, ACL)) {
			this.aws.on(operation, refusing(404, "NoSuchBucket"));
			assertThat(Cells.evidence(read())).containsExactly(TrailBucket.gone(BUCKET));
		}
	}

	@Test
	void aPageThatIsNotThereIsNoBucketThatIsNotThere() {
		this.aws.on(BLOCK, Answer.refusing(404, null, "not found"));
		assertThat(read().status()).isEqualTo(CellStatus.FAILED);
	}

	@Test
	void anAnswerThatSaysNothingIsNone() {
		Map<String, Answer> nothings = Map.of("s3:GetBucketLogging",
				Answer.of(GetBucketLoggingResponse.builder().build()), "s3:GetBucketVersioning",
				Answer.of(GetBucketVersioningResponse.builder().build()), LOCK,
				Answer.of(GetObjectLockConfigurationResponse.builder()
					.objectLockConfiguration((lock) -> lock.objectLockEnabled("Enabled")
						.rule((rule) -> rule.defaultRetention((retention) -> retention.mode("GOVERNANCE"))))
					.build()));
		nothings.forEach((operation, nothing) -> {
			answer();
			this.aws.on(operation, nothing);
			assertThat(read().status()).as(operation).isEqualTo(CellStatus.FAILED);
		});
	}

	private static Answer refusing(int status, String code) {
		return Answer.refusing(status, code, "Access Denied");
	}

	private static AwsServiceException elsewhere(int status, String code, boolean header, String region) {
		SdkHttpFullResponse.Builder response = SdkHttpFullResponse.builder().statusCode(status);
		if (header) {
			response.putHeader("x-amz-bucket-region", region);
		}
		return S3Exception.builder()
			.statusCode(status)
			.message(code)
			.awsErrorDetails(AwsErrorDetails.builder()
				.errorCode(code)
				.errorMessage(code)
				.sdkHttpResponse(response.build())
				.rawResponse(SdkBytes.fromUtf8String("<Error><Code>" + code + "</Code>"
						+ (header ? "" : "<Region>" + region + "</Region>") + "</Error>"))
				.build())
			.build();
	}

	private CellResult read() {
		return this.cells.read(this.source, Cells.OTHER,
				new Thing(BUCKET, "global", List.of(new AccountId(Cells.OTHER))));
	}

	private List<Thing> things(String arn, @Nullable String bucket) {
		return this.source.things(row(arn, bucket), this.cells.night());
	}

	private static EvidenceRow row(String arn, @Nullable String bucket) {
		Trail trail = new Trail(arn, "t", true, false, true, true, null, bucket, ManagementEvents.ALL, false, null,
				null, null, true, List.of("*"), List.of("*"), List.of(), List.of(), List.of(), List.of(), List.of(),
				List.of(), null, null, null, null, null, null, null, null, null);
		return new EvidenceRow(new AccountId(Cells.MEMBER), "eu-west-1", "cloudtrail", Instant.EPOCH, trail);
	}

}
