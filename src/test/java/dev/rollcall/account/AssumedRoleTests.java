package dev.rollcall.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.rollcall.account.FakeAws.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AssumedRoleTests {

	private static final AccountId MEMBER = new AccountId("111111111111");

	private final FakeTime time = new FakeTime();

	private final FakeAws aws = new FakeAws(this.time);

	private final AccountSessions sessions = this.aws.sessions(this.aws.environment(4));

	@Test
	void isAssumedInTheHomeRegionUnderTheRunsName() {
		this.sessions.of(MEMBER).enter("question");
		assertThat(this.aws.calls("sts:AssumeRole")).singleElement().satisfies((call) -> {
			assertThat(call.account()).isEqualTo(FakeAws.OWN);
			assertThat(call.region()).isEqualTo("ap-northeast-1");
			AssumeRoleRequest request = call.request(AssumeRoleRequest.class);
			assertThat(request.roleArn()).isEqualTo("arn:aws:iam::111111111111:role/rollcall");
			assertThat(request.roleSessionName()).isEqualTo("rollcall-run");
			assertThat(request.externalId()).isEqualTo("external");
			assertThat(request.policy()).contains("\"iam:GetUser\"");
		});
	}

	@Test
	void isNotAssumedInTheAccountWhereWeRun() {
		this.sessions.of(new AccountId(FakeAws.OWN)).enter("question");
		assertThat(this.aws.calls("sts:AssumeRole")).isEmpty();
	}

	@Test
	void isAssumedOnceByManyThreads() throws Exception {
		AccountSession session = this.sessions.of(MEMBER);
		CountDownLatch ready = new CountDownLatch(8);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Future<?>> entered = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				entered.add(threads.submit(() -> {
					ready.countDown();
					ready.await();
					session.enter("question");
					return null;
				}));
			}
			for (Future<?> one : entered) {
				one.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.aws.calls("sts:AssumeRole")).hasSize(1);
	}

	@Test
	void remembersARefusal() {
		this.aws.on("sts:AssumeRole", Answer.refusing(403, "AccessDenied", "not authorized to perform sts:AssumeRole"));
		AccountSession session = this.sessions.of(MEMBER);
		assertThatExceptionOfType(EntryRefusedException.class).isThrownBy(() -> session.enter("question"))
			.satisfies((refused) -> assertThat(refused.log().lastRequestId()).isEqualTo("request-of-AccessDenied"));
		assertThatExceptionOfType(EntryRefusedException.class).isThrownBy(() -> session.enter("question"));
		assertThat(this.aws.calls("sts:AssumeRole")).hasSize(1);
	}

	@Test
	void isRenewedAfterFourFifthsOfItsLife() {
		AccountSession session = this.sessions.of(MEMBER);
		session.enter("question");
		this.time.pass(Duration.ofMinutes(48).minusSeconds(1));
		session.enter("question");
		assertThat(this.aws.calls("sts:AssumeRole")).hasSize(1);
		this.time.pass(Duration.ofSeconds(1));
		session.enter("question");
		assertThat(this.aws.calls("sts:AssumeRole")).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(longs = { -1440, 1440 })
	void livesAsLongAsAskedWhereOurClockIsADayOff(long minutes) {
		this.aws.on("sts:AssumeRole",
				(call) -> ((AssumeRoleResponse) this.aws.letIn(call))
					.copy((answer) -> answer.credentials((credentials) -> credentials.accessKeyId("AKID111111111111-1")
						.secretAccessKey("secret")
						.sessionToken("token")
						.expiration(this.time.instant().plus(Duration.ofMinutes(minutes))))));
		AccountSession session = this.sessions.of(MEMBER);
		session.enter("question");
		this.time.pass(Duration.ofMinutes(47));
		session.enter("question");
		assertThat(this.aws.calls("sts:AssumeRole")).hasSize(1);
		this.time.pass(Duration.ofMinutes(1));
		session.enter("question");
		assertThat(this.aws.calls("sts:AssumeRole")).hasSize(2);
	}

	@Test
	void waitsForItsTurnWhenStsIsAskedTooOften() {
		AccountSession session = this.sessions.of(MEMBER);
		this.aws.on("sts:AssumeRole",
				Answer.inTurn(Answer.refusing(400, "Throttling", "Rate exceeded"), this.aws::letIn));
		session.enter("question");
		assertThat(this.time.parked()).hasSize(1);
	}

	@Test
	void isNotRefusedByAStoppedNight() {
		this.aws.on("sts:AssumeRole", Answer.failing(new CancellationException("The night is being stopped")));
		AccountSession session = this.sessions.of(MEMBER);
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> session.enter("question"));
	}

}
