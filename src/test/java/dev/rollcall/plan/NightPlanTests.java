package dev.rollcall.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Connection;
import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.FakeOrganization;
import dev.rollcall.collect.Known;
import dev.rollcall.collect.KnownOwners;
import dev.rollcall.collect.OwnerAnswers;
import dev.rollcall.collect.RollCall;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.WalkedAccount;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.job.WayIntoAws;
import dev.rollcall.organization.Discovery;
import dev.rollcall.plan.NightPlan.Machine;
import dev.rollcall.plan.NightPlan.Size;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds plans to what the engine of nights does. */
class NightPlanTests {

	private static final SourceCatalog CATALOG = Cells.shipped();

	private static final Machine MACHINE = new Machine(256, 2);

	private static final List<SourceDefinition> OF_ACCOUNTS = CATALOG.definitions()
		.stream()
		.filter(SourceDefinition::isAskedOfEveryAccount)
		.toList();

	@Test
	void countsTheCellsAndCallsThatTheEngineMakes() throws Exception {
		FakeAws aws = FakeOrganization.in(new FakeAws(new FakeTime()));
		long cells = 0;
		try (Workspace workspace = new Workspace()) {
			RollCall walk = way(aws, workspace).collecting(new Cells(aws).night(), Known.NOTHING, KnownOwners.NONE)
				.call(new Cells(aws).night().discovery().accounts(),
						CompletableFuture.completedFuture(nothingProven(new Cells(aws).night().discovery())));
			for (WalkedAccount account = walk.next(); account != null; account = walk.next()) {
				cells += account.results().size();
			}
		}
		NightPlan plan = new NightPlan(OF_ACCOUNTS, new Size(3, 3, 2, 1), MACHINE);
		assertThat(plan.accountCells()).isEqualTo(cells);
		long asked = aws.calls().stream().filter((call) -> !call.operation().startsWith("sts:")).count();
		// There are analyzers of two kinds everywhere, and archive rules of each; of
		// GuardDuty's findings those that are open and those that are archived are
		// counted.
		long second = 2 * 3 * 2;
		assertThat(plan.calls()).as("with two entries, and two pages of the roster").isEqualTo(asked - second + 2 + 2);
		assertThat(plan.fewestCalls()).isEqualTo(cells + 2 + 2);
	}

	@Test
	void growsWithAccountsAndRegionsAndCallsNobodyWhoIsNotActive() {
		NightPlan plan = new NightPlan(CATALOG.definitions(), new Size(100, 100, 17, 1), MACHINE);
		NightPlan half = new NightPlan(CATALOG.definitions(), new Size(100, 50, 17, 1), MACHINE);
		assertThat(half.accountCells()).isEqualTo(plan.accountCells());
		assertThat(half.thingCells()).isEqualTo(plan.thingCells() / 2);
		assertThat(half.calls()).isLessThan(plan.calls() * 6 / 10);
	}

	@Test
	void asksNoAccountOfWhatAnotherAnswersForTheOrganization() {
		Size size = new Size(100, 100, 17, 1);
		List<SourceDefinition> detectors = named("guardduty");
		NightPlan alone = new NightPlan(detectors, size, MACHINE);
		NightPlan answered = new NightPlan(named("guardduty", "guardduty-organization"), size, MACHINE);
		long owner = named("guardduty-organization").get(0).operations().size() * 17L;
		long own = detectors.get(0).operations().size() * 17L * 100;
		assertThat(answered.accountCells()).isEqualTo(alone.accountCells());
		assertThat(answered.calls()).isEqualTo(alone.calls() - own + owner);
		assertThat(answered.fewestCalls()).isEqualTo(alone.fewestCalls() - 17 * 100 + 17);
		assertThat(answered.unprovenCalls()).isEqualTo(own);
		assertThat(alone.unprovenCalls()).isZero();
	}

	private static List<SourceDefinition> named(String... names) {
		return CATALOG.definitions().stream().filter((source) -> List.of(names).contains(source.name())).toList();
	}

	@Test
	void saysWhatBindsFirst() {
		NightPlan few = new NightPlan(CATALOG.definitions(), new Size(1000, 1000, 1, 1), new Machine(256, 64));
		assertThat(few.bounds().get(0).name())
			.isEqualTo("1,000 calls for the accounts' tags, 8 a second (organizations)");
		assertThat(few.bounds().get(0).seconds()).isEqualTo(125);
		assertThat(few.seconds()).isEqualTo(NightPlan.SECONDS_ANYWAY + 125 * NightPlan.NIGHT_OVER_BOUND);
		assertThat(few.bounds()).extracting(Bound::seconds)
			.isSortedAccordingTo((one, other) -> Double.compare(other, one));
		NightPlan narrow = new NightPlan(CATALOG.definitions(), new Size(1000, 1000, 17, 1), new Machine(16, 64));
		assertThat(narrow.bounds().get(0).name()).endsWith("calls of 150 ms, 16 at once");
	}

	@Test
	void entersAtTheRateThatAwsPublishes() {
		NightPlan plan = new NightPlan(OF_ACCOUNTS, new Size(1201, 1201, 1, 2), MACHINE);
		assertThat(plan.bounds()).filteredOn((bound) -> bound.name().contains("sts:AssumeRole"))
			.singleElement()
			.satisfies((bound) -> assertThat(bound.seconds()).isEqualTo(4));
	}

	/** Owners who answer for nobody: every account is asked itself. */
	private static OwnerAnswers nothingProven(Discovery discovery) {
		return OwnerAnswers.held(OF_ACCOUNTS.stream()
			.flatMap((source) -> Stream.ofNullable(source.answeredBy()))
			.distinct()
			.flatMap((owner) -> Stream.concat(discovery.regions().stream(), Stream.of(Cell.GLOBAL))
				.map((region) -> off(owner, region)))
			.toList());
	}

	private static CellResult off(String source, String region) {
		return new CellResult(new Cell(new AccountId(Cells.MANAGEMENT), region, source), CellStatus.NOT_ENABLED, null,
				0, 0, null, 0, Instant.EPOCH, List.of(), List.of());
	}

	private static WayIntoAws way(FakeAws aws, Workspace workspace) {
		Configuration configuration = ConfigurationReader.read("c.yaml", "", Map.of(), Map.of(), CATALOG.names());
		Connection connection = new Connection(
				StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID" + FakeAws.OWN, "secret")),
				FakeAws.HOME, Optional.empty(), 16, Optional.empty());
		return new WayIntoAws(connection, configuration, CATALOG, "rollcall-plan", aws.environment(16), Runnable::run,
				1000, workspace, Clocks.of(aws.time()));
	}

}
