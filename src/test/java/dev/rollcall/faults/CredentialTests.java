package dev.rollcall.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellFailure;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.DeniedBy;
import dev.rollcall.organization.Discovery;
import dev.rollcall.simulator.Fault;
import dev.rollcall.simulator.Fault.Kind;
import dev.rollcall.simulator.Fault.Refused;
import dev.rollcall.simulator.Scenario;
import dev.rollcall.simulator.SimulatedOrganization;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nights in which credentials expire, roles do not let us in, STS fails, or this
 * machine's clock is wrong. What can be renewed is, and the night equals a clean one.
 */
@Timeout(300)
@Tag("once")
class CredentialTests {

	private static final List<String> REGIONS = List.of("us-east-1", "ap-northeast-1");

	private static final Clock UTC = Clock.systemUTC();

	private static final String EXTERNAL_ID = "right";

	private static Map<Cell, CellResult> clean = Map.of();

	/** How often a clean night looks at the server's clock. */
	private static int looks;

	private final List<String> faults = new ArrayList<>();

	@BeforeAll
	static void walkACleanNight() {
		StepClock counting = new StepClock(Integer.MAX_VALUE, Duration.ZERO, Duration.ZERO);
		clean = walk(scenario(List.of(), null), counting, UTC, null);
		looks = counting.looks.get();
	}

	@Test
	void renewsSessionsThatExpireAtAnyPoint() {
		int points = Soak.isOn() ? 25 : 12;
		for (int point = 1; point <= points; point++) {
			StepClock expiring = new StepClock(looks * point / (points + 1), Duration.ofMinutes(61), Duration.ZERO);
			same("expiry at point " + point, walk(scenario(List.of(), null), expiring, UTC, null));
		}
		Soak.report("F expiry", points, this.faults.size(), this.faults);
	}

	@Test
	void renewsShortSessionsBeforeTheyExpire() {
		StepClock running = new StepClock(Integer.MAX_VALUE, Duration.ZERO, Duration.ofMinutes(18).dividedBy(looks));
		Scenario scenario = scenario(List.of(), null, Duration.ofMinutes(15));
		try (SimulatedOrganization organization = SimulatedOrganization.start(scenario, 0, running)) {
			same("sessions of 15 minutes",
					walk(organization, scenario, running.watched(), null, SimulatedNight.callers()));
			assertThat(organization.callsByOperation().get(Plan.ENTRY)).as("entries to seven accounts")
				.isGreaterThan(7);
		}
		assertThat(this.faults).isEmpty();
	}

	@Test
	void deniesAnAccountWhoseRoleAsksForAnotherExternalId() {
		Map<Cell, CellResult> found = walk(scenario(List.of(), "other"), UTC, UTC, EXTERNAL_ID);
		assertThat(found.values()).filteredOn(CredentialTests::isAskedInAnotherAccount)
			.filteredOn((result) -> result.status().isGap())
			.isNotEmpty()
			.allSatisfy(CredentialTests::isRefusedEntry);
		assertThat(found.values())
			.filteredOn((result) -> isAskedInAnotherAccount(result)
					&& (result.status() == CellStatus.READ || result.status() == CellStatus.NOT_ENABLED))
			.isEmpty();
		same("the right ExternalId", walk(scenario(List.of(), EXTERNAL_ID), UTC, UTC, EXTERNAL_ID));
		assertThat(this.faults).isEmpty();
	}

	@Test
	void deniesTheAccountsThatHaveNoRoleAndReadsTheOthers() {
		List<String> members = new ArrayList<>(
				clean.keySet().stream().map((cell) -> cell.account().value()).distinct().toList());
		members.removeAll(CleanNight.owners(clean));
		Collections.shuffle(members, new Random(Soak.seed()));
		int injected = 0;
		for (int without : new int[] { 1, 3, members.size() }) {
			List<String> closed = members.subList(0, without);
			Map<Cell, CellResult> found = walk(scenario(closed.stream().map(CredentialTests::noRole).toList(), null),
					UTC, UTC, null);
			found.forEach((cell, result) -> {
				if (closed.contains(cell.account().value()) && isAskedInAnotherAccount(result)) {
					isRefusedEntry(result);
				}
				else {
					same("without a role in " + without, cell, result);
				}
			});
			injected += without;
		}
		Soak.report("F missing roles", injected, this.faults.size(), this.faults);
	}

