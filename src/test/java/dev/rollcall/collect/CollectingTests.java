package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.account.FakeTime;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.AccountState;
import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Roster;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;

import static org.assertj.core.api.Assertions.assertThat;

class CollectingTests {

	private static final List<SourceDefinition> ASKED = Cells.shipped()
		.definitions()
		.stream()
		.filter(SourceDefinition::isAskedOfEveryAccount)
		.toList();

	/** The sources asked in each Region. */
	private static final int REGIONAL = (int) ASKED.stream().filter(SourceDefinition::isRegional).count();

	/** The cells of an account, which has two Regions. */
	private static final int CELLS = ASKED.size() + REGIONAL;

	private static final Executor SAME_THREAD = Runnable::run;

	private final FakeAws aws = FakeOrganization.in(new FakeAws(new FakeTime()));

	private final Cells cells = new Cells(this.aws);

	@Test
	void givesEveryCellExactlyOneResult() {
		Map<Cell, CellResult> results = walk();
		assertThat(results.keySet()).isEqualTo(expected());
		assertThat(results).hasSize(3 * CELLS);
		assertThat(results.values()).extracting(CellResult::status).containsOnly(CellStatus.READ);
	}

	@ParameterizedTest
	@EnumSource(names = { "SUSPENDED", "PENDING_CLOSURE", "CLOSED", "PENDING_ACTIVATION" })
	void callsNoAccountThatIsNotActive(AccountState state) {
		this.cells.accounts(Cells.account(Cells.MEMBER, state), Cells.active(Cells.OTHER));
		Map<Cell, CellResult> results = walk();
		assertThat(results.keySet()).isEqualTo(expected());
		assertThat(of(results, Cells.MEMBER)).hasSize(CELLS)
			.extracting(CellResult::status)
			.containsOnly(CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(entered()).doesNotContain(Cells.MEMBER).contains(Cells.OTHER);
	}

	@Test
	void leavesExcludedAccountsRegionsAndSourcesTheirCells() {
		this.cells.without(new Exclusions(Set.of(new AccountId(Cells.OTHER)), Set.of("us-east-1"),
				Set.of("access-analyzer", "iam-root-user")));
		Map<Cell, CellResult> results = walk();
		assertThat(results.keySet()).isEqualTo(expected());
		assertThat(of(results, Cells.OTHER)).extracting(CellResult::status).containsOnly(CellStatus.EXCLUDED);
		assertThat(of(results, Cells.MEMBER)).filteredOn((result) -> result.status() == CellStatus.EXCLUDED)
			.allMatch((result) -> result.cell().region().equals("us-east-1")
					|| result.cell().source().startsWith("access-analyzer")
					|| result.cell().source().equals("iam-root-user"))
			.hasSize(REGIONAL
					+ (int) ASKED.stream().filter((source) -> source.name().startsWith("access-analyzer")).count() + 1);
		assertThat(this.aws.calls()).noneMatch((call) -> call.account().equals(Cells.OTHER)
				|| call.region().equals("us-east-1") || call.operation().startsWith("access-analyzer:"));
	}

	@Test
	void asksOnceWhetherARoleLetsUsIn() {
		this.aws.on("sts:AssumeRole", (call) -> {
			if (call.request().toString().contains(Cells.MEMBER)) {
				throw FakeAws.refusal(403, "AccessDenied", "not authorized to perform: sts:AssumeRole");
			}
			return this.aws.letIn(call);
		});
		Map<Cell, CellResult> results = walk();
		assertThat(of(results, Cells.MEMBER)).filteredOn((result) -> isAskedInTheAccount(result.cell()))
			.hasSize(CELLS - 2)
			.allSatisfy((result) -> {
				assertThat(result.status()).isEqualTo(CellStatus.DENIED);
				assertThat(result.requestId()).isEqualTo("request-of-AccessDenied");
				assertThat(result.failure()).isNotNull().satisfies((failure) -> {
					assertThat(failure.operation()).isEqualTo("sts:AssumeRole");
					assertThat(failure.deniedBy()).isEqualTo(DeniedBy.TRUST);
				});
			});
		assertThat(of(results, Cells.MEMBER)).filteredOn((result) -> !isAskedInTheAccount(result.cell()))
			.extracting((result) -> result.cell().source() + " " + result.status())
			.containsExactlyInAnyOrder("account-tags READ", "account-contacts READ");
		assertThat(of(results, Cells.OTHER)).extracting(CellResult::status).containsOnly(CellStatus.READ);
		assertThat(entered()).as("once as an account, once as one that answers for the organization")
			.containsExactlyInAnyOrder(Cells.MANAGEMENT, Cells.MANAGEMENT, Cells.MEMBER, Cells.MEMBER, Cells.OTHER);
	}

	@Test
	void callsNoRegionThatTheAccountHasDisabled() {
		this.aws.on(Cells.MEMBER, FakeAws.ANY, "account:ListRegions",
				Answer.of(ListRegionsResponse.builder()
					.regions((region) -> region.regionName("us-east-1").regionOptStatus("DISABLED"))
					.build()));
		Map<Cell, CellResult> results = walk();
		assertThat(of(results, Cells.MEMBER)).filteredOn((result) -> result.cell().region().equals("us-east-1"))
			.hasSize(REGIONAL)
			.extracting(CellResult::status)
			.containsOnly(CellStatus.REGION_DISABLED);
		assertThat(of(results, Cells.MEMBER)).filteredOn((result) -> !result.cell().region().equals("us-east-1"))
			.extracting(CellResult::status)
			.containsOnly(CellStatus.READ);
	}

	@Test
	void callsTheRegionsAllTheSameWhenNobodySaysWhichAreEnabled() {
		this.aws.on("account:ListRegions", Answer.refusing(403, "AccessDeniedException", "no"));
		this.aws.on("config:DescribeConfigRules", Answer.refusing(403, "UnrecognizedClientException", "invalid token"));
		Map<Cell, CellResult> results = walk();
		assertThat(result(results, Cells.MEMBER, "global", "account-regions").status()).isEqualTo(CellStatus.DENIED);
		assertThat(result(results, Cells.MEMBER, "us-east-1", "config-rules").status()).isEqualTo(CellStatus.FAILED);
		assertThat(result(results, Cells.MEMBER, "us-east-1", "config-recorder").status()).isEqualTo(CellStatus.READ);
	}

	@Test
	void aDeniedCallLeavesItsNeighboursRead() {
		this.aws.on(Cells.MEMBER, "eu-west-1", "config:DescribeConfigurationRecorderStatus",
				Answer.refusing(400, "AccessDeniedException", "with an explicit deny in a service control policy"));
		Map<Cell, CellResult> results = walk();
		assertThat(results.values().stream().filter((result) -> result.status() != CellStatus.READ)).singleElement()
			.satisfies((result) -> {
				assertThat(result.cell())
					.isEqualTo(new Cell(new AccountId(Cells.MEMBER), "eu-west-1", "config-recorder"));
				assertThat(result.status()).isEqualTo(CellStatus.DENIED);
				assertThat(result.rows()).isEmpty();
			});
	}

	@Test
	void aSourceThatDependsOnAGapHasItsStatusAndReason() {
		this.aws.on(Cells.MEMBER, "eu-west-1", "config:DescribeConfigRules",
				Answer.refusing(400, "AccessDeniedException", "with an explicit deny in a service control policy"));
		Map<Cell, CellResult> results = walk();
		CellResult details = result(results, Cells.MEMBER, "eu-west-1", "config-rule-details");
		assertThat(details.status()).isEqualTo(CellStatus.DENIED);
		assertThat(details.failure()).isEqualTo(result(results, Cells.MEMBER, "eu-west-1", "config-rules").failure());
		assertThat(details.calls()).isZero();
	}

	@Test
	void aServiceThatTheRegionLacksIsNotAvailable() {
		this.cells.regions("eu-west-1", "eu-nowhere-9");
		Map<Cell, CellResult> results = walk();
		assertThat(result(results, Cells.MEMBER, "eu-nowhere-9", "config-rules").status()).isEqualTo(CellStatus.READ);
		this.aws.on(Cells.MEMBER, "eu-nowhere-9", "access-analyzer:ListAnalyzers",
				Answer.refusing(400, "UnsupportedOperation", "not supported in this region"));
		assertThat(result(walk(), Cells.MEMBER, "eu-nowhere-9", "access-analyzer-findings").status())
			.isEqualTo(CellStatus.NOT_AVAILABLE);
	}

	@Test
	@Timeout(60)
	void aSlowAccountHoldsUpNoOther() throws Exception {
		CountDownLatch others = new CountDownLatch(2);
		this.aws.on(Cells.MANAGEMENT, FakeAws.ANY, "iam:GetAccountSummary", (call) -> {
			await(others);
			return GetAccountSummaryResponse.builder().summaryMapWithStrings(Map.of("AccountMFAEnabled", 1)).build();
		});
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			Collecting collecting = this.cells.collecting(threads, 1000);
			RollCall call = collecting.call(this.cells.night().discovery().accounts(), foundations(collecting));
			List<String> finished = new ArrayList<>();
			for (WalkedAccount account = call.next(); account != null; account = call.next()) {
				finished.add(account.account().id().value());
				others.countDown();
			}
			assertThat(finished).hasSize(3).last().isEqualTo(Cells.MANAGEMENT);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@RepeatedTest(20)
	void beginsNoAccountWhileEnoughCellsAreUnderWay() throws InterruptedException {
		CompletableFuture<OwnerAnswers> foundations = foundations(this.cells.collecting(SAME_THREAD, 100));
		BlockingQueue<Runnable> cells = new LinkedBlockingQueue<>();
		RollCall call = this.cells.collecting(cells::add, 1)
			.call(this.cells.night().discovery().accounts(), foundations);
		Thread taker = new Thread(() -> takeAll(call));
		taker.start();
		List<Integer> begun = new ArrayList<>();
		while (taker.isAlive()) {
			Runnable cell = cells.poll(10, TimeUnit.MILLISECONDS);
			if (cell != null) {
				cell.run();
				begun.add(this.aws.calls("account:ListRegions").size());
			}
		}
		assertThat(begun.indexOf(2)).isGreaterThanOrEqualTo(begun.size() / 3);
		assertThat(begun.indexOf(3)).isGreaterThanOrEqualTo(2 * begun.size() / 3);
	}

	private static void takeAll(RollCall call) {
		try {
			WalkedAccount account = call.next();
			while (account != null) {
				account = call.next();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void readsDelegationAsTheReader() {
		assertThat(this.cells.collecting(SAME_THREAD, 100).askWhoOwns()).singleElement().satisfies((result) -> {
			assertThat(result.cell())
				.isEqualTo(new Cell(new AccountId(FakeAws.OWN), "global", "organizations-delegation"));
			assertThat(result.evidence(DelegatedAdministrator.class))
				.containsExactly(new DelegatedAdministrator(Cells.MEMBER, "config.amazonaws.com", null));
		});
	}

	@Test
	void whatElseTheReaderAnswersHoldsUpNoWalk() {
		this.aws.on("organizations:ListRoots", Answer.of(ListRootsResponse.builder().build()));
		this.cells.with(roots());
		Collecting collecting = this.cells.collecting(SAME_THREAD, 100);
		assertThat(collecting.askWhoOwns()).extracting((result) -> result.cell().source())
			.containsExactly("organizations-delegation");
		assertThat(this.aws.calls("organizations:ListRoots")).isEmpty();
		assertThat(collecting.askOwners(foundations(collecting)).join()).extracting(CellResult::cell)
			.contains(new Cell(new AccountId(FakeAws.OWN), "global", "organizations-roots"));
		assertThat(this.aws.calls("organizations:ListRoots")).hasSize(1);
	}

	private static Source roots() {
		return new GivenSource(
				SourceDefinition.organizational("organizations-roots", Scope.ORGANIZATION, OrganizationsClient.class)
					.askedIn(AskedIn.READER)
					.operations("0.2.0", "organizations:ListRoots")
					.build(),
				(cell) -> {
					cell.client(OrganizationsClient.class).listRoots();
					return Source.Answer.READ;
				});
	}

	@Test
	void asksManagementWhereNothingIsDelegatedAndTheAdministratorThatAServiceNames() {
		assertThat(owners(List.of())).containsExactlyInAnyOrder("iam-centralized-root " + Cells.MANAGEMENT + " global",
				"securityhub-organization " + Cells.MEMBER + " eu-west-1",
				"securityhub-organization " + Cells.MEMBER + " us-east-1",
				"securityhub-findings " + Cells.MEMBER + " global",
				"config-aggregator " + Cells.MANAGEMENT + " eu-west-1",
				"config-aggregator " + Cells.MANAGEMENT + " us-east-1");
	}

	@Test
	void asksDelegatedAdministrators() {
		assertThat(owners(List.of(new DelegatedAdministrator(Cells.MEMBER, "iam.amazonaws.com", null),
				new DelegatedAdministrator(Cells.OTHER, "config.amazonaws.com", null),
				new DelegatedAdministrator(Cells.OTHER, "config-multiaccountsetup.amazonaws.com", null),
				new DelegatedAdministrator(Cells.MEMBER, "guardduty.amazonaws.com", null))))
			.containsExactlyInAnyOrder("iam-centralized-root " + Cells.MEMBER + " global",
					"securityhub-organization " + Cells.MEMBER + " eu-west-1",
					"securityhub-organization " + Cells.MEMBER + " us-east-1",
					"securityhub-findings " + Cells.MEMBER + " global",
					"config-aggregator " + Cells.MANAGEMENT + " eu-west-1",
					"config-aggregator " + Cells.MANAGEMENT + " us-east-1",
					"config-aggregator " + Cells.OTHER + " eu-west-1",
					"config-aggregator " + Cells.OTHER + " us-east-1");
		assertThat(this.aws.calls("iam:ListOrganizationsFeatures")).extracting(Call::account)
			.containsExactly(Cells.MEMBER);
	}

	@Test
	void asksTheOrganizationsOwnersThoughTheyAreLeftOutAsAccounts() {
		this.cells.without(new Exclusions(Set.of(new AccountId(Cells.MANAGEMENT)), Set.of(), Set.of()));
		Collecting collecting = this.cells.collecting(SAME_THREAD, 100);
		assertThat(collecting.askOwners(foundations(collecting)).join()).extracting(CellResult::status)
			.containsOnly(CellStatus.READ);
	}

	private List<String> owners(List<DelegatedAdministrator> administrators) {
		Collecting collecting = this.cells.administrators(administrators).collecting(SAME_THREAD, 100);
		return collecting.askOwners(foundations(collecting))
			.join()
			.stream()
			.map(CellResult::cell)
			.map((cell) -> cell.source() + " " + cell.account() + " " + cell.region())
			.toList();
	}

	private Map<Cell, CellResult> walk() {
		Collecting collecting = this.cells.collecting(SAME_THREAD, 100);
		RollCall call = collecting.call(this.cells.night().discovery().accounts(), foundations(collecting));
		Map<Cell, CellResult> results = new HashMap<>();
		try {
			for (WalkedAccount account = call.next(); account != null; account = call.next()) {
				for (CellResult result : account.results()) {
					assertThat(results.put(result.cell(), result)).isNull();
				}
			}
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
		return results;
	}

	/** The accounts whose roles were entered, as often as they were. */
	private List<String> entered() {
		return this.aws.calls("sts:AssumeRole")
			.stream()
			.map((call) -> Stream.of(Cells.MANAGEMENT, Cells.MEMBER, Cells.OTHER)
				.filter((account) -> call.request().toString().contains("::" + account + ":"))
				.findFirst()
				.orElseThrow())
			.toList();
	}

	private static boolean isAskedInTheAccount(Cell cell) {
		return ASKED.stream()
			.anyMatch((source) -> source.name().equals(cell.source()) && source.askedIn() == AskedIn.ACCOUNT);
	}

	/** What a night asks first, which owners and accounts' cells need. */
	private static CompletableFuture<OwnerAnswers> foundations(Collecting collecting) {
		OwnerAnswers owners = OwnerAnswers.held(collecting.askWhoOwns());
		return collecting.askFoundations(owners).thenApply(OwnerAnswers::held);
	}

	/** Every account with every account source, once or in each Region. */
	private Set<Cell> expected() {
		return this.cells.night()
			.discovery()
			.accountIds()
			.stream()
			.flatMap((account) -> Cells.shipped()
				.accountSources()
				.stream()
				.map(Source::definition)
				.flatMap((source) -> (source.isRegional() ? this.cells.night().discovery().regions()
						: List.of(Cell.GLOBAL))
					.stream()
					.map((region) -> new Cell(account, region, source.name()))))
			.collect(Collectors.toSet());
	}

	private static List<CellResult> of(Map<Cell, CellResult> results, String account) {
		return results.values().stream().filter((result) -> result.cell().account().value().equals(account)).toList();
	}

	private static CellResult result(Map<Cell, CellResult> results, String account, String region, String source) {
		return Objects.requireNonNull(results.get(new Cell(new AccountId(account), region, source)));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
