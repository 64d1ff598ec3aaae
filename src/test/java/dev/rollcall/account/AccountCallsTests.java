package dev.rollcall.account;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;

import dev.rollcall.account.CallGivenUpException.Reason;
import dev.rollcall.account.FakeAws.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.User;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("runtime")
class AccountCallsTests {

	private static final AccountId MEMBER = new AccountId("111111111111");

	private static final Answer LOGGING = Answer.of(GetTrailStatusResponse.builder().isLogging(true).build());

	private static final Answer THROTTLED = Answer.refusing(400, "ThrottlingException", "Rate exceeded");

	private final FakeTime time = new FakeTime();

	private final FakeAws aws = new FakeAws(this.time);

	private final CallEnvironment environment = this.aws.environment(1);

	private final AccountSession session = this.aws.sessions(this.environment).of(MEMBER);

	private final AccountCalls calls = this.session.calls("question");

	@Test
	void signsForTheAccountAndLogsTheOperationAsItsIamAction() {
		this.aws.on("cloudtrail:GetTrailStatus", LOGGING);
		assertThat(status().isLogging()).isTrue();
		assertThat(this.aws.calls("cloudtrail:GetTrailStatus")).singleElement().satisfies((call) -> {
			assertThat(call.account()).isEqualTo("111111111111");
			assertThat(call.region()).isEqualTo("eu-west-1");
		});
		assertThat(this.calls.log().lastOperation()).isEqualTo("cloudtrail:GetTrailStatus");
		assertThat(this.calls.log().operations()).containsExactly("cloudtrail:GetTrailStatus");
		assertThat(this.calls.log().calls()).isEqualTo(1);
		assertThat(this.calls.log().repeated()).isZero();
		assertThat(this.calls.log().lastRequestId()).isEqualTo("request-3");
	}

	@Test
	void sendsWhatDefaultMethodsWithoutArgumentsSend() {
		this.aws.on("iam:GetAccountSummary", Answer.of(GetAccountSummaryResponse.builder().build()));
		this.calls.client(IamClient.class, FakeAws.HOME).getAccountSummary();
		assertThat(this.calls.log().operations()).containsExactly("iam:GetAccountSummary");
	}

	@Test
	void sendsEachPageOfThePaginatorsThatTheSdkGives() {
		this.aws.on("iam:ListUsers", (call) -> (call.request(ListUsersRequest.class).marker() == null)
				? users("anna").isTruncated(true).marker("2").build() : users("ben").isTruncated(false).build());
		IamClient iam = this.calls.client(IamClient.class, FakeAws.HOME);
		assertThat(iam.listUsersPaginator((request) -> request.maxItems(1)).users()).extracting(User::userName)
			.containsExactly("anna", "ben");
		assertThat(this.calls.log().calls()).isEqualTo(2);
	}

	@Test
	void repeatsAThrottledCallUntilItIsAnswered() {
		List<Answer> answers = new ArrayList<>(Answer.times(7, THROTTLED));
		answers.add(LOGGING);
		this.aws.on("cloudtrail:GetTrailStatus", Answer.inTurn(answers.toArray(Answer[]::new)));
		assertThat(status().isLogging()).isTrue();
		assertThat(this.calls.log().calls()).isEqualTo(8);
		assertThat(this.calls.log().repeated()).isEqualTo(7);
	}

	@Test
	void takesStatus429AsAThrottleWhateverItsCode() {
		this.aws.on("cloudtrail:GetTrailStatus",
				Answer.inTurn(Answer.refusing(429, "LimitExceededException", "slow"), LOGGING));
		assertThat(status().isLogging()).isTrue();
		assertThat(this.time.parked()).hasSize(1);
	}

	@Test
	void givesUpAThrottledCallWhenTheCellsTimeIsOver() {
		this.aws.on("cloudtrail:GetTrailStatus", THROTTLED);
		assertThatExceptionOfType(CallGivenUpException.class).isThrownBy(this::status)
			.withMessage("cloudtrail:GetTrailStatus was refused as too frequent until its time was over: Rate exceeded"
					+ " (Service: null, Status Code: 400, Request ID: request-of-ThrottlingException)")
			.satisfies((givenUp) -> assertThat(givenUp.reason()).isEqualTo(Reason.THROTTLED));
		assertThat(Duration.ofNanos(this.time.getAsLong())).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
		assertThat(this.calls.log().lastRequestId()).isEqualTo("request-of-ThrottlingException");
	}

	@Test
	void anAnswerGivesTheCellItsTimeAgain() {
		this.aws.on("cloudtrail:GetTrailStatus", LOGGING);
		for (int page = 0; page < 3; page++) {
			this.time.pass(Duration.ofMinutes(4));
			assertThat(status().isLogging()).isTrue();
		}
	}

