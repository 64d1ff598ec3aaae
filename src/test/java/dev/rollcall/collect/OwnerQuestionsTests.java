package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.account.FakeTime;
import dev.rollcall.organization.DelegatedAdministrator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.DescribePendingAggregationRequestsResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The questions that owners answer: whom other evidence names, what their answers prove
 * about accounts, and what accounts' cells need of them.
 */
class OwnerQuestionsTests {

	private static final Executor SAME_THREAD = Runnable::run;

	private static final String ASKED = "config:DescribePendingAggregationRequests";

	/** The account asked in each Region, as management says. */
	private final Map<String, List<String>> named = new HashMap<>(
			Map.of("eu-west-1", List.of(Cells.OTHER), "us-east-1", List.of(Cells.OTHER)));

	/** What the owner says about the state of accounts, in every Region. */
	private final Map<String, String> states = new HashMap<>(Map.of(Cells.MEMBER, "ENABLED"));

	private final FakeAws aws = FakeOrganization.in(new FakeAws(new FakeTime()));

	private final Cells cells = new Cells(this.aws);

	private final List<Source> sources = new ArrayList<>(List.of(administrators(), organization(), guarded()));

	@BeforeEach
	void answer() {
		this.aws.on(ASKED, Answer.of(DescribePendingAggregationRequestsResponse.builder().build()));
	}

	@Test
	void whatTheOwnerProvesIsNotAskedOfTheAccount() {
		Map<Cell, CellResult> results = walk();
		CellResult owner = result(results, Cells.OTHER, "eu-west-1", "guard-organization");
		CellResult proven = result(results, Cells.MEMBER, "eu-west-1", "guard");
		assertThat(owner.status()).isEqualTo(CellStatus.READ);
		assertThat(proven.status()).isEqualTo(CellStatus.READ);
		assertThat(proven.answeredBy()).isEqualTo(owner.cell());
		assertThat(proven.calls()).isZero();
		assertThat(proven.requestId()).isNotNull().isEqualTo(owner.requestId());
		assertThat(proven.collectedAt()).isEqualTo(owner.collectedAt());
		assertThat(proven.rows()).containsExactly(new EvidenceRow(new AccountId(Cells.MEMBER), "eu-west-1", "guard",
				owner.collectedAt(), new Detector("proven")));
		assertThat(asked()).doesNotContain(Cells.MEMBER);
	}

	@Test
	void anOwnerProvesThatAServiceIsOffOrNotThere() {
		this.states.put(Cells.MEMBER, "OFF");
		this.states.put(Cells.MANAGEMENT, "ABSENT");
		Map<Cell, CellResult> results = walk();
		assertThat(result(results, Cells.MEMBER, "us-east-1", "guard").status()).isEqualTo(CellStatus.NOT_ENABLED);
		assertThat(result(results, Cells.MANAGEMENT, "us-east-1", "guard").status())
			.isEqualTo(CellStatus.NOT_AVAILABLE);
		assertThat(asked()).doesNotContain(Cells.MEMBER);
	}

	@Test
	void anAccountOfWhichTheOwnerProvesNothingIsAsked() {
		this.states.put(Cells.MANAGEMENT, "UNPROCESSED");
		Map<Cell, CellResult> results = walk();
		for (String account : List.of(Cells.MANAGEMENT, Cells.OTHER)) {
			CellResult asked = result(results, account, "eu-west-1", "guard");
			assertThat(asked.answeredBy()).isNull();
			assertThat(asked.calls()).isOne();
			assertThat(asked.evidence(Detector.class)).containsExactly(new Detector("asked"));
		}
	}

	@Test
	void accountsAreAskedWhereTheOwnerIsAGap() {
		this.aws.on(Cells.OTHER, FakeAws.ANY, ASKED, Answer.refusing(403, "AccessDeniedException", "no"));
		Map<Cell, CellResult> results = walk();
		assertThat(result(results, Cells.OTHER, "eu-west-1", "guard-organization").status())
			.isEqualTo(CellStatus.DENIED);
		assertThat(result(results, Cells.MEMBER, "eu-west-1", "guard").evidence(Detector.class))
			.containsExactly(new Detector("asked"));
	}