	@Test
	void entersWhenStsFailsForATime() {
		List<Problem> problems = List.of(new Problem("500 four times", Kind.HTTP_500, 4),
				new Problem("503 four times", Kind.HTTP_503, 4), new Problem("reset three times", Kind.RESET, 3),
				new Problem("throttle three times", Kind.THROTTLE, 3), new Problem("hang once", Kind.HANG, 1));
		for (Problem problem : problems) {
			Fault fault = new Fault(null, null, Plan.ENTRY, Objects.requireNonNull(problem.effect()), problem.times());
			same("STS: " + problem, walk(scenario(List.of(fault), null), UTC, UTC, null));
		}
		Soak.report("F STS failing", problems.size(), this.faults.size(), this.faults);
	}

	@Test
	void goesOnWithOurOwnCredentialsWhenTheyWereRenewed() {
		StepClock expiring = new StepClock(looks / 2, Duration.ofMinutes(61), Duration.ZERO);
		Scenario scenario = scenario(List.of(), null);
		try (SimulatedOrganization organization = SimulatedOrganization.start(scenario, 0, expiring)) {
			AwsCredentials first = ownSession(organization);
			AwsCredentialsProvider renewing = () -> expiring.hasStepped() ? ownSession(organization) : first;
			same("own credentials", walk(organization, scenario, UTC, null, renewing));
		}
		assertThat(this.faults).isEmpty();
	}

	@Test
	void saysThatOurOwnCredentialsExpiredWhenTheyAreNotRenewed() {
		StepClock expiring = new StepClock(looks / 2, Duration.ofMinutes(61), Duration.ZERO);
		Scenario scenario = scenario(List.of(), null);
		try (SimulatedOrganization organization = SimulatedOrganization.start(scenario, 0, expiring)) {
			Map<Cell, CellResult> found = walk(organization, scenario, UTC, null,
					StaticCredentialsProvider.create(ownSession(organization)));
			List<CellResult> gaps = found.values().stream().filter((result) -> result.status().isGap()).toList();
			assertThat(gaps).isNotEmpty().allSatisfy((gap) -> {
				CellFailure failure = Objects.requireNonNull(gap.failure());
				assertThat(failure.status()).isEqualTo(CellStatus.FAILED);
				assertThat(failure.errorCode()).isIn("ExpiredToken", "ExpiredTokenException", "RequestExpired");
				assertThat(failure.message()).contains("The credentials expired");
			});
		}
	}

	@Test
	void readsANightWhateverThisMachinesClockShows() {
		List<Duration> skews = new ArrayList<>();
		for (Duration skew : List.of(Duration.ofSeconds(1), Duration.ofMinutes(4), Duration.ofMinutes(10),
				Duration.ofHours(2), Duration.ofDays(1))) {
			skews.addAll(List.of(skew, skew.negated()));
		}
		for (Duration skew : skews) {
			Scenario scenario = scenario(List.of(), null, Duration.ofHours(1), skew);
			same("skew " + skew, walk(scenario, Clock.offset(UTC, skew), UTC, null));
		}
		Soak.report("G clock skew", skews.size(), this.faults.size(), this.faults);
	}

	private void same(String what, Map<Cell, CellResult> found) {
		for (String fault : new Judgement(clean, found, List.of()).faults()) {
			this.faults.add(what + ": " + fault);
			return;
		}
	}

	private void same(String what, Cell cell, CellResult result) {
		same(what, Map.of(cell, result), Map.of(cell, Objects.requireNonNull(clean.get(cell))));
	}

	private void same(String what, Map<Cell, CellResult> found, Map<Cell, CellResult> expected) {
		new Judgement(expected, found, List.of()).faults().forEach((fault) -> this.faults.add(what + ": " + fault));
	}

	private static boolean isAskedInAnotherAccount(CellResult result) {
		return !result.cell().account().value().equals(World.id(World.AUDIT)) && Judgement.isAskedInside(result)
				&& result.status() != CellStatus.NOT_AVAILABLE && result.status() != CellStatus.ACCOUNT_NOT_ACTIVE;
	}