	@Test
	void beginsNoCallAfterTheNightsEnd() {
		AccountSession own = this.aws.sessions(this.environment).own();
		this.time.pass(Deadlines.DEFAULT.night().plusSeconds(1));
		AccountCalls late = own.calls("question");
		assertThatExceptionOfType(CallGivenUpException.class)
			.isThrownBy(() -> late.client(CloudTrailClient.class, Region.EU_WEST_1)
				.getTrailStatus((request) -> request.name("t")))
			.satisfies((givenUp) -> assertThat(givenUp.reason()).isEqualTo(Reason.TIMED_OUT));
		assertThat(this.aws.calls("cloudtrail:GetTrailStatus")).isEmpty();
	}

	@Test
	void repeatsServerErrorsAndBrokenConnectionsUpToThreeTries() {
		this.aws.on("cloudtrail:GetTrailStatus", Answer.inTurn(Answer.refusing(503, null, "<html>"),
				Answer.failing(FakeAws.broken(new IOException("Connection reset"))), LOGGING));
		assertThat(status().isLogging()).isTrue();
		assertThat(this.calls.log().repeated()).isEqualTo(2);
	}

	@Test
	void throwsTheThirdServerError() {
		this.aws.on("cloudtrail:GetTrailStatus",
				Answer.inTurn(Answer.times(3, Answer.refusing(500, "InternalFailure", "oops")).toArray(Answer[]::new)));
		assertThatExceptionOfType(AwsServiceException.class).isThrownBy(this::status)
			.satisfies((failure) -> assertThat(failure.statusCode()).isEqualTo(500));
		assertThat(this.calls.log().calls()).isEqualTo(3);
	}

	@Test
	void repeatsFailedCallsOfACellTenTimesAndThenOncePerTenAnswers() {
		this.aws.on("cloudtrail:GetTrailStatus", Answer.refusing(500, "InternalFailure", "oops"));
		for (int call = 0; call < 20; call++) {
			assertThatExceptionOfType(AwsServiceException.class).isThrownBy(this::status);
		}
		assertThat(this.calls.log().repeated()).isEqualTo(10);
		this.aws.on("cloudtrail:GetTrailStatus", LOGGING);
		for (int call = 0; call < 11; call++) {
			status();
		}
		this.aws.on("cloudtrail:GetTrailStatus",
				Answer.inTurn(Answer.refusing(500, "InternalFailure", "oops"), LOGGING));
		assertThat(status().isLogging()).isTrue();
	}

	@Test
	void asksStsLongerThanOthersWhenItFails() {
		this.aws.on("sts:AssumeRole", Answer.inTurn(Answer.refusing(500, "InternalFailure", "oops"),
				Answer.refusing(503, "ServiceUnavailable", "oops"), Answer.refusing(500, "InternalFailure", "oops"),
				Answer.refusing(500, "InternalFailure", "oops"), this.aws::letIn));
		this.aws.on("cloudtrail:GetTrailStatus", LOGGING);
		assertThat(status().isLogging()).isTrue();
	}

	@Test
	void countsNoTimeAtTheAccountsDoorAsSilenceBehindIt() {
		this.aws.on("sts:AssumeRole", (call) -> {
			this.time.pass(Duration.ofMinutes(6));
			return this.aws.letIn(call);
		});
		this.aws.on("cloudtrail:GetTrailStatus", LOGGING);
		assertThat(status().isLogging()).isTrue();
	}

	@Test
	void repeatsNoFailureAfterTheCallsTimeIsOver() {
		this.aws.on("cloudtrail:GetTrailStatus", (call) -> {
			this.time.pass(Duration.ofSeconds(31));
			throw ApiCallAttemptTimeoutException.create(10_000);
		});
		assertThatExceptionOfType(ApiCallAttemptTimeoutException.class).isThrownBy(this::status);
		assertThat(this.calls.log().calls()).isEqualTo(1);
	}

	@Test
	void repeatsTimeoutsOfOurMakingWithoutCountingThem() {
		Answer late = losing(Duration.ofSeconds(60), Duration.ofSeconds(9));
		this.aws.on("cloudtrail:GetTrailStatus", Answer.inTurn(late, late, late, late, LOGGING));
		assertThat(status().isLogging()).isTrue();
		assertThat(this.calls.log().repeated()).isEqualTo(4);
	}

	@Test
	void endsAfterThreeTimeoutsThatWereAwsesHoweverLateWeWere() {
		this.aws.on("cloudtrail:GetTrailStatus", losing(Duration.ofSeconds(60), Duration.ofSeconds(10)));
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(this::status);
		assertThat(this.calls.log().calls()).isEqualTo(3);
	}

	@Test
	void endsWhereEveryTimeoutIsOfOurMaking() {
		this.aws.on("cloudtrail:GetTrailStatus", losing(Duration.ofSeconds(60), Duration.ofSeconds(1)));
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(this::status);
		assertThat(this.calls.log().calls()).isEqualTo(11);
	}