	@Test
	void accountsAreAskedWhereTheOwnerIsLeftOut() {
		this.cells.without(new Exclusions(Set.of(), Set.of(), Set.of("guard-organization")));
		Map<Cell, CellResult> results = walk();
		assertThat(result(results, Cells.OTHER, "eu-west-1", "guard-organization").status())
			.isEqualTo(CellStatus.EXCLUDED);
		assertThat(result(results, Cells.MEMBER, "eu-west-1", "guard").answeredBy()).isNull();
	}

	@Test
	void anAccountThatLetsNobodyInIsStillProven() {
		this.aws.on("sts:AssumeRole", (call) -> {
			if (call.request().toString().contains(":" + Cells.MEMBER + ":")) {
				throw FakeAws.refusal(403, "AccessDenied", "not authorized to perform: sts:AssumeRole");
			}
			return this.aws.letIn(call);
		});
		Map<Cell, CellResult> results = walk();
		assertThat(result(results, Cells.MEMBER, "global", "iam-root-user").status()).isEqualTo(CellStatus.DENIED);
		assertThat(result(results, Cells.MEMBER, "eu-west-1", "guard").status()).isEqualTo(CellStatus.READ);
	}

	@Test
	void anAnswerThatCannotBeUsedProvesNothing() {
		this.states.put(Cells.MEMBER, "A NEW STATE");
		assertThat(result(walk(), Cells.MEMBER, "eu-west-1", "guard").evidence(Detector.class))
			.containsExactly(new Detector("asked"));
	}

	@Test
	void whoeverShouldHaveNamedTheOwnerHasItsGap() {
		this.aws.on(Cells.MANAGEMENT, "eu-west-1", ASKED, Answer.refusing(403, "AccessDeniedException", "no"));
		Map<Cell, CellResult> results = walk();
		CellResult naming = result(results, Cells.MANAGEMENT, "eu-west-1", "guard-administrators");
		CellResult owner = result(results, Cells.MANAGEMENT, "eu-west-1", "guard-organization");
		assertThat(owner.status()).isEqualTo(CellStatus.DENIED);
		assertThat(owner.failure()).isEqualTo(naming.failure());
		assertThat(owner.calls()).isZero();
		assertThat(result(results, Cells.OTHER, "us-east-1", "guard-organization").status()).isEqualTo(CellStatus.READ);
		assertThat(result(results, Cells.MEMBER, "eu-west-1", "guard").answeredBy()).isNull();
	}

	@Test
	void whereTheNamingServiceIsOffTheOwnersAnswerIsToo() {
		this.named.remove("eu-west-1");
		assertThat(result(walk(), Cells.MANAGEMENT, "eu-west-1", "guard-organization").status())
			.isEqualTo(CellStatus.NOT_ENABLED);
	}

	@Test
	void whereNobodyIsNamedTheServiceIsOffForTheOrganization() {
		this.named.put("eu-west-1", List.of());
		Map<Cell, CellResult> results = walk();
		CellResult owner = result(results, Cells.MANAGEMENT, "eu-west-1", "guard-organization");
		assertThat(owner.status()).isEqualTo(CellStatus.NOT_ENABLED);
		assertThat(owner.requestId())
			.isEqualTo(result(results, Cells.MANAGEMENT, "eu-west-1", "guard-administrators").requestId());
	}