	private static void isRefusedEntry(CellResult result) {
		assertThat(result.status()).as(result.cell().toString()).isEqualTo(CellStatus.DENIED);
		CellFailure failure = Objects.requireNonNull(result.failure());
		assertThat(failure.operation()).isEqualTo(Plan.ENTRY);
		assertThat(failure.deniedBy()).isEqualTo(DeniedBy.TRUST);
		assertThat(failure.requestId()).isNotNull();
	}

	private static Fault noRole(String account) {
		return new Fault(account, null, Plan.ENTRY,
				new Refused(403, "AccessDenied",
						"User: arn:aws:iam::1:user/u is not authorized to perform: sts:AssumeRole on resource: role"),
				null);
	}

	private static Scenario scenario(List<Fault> faults, @Nullable String externalId) {
		return scenario(faults, externalId, Duration.ofHours(1), null);
	}

	private static Scenario scenario(List<Fault> faults, @Nullable String externalId, Duration longestSession) {
		return scenario(faults, externalId, longestSession, null);
	}

	private static Scenario scenario(List<Fault> faults, @Nullable String externalId, Duration longestSession,
			@Nullable Duration clockSkew) {
		return new Scenario(Outline.example(Soak.seed(), 8, REGIONS).withWritten(2), CleanNight.TODAY, externalId,
				longestSession, clockSkew, Optional.empty(), Optional.empty(), faults);
	}

	private static Map<Cell, CellResult> walk(Scenario scenario, Clock servers, Clock ours,
			@Nullable String externalId) {
		try (SimulatedOrganization organization = SimulatedOrganization.start(scenario, 0, servers)) {
			return walk(organization, scenario, ours, externalId, SimulatedNight.callers());
		}
	}

	private static Map<Cell, CellResult> walk(SimulatedOrganization organization, Scenario scenario, Clock ours,
			@Nullable String externalId, AwsCredentialsProvider own) {
		try (SimulatedNight night = new SimulatedNight(organization.endpoint(), CleanNight.home(scenario),
				(clients) -> clients, own, externalId, SimulatedNight.SHORT, ours)) {
			Discovery discovery = night.discover(REGIONS);
			return night.walk(discovery);
		}
	}

	/** A session of the account where we run, as a task's or an instance's role has. */
	private static AwsCredentials ownSession(SimulatedOrganization organization) {
		try (StsClient sts = StsClient.builder()
			.endpointOverride(organization.endpoint())
			.region(Region.of(REGIONS.get(0)))
			.credentialsProvider(SimulatedNight.callers())
			.build()) {
			var session = sts
				.assumeRole(
						(request) -> request.roleArn("arn:aws:iam::" + World.id(World.AUDIT) + ":role/RollcallAudit")
							.roleSessionName("task"))
				.credentials();
			return AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(),
					session.sessionToken());
		}
	}

	/** A clock that moves with each look, and once takes a step. */
	private static final class StepClock extends Clock {

		private final AtomicInteger looks = new AtomicInteger();

		private final int last;

		private final Duration step;

		private final Duration each;

		private final Instant start = Instant.now();

		StepClock(int last, Duration step, Duration each) {
			this.last = last;
			this.step = step;
			this.each = each;
		}

		boolean hasStepped() {
			return this.looks.get() > this.last;
		}

		/** The same clock for somebody whose looks do not move it. */
		Clock watched() {
			return new Clock() {

				@Override
				public Instant instant() {
					return at(StepClock.this.looks.get());
				}

				@Override
				public ZoneId getZone() {
					return StepClock.this.getZone();
				}

				@Override
				public Clock withZone(ZoneId zone) {
					return StepClock.this.withZone(zone);
				}

			};
		}

		@Override
		public Instant instant() {
			return at(this.looks.incrementAndGet());
		}

		private Instant at(int look) {
			Instant now = this.start.plus(this.each.multipliedBy(look));
			return (look > this.last) ? now.plus(this.step) : now;
		}

		@Override
		public ZoneId getZone() {
			return UTC.getZone();
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException("Time is UTC");
		}

	}

}