	@Test
	void countsNoTimeWithoutAProcessorAsSilence() {
		this.aws.on("cloudtrail:GetTrailStatus", LOGGING);
		lose(Duration.ofHours(2));
		assertThat(status().isLogging()).isTrue();
	}

	/**
	 * A socket's timeout, after some time that is ours to answer for and some of AWS's.
	 */
	private Answer losing(Duration lost, Duration silent) {
		return (call) -> {
			lose(lost);
			this.time.pass(silent);
			throw FakeAws.broken(new SocketTimeoutException("Read timed out"));
		};
	}

	private void lose(Duration lost) {
		Lateness lateness = this.environment.lateness();
		lateness.set();
		this.time.pass(lost.plusMillis(25));
		lateness.came();
	}

	@Test
	void repeatsNoAnswerThatWouldBeTheSameAgain() {
		this.aws.on("cloudtrail:GetTrailStatus",
				Answer.inTurn(Answer.refusing(403, "AccessDeniedException", "not authorized")));
		assertThatExceptionOfType(AwsServiceException.class).isThrownBy(this::status);
		assertThat(this.calls.log().lastRequestId()).isEqualTo("request-of-AccessDeniedException");
	}

	@Test
	void repeatsNoFailureOfTheSdkItself() {
		this.aws.on("cloudtrail:GetTrailStatus",
				Answer.inTurn(Answer.failing(SdkClientException.create("Unable to unmarshall"))));
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(this::status);
	}

	@Test
	void renewsExpiredCredentialsOnce() {
		this.aws.on("cloudtrail:GetTrailStatus",
				Answer.inTurn(Answer.refusing(403, "ExpiredTokenException", "expired"), LOGGING));
		assertThat(status().isLogging()).isTrue();
		assertThat(this.aws.calls("sts:AssumeRole")).hasSize(2);
		assertThat(this.aws.calls("cloudtrail:GetTrailStatus")).extracting(FakeAws.Call::accessKey)
			.containsExactly("AKID111111111111-1", "AKID111111111111-2");
	}

	@Test
	void throwsWhenRenewedCredentialsAreCalledExpiredToo() {
		this.aws.on("cloudtrail:GetTrailStatus",
				Answer.inTurn(Answer.times(2, Answer.refusing(403, "ExpiredToken", "expired")).toArray(Answer[]::new)));
		assertThatExceptionOfType(AwsServiceException.class).isThrownBy(this::status);
	}

	@Test
	void holdsASlotWhileItCallsAndNoneWhileItWaits() {
		Slots slots = this.environment.slots();
		List<Integer> free = new ArrayList<>();
		Parking watching = (duration) -> {
			free.add(slots.available());
			this.time.park(duration);
		};
		this.aws.on("cloudtrail:GetTrailStatus", Answer.inTurn((call) -> {
			free.add(slots.available());
			throw FakeAws.refusal(400, "Throttling", "Rate exceeded");
		}, LOGGING));
		AccountCalls watched = this.aws.sessions(with(watching)).own().calls("question");
		watched.client(CloudTrailClient.class, Region.EU_WEST_1).getTrailStatus((request) -> request.name("t"));
		assertThat(free).containsExactly(0, 1);
		assertThat(slots.available()).isEqualTo(1);
	}

	@Test
	void isCancelledWhenItIsInterruptedWhileWaiting() {
		Parking interrupted = (duration) -> {
			throw new InterruptedException("stop");
		};
		this.aws.on("cloudtrail:GetTrailStatus", THROTTLED);
		AccountCalls stopped = this.aws.sessions(with(interrupted)).own().calls("question");
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> stopped.client(CloudTrailClient.class, Region.EU_WEST_1)
				.getTrailStatus((request) -> request.name("t")));
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void awaitsWithinTheCellsTimeOnly() {
		this.calls.await(Duration.ofMinutes(3));
		assertThat(this.time.parked()).containsExactly(Duration.ofMinutes(3));
		assertThatExceptionOfType(CallGivenUpException.class).isThrownBy(() -> this.calls.await(Duration.ofMinutes(3)))
			.satisfies((givenUp) -> assertThat(givenUp.reason()).isEqualTo(Reason.TIMED_OUT));
	}

	private GetTrailStatusResponse status() {
		return this.calls.client(CloudTrailClient.class, Region.EU_WEST_1)
			.getTrailStatus((request) -> request.name("trail"));
	}

	private CallEnvironment with(Parking parking) {
		return new CallEnvironment(this.aws, this.environment.slots(), Deadlines.DEFAULT, parking, this.time,
				this.environment.lateness(), Long.MAX_VALUE, new LongAdder());
	}

	private static ListUsersResponse.Builder users(String name) {
		return ListUsersResponse.builder().users(User.builder().userName(name).build());
	}

}