	@Test
	void aStrangerToTheRosterIsNotEntered() {
		this.named.put("eu-west-1", List.of("999999999999"));
		Map<Cell, CellResult> results = walk();
		CellResult owner = result(results, Cells.MANAGEMENT, "eu-west-1", "guard-organization");
		assertThat(owner.status()).isEqualTo(CellStatus.FAILED);
		assertThat(owner.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.errorCode()).isEqualTo("OWNER_UNKNOWN"));
		assertThat(this.aws.calls("sts:AssumeRole"))
			.noneMatch((call) -> call.request().toString().contains("999999999999"));
	}

	@Test
	void everyRegionHasAnOwnerOfItsOwn() {
		this.named.put("us-east-1", List.of(Cells.MEMBER, Cells.MEMBER));
		Map<Cell, CellResult> results = walk();
		assertThat(owners(results, "guard-organization")).containsExactlyInAnyOrder(Cells.OTHER + " eu-west-1",
				Cells.MEMBER + " us-east-1");
	}

	@Test
	void severalOwnersOfARegionProveNothing() {
		this.named.put("us-east-1", List.of(Cells.MEMBER, Cells.OTHER));
		Map<Cell, CellResult> results = walk();
		assertThat(owners(results, "guard-organization")).containsExactlyInAnyOrder(Cells.OTHER + " eu-west-1",
				Cells.MEMBER + " us-east-1", Cells.OTHER + " us-east-1");
		assertThat(result(results, Cells.MEMBER, "us-east-1", "guard").answeredBy()).isNull();
	}

	@Test
	void anAccountsCellSeesWhatTheOwnerSaysAboutIt() {
		this.sources.add(given(
				SourceDefinition.regional("guard-details", ConfigClient.class)
					.evidence(Detail.class)
					.dependsOn("guard-organization", "account-regions")
					.build(),
				(cell) -> cell.evidence(Member.class).forEach((seen) -> cell.emit(new Detail(seen.account())))));
		this.states.put(Cells.OTHER, "ENABLED");
		Map<Cell, CellResult> results = walk();
		assertThat(result(results, Cells.MEMBER, "eu-west-1", "guard-details").evidence(Detail.class))
			.extracting(Detail::about)
			.containsExactlyInAnyOrder(Cells.MEMBER, Cells.OTHER);
		assertThat(result(results, Cells.MANAGEMENT, "eu-west-1", "guard-details").evidence(Detail.class))
			.extracting(Detail::about)
			.containsExactly(Cells.OTHER);
	}

	@Test
	void anAccountsCellHasTheGapOfTheOwnerThatItNeeds() {
		this.sources.add(given(
				SourceDefinition.global("guard-details", ConfigClient.class).dependsOn("guard-organization").build(),
				(cell) -> {
				}));
		this.aws.on(Cells.OTHER, "us-east-1", ASKED, Answer.refusing(403, "AccessDeniedException", "no"));
		CellResult details = result(walk(), Cells.MEMBER, "global", "guard-details");
		assertThat(details.status()).isEqualTo(CellStatus.DENIED);
		assertThat(details.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.operation()).isEqualTo(ASKED));
	}

	@Test
	void aRegionsCellNeedsTheGlobalOneAndEveryOther() {
		this.sources.add(given(SourceDefinition.regional("guard-details", ConfigClient.class)
			.dependsOn("iam-root-user", "config-rules")
			.build(), (cell) -> {
			}));
		this.aws.on(Cells.MEMBER, FakeAws.ANY, "iam:GetAccountSummary",
				Answer.refusing(403, "AccessDeniedException", "no"));
		this.aws.on(Cells.OTHER, "eu-west-1", "config:DescribeConfigRules",
				Answer.refusing(403, "AccessDeniedException", "no"));
		Map<Cell, CellResult> results = walk();
		assertThat(result(results, Cells.MEMBER, "us-east-1", "guard-details").status()).isEqualTo(CellStatus.DENIED);
		assertThat(result(results, Cells.OTHER, "eu-west-1", "guard-details").status()).isEqualTo(CellStatus.DENIED);
		assertThat(result(results, Cells.OTHER, "us-east-1", "guard-details").status()).isEqualTo(CellStatus.READ);
	}

	@Test
	void anOwnersCellNeedsItsOwnOfWhatIsAskedOfTheSameAccounts() {
		this.sources.add(given(owner("guard-findings").dependsOn("guard-organization", "guard-administrators").build(),
				(cell) -> cell.evidence(Member.class)
					.forEach((seen) -> cell.emit(new Detail(cell.account().id() + " " + seen.account())))));
		this.named.put("eu-west-1", List.of(Cells.MEMBER, Cells.OTHER));
		this.aws.on(Cells.MEMBER, "eu-west-1", ASKED, Answer.refusing(403, "AccessDeniedException", "no"));
		Map<Cell, CellResult> results = walk();
		assertThat(result(results, Cells.MEMBER, "eu-west-1", "guard-findings").status()).isEqualTo(CellStatus.DENIED);
		assertThat(result(results, Cells.OTHER, "eu-west-1", "guard-findings").evidence(Detail.class))
			.containsExactly(new Detail(Cells.OTHER + " " + Cells.MEMBER));
	}

	@Test
	void aGlobalAnswerForTheOrganizationNeedsThatOfEveryRegion() {
		this.sources.add(given(SourceDefinition.organizational("guard-home", Scope.ORGANIZATION, ConfigClient.class)
			.askedIn(AskedIn.NAMED_ADMINISTRATOR)
			.dependsOn("guard-administrators")
			.build(), (cell) -> {
			}));
		assertThat(owners(walk(), "guard-home")).containsExactly(Cells.OTHER + " global");
		this.aws.on(Cells.MANAGEMENT, "us-east-1", ASKED, Answer.refusing(403, "AccessDeniedException", "no"));
		assertThat(result(walk(), Cells.MANAGEMENT, "global", "guard-home").status()).isEqualTo(CellStatus.DENIED);
	}

	@Test
	void aQuestionAboutEachAccountIsAskedOfTheAdministratorAndAboutManagementOfManagement() {
		this.sources.add(given(SourceDefinition.global("contacts", ConfigClient.class)
			.askedIn(AskedIn.ADMINISTRATOR_OR_MANAGEMENT, "account.amazonaws.com")
			.operations("0.2.0", "config:DescribePendingAggregationRequests")
			.evidence(Detail.class)
			.build(), (cell) -> {
				cell.client(ConfigClient.class).describePendingAggregationRequests();
				cell.emit(new Detail(cell.account().id().value()));
			}));
		this.sources.removeIf((source) -> source.definition().name().startsWith("guard"));
		this.cells.administrators(List.of(new DelegatedAdministrator(Cells.OTHER, "account.amazonaws.com", null)));
		Map<Cell, CellResult> results = walk();
		for (String account : List.of(Cells.MANAGEMENT, Cells.MEMBER, Cells.OTHER)) {
			assertThat(result(results, account, "global", "contacts").evidence(Detail.class))
				.containsExactly(new Detail(account));
		}
		assertThat(this.aws.calls(ASKED)).extracting(Call::account)
			.containsExactlyInAnyOrder(Cells.MANAGEMENT, Cells.OTHER, Cells.OTHER);
	}

	@Test
	void anAccountIsAskedInARegionThatNoOwnerHas() {
		this.cells.regionsAdded();
		has(Cells.MEMBER, "me-south-1");
		Map<Cell, CellResult> results = walk();
		CellResult asked = result(results, Cells.MEMBER, "me-south-1", "guard");
		assertThat(asked.answeredBy()).isNull();
		assertThat(asked.evidence(Detector.class)).containsExactly(new Detector("asked"));
		assertThat(result(results, Cells.MEMBER, "eu-west-1", "guard").answeredBy()).isNotNull();
		assertThat(results.keySet()).extracting(Cell::region, (cell) -> cell.account().value())
			.filteredOn((place) -> place.toList().get(0).equals("me-south-1"))
			.containsOnly(tuple("me-south-1", Cells.MEMBER));
	}

	@Test
	void anOwnerIsAskedAndProvesInARegionThatItsOwnListAdds() {
		this.cells.regionsAdded().owners(owners(Cells.MANAGEMENT, "me-south-1"));
		has(Cells.MEMBER, "me-south-1");
		this.named.put("me-south-1", List.of(Cells.OTHER));
		Map<Cell, CellResult> results = walk();
		assertThat(owners(results, "guard-administrators")).contains(Cells.MANAGEMENT + " me-south-1");
		assertThat(owners(results, "guard-organization")).contains(Cells.OTHER + " me-south-1");
		assertThat(result(results, Cells.MEMBER, "me-south-1", "guard").answeredBy())
			.isEqualTo(new Cell(new AccountId(Cells.OTHER), "me-south-1", "guard-organization"));
		assertThat(results).doesNotContainKey(OwnRegions.cell(new AccountId(Cells.MANAGEMENT)));
		assertThat(this.aws.calls("account:ListRegions")).extracting(Call::account)
			.containsExactlyInAnyOrder(Cells.MEMBER, Cells.OTHER);
	}

	@Test
	void anOwnerIsNotAskedInARegionThatItHasDisabled() {
		this.cells.owners(new KnownOwners(List.of(), List.of(new OwnRegions(new AccountId(Cells.MANAGEMENT),
				List.of(new AccountRegion("us-east-1", "DISABLED")), null))));
		Map<Cell, CellResult> results = walk();
		CellResult closed = result(results, Cells.MANAGEMENT, "us-east-1", "guard-administrators");
		assertThat(closed.status()).isEqualTo(CellStatus.REGION_DISABLED);
		assertThat(closed.calls()).isZero();
		assertThat(result(results, Cells.MEMBER, "us-east-1", "guard").answeredBy()).isNull();
	}

	@Test
	void aCellThatNeedsAnOwnersAnswerIsAGapInARegionThatNoOwnerHas() {
		this.sources.add(given(
				SourceDefinition.regional("guard-details", ConfigClient.class).dependsOn("guard-organization").build(),
				(cell) -> {
				}));
		this.cells.regionsAdded();
		has(Cells.MEMBER, "me-south-1");
		CellResult details = result(walk(), Cells.MEMBER, "me-south-1", "guard-details");
		assertThat(details.status()).isEqualTo(CellStatus.FAILED);
		assertThat(details.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.message()).contains("me-south-1"));
	}

	@Test
	void aCellMayNeedTheListOfAnOwnerThatWasReadBeforeAll() {
		this.sources.add(given(
				SourceDefinition.global("guard-details", ConfigClient.class)
					.evidence(Detail.class)
					.dependsOn("account-regions")
					.build(),
				(cell) -> cell.evidence(AccountRegion.class)
					.forEach((region) -> cell.emit(new Detail(region.name())))));
		this.cells.owners(owners(Cells.MANAGEMENT, "me-south-1"));
		assertThat(result(walk(), Cells.MANAGEMENT, "global", "guard-details").evidence(Detail.class))
			.containsExactly(new Detail("me-south-1"));
	}

	private static KnownOwners owners(String account, String region) {
		return new KnownOwners(List.of(),
				List.of(new OwnRegions(new AccountId(account), List.of(new AccountRegion(region, "ENABLED")), null)));
	}

	/** An account's own list has a Region besides the night's. */
	private void has(String account, String region) {
		this.aws.on(account, FakeAws.ANY, "account:ListRegions",
				Answer.of(ListRegionsResponse.builder()
					.regions((listed) -> listed.regionName(region).regionOptStatus("ENABLED"))
					.build()));
	}

	private Source administrators() {
		return new GivenSource(
				SourceDefinition.organizational("guard-administrators", Scope.ORGANIZATION_REGION, ConfigClient.class)
					.askedIn(AskedIn.MANAGEMENT)
					.operations("0.2.0", "config:DescribePendingAggregationRequests")
					.evidence(Administrator.class)
					.build(),
				(cell) -> {
					cell.client(ConfigClient.class).describePendingAggregationRequests();
					List<String> named = this.named.get(cell.region().id());
					if (named != null) {
						named.forEach((account) -> cell.emit(new Administrator(new AccountId(account))));
					}
					return (named != null) ? Source.Answer.READ : Source.Answer.NOT_ENABLED;
				});
	}

	private Source organization() {
		return given(owner("guard-organization").dependsOn("guard-administrators").evidence(Member.class).build(),
				(cell) -> {
					cell.client(ConfigClient.class).describePendingAggregationRequests();
					this.states.forEach((account, state) -> cell.emit(new AccountId(account), cell.region().id(),
							new Member(account, state)));
				});
	}

	private static SourceDefinition.Builder owner(String name) {
		return SourceDefinition.organizational(name, Scope.ORGANIZATION_REGION, ConfigClient.class)
			.askedIn(AskedIn.NAMED_ADMINISTRATOR)
			.operations("0.2.0", "config:DescribePendingAggregationRequests");
	}

	private static Source guarded() {
		SourceDefinition definition = SourceDefinition.regional("guard", ConfigClient.class)
			.operations("0.2.0", "config:DescribePendingAggregationRequests")
			.evidence(Detector.class)
			.answeredBy("guard-organization")
			.build();
		return new Source() {

			@Override
			public SourceDefinition definition() {
				return definition;
			}

			@Override
			public Answer collect(CellScope cell) {
				cell.client(ConfigClient.class).describePendingAggregationRequests();
				cell.emit(new Detector("asked"));
				return Answer.READ;
			}

			@Override
			public Proof prove(OwnerAnswer owner) {
				owner.emit(new Detector("proven"));
				return owner.aboutAccount(Member.class).stream().findFirst().map((member) -> switch (member.state()) {
					case "ENABLED" -> Proof.READ;
					case "OFF" -> Proof.NOT_ENABLED;
					case "ABSENT" -> Proof.NOT_AVAILABLE;
					case "UNPROCESSED" -> Proof.NOTHING;
					default -> throw new IllegalArgumentException(member.state());
				}).orElse(Proof.NOTHING);
			}

		};
	}

	private static Source given(SourceDefinition definition, Consumer<CellScope> asking) {
		return new GivenSource(definition, (cell) -> {
			asking.accept(cell);
			return Source.Answer.READ;
		});
	}

	private Map<Cell, CellResult> walk() {
		Collecting collecting = this.cells.with(this.sources.toArray(Source[]::new)).collecting(SAME_THREAD, 100);
		List<CellResult> foundations = collecting.askFoundations(OwnerAnswers.NONE).join();
		CompletableFuture<OwnerAnswers> answers = CompletableFuture.completedFuture(OwnerAnswers.held(foundations));
		Map<Cell, CellResult> results = new HashMap<>();
		foundations.forEach((result) -> assertThat(results.put(result.cell(), result)).isNull());
		collecting.askOwners(answers)
			.join()
			.forEach((result) -> assertThat(results.put(result.cell(), result)).isNull());
		RollCall call = collecting.call(this.cells.night().discovery().accounts(), answers);
		try {
			for (WalkedAccount account = call.next(); account != null; account = call.next()) {
				account.results().forEach((result) -> assertThat(results.put(result.cell(), result)).isNull());
			}
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
		return results;
	}

	/** The accounts that were asked. */
	private List<String> asked() {
		return this.aws.calls(ASKED).stream().map(Call::account).toList();
	}

	private static List<String> owners(Map<Cell, CellResult> results, String source) {
		return results.keySet()
			.stream()
			.filter((cell) -> cell.source().equals(source))
			.map((cell) -> cell.account() + " " + cell.region())
			.toList();
	}

	private static CellResult result(Map<Cell, CellResult> results, String account, String region, String source) {
		return Objects.requireNonNull(results.get(new Cell(new AccountId(account), region, source)));
	}

	record Administrator(AccountId administrator) implements NamesAdministrator {

	}

	record Member(String account, String state) {

	}

	record Detector(String state) {

	}

	record Detail(String about) {

	}

}
