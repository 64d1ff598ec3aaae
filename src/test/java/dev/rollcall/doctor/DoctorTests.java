package dev.rollcall.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.rollcall.account.CallEnvironment;
import dev.rollcall.account.Connection;
import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeTime;
import dev.rollcall.account.IamAction;
import dev.rollcall.account.Redaction;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.Clocks;
import dev.rollcall.collect.FakeOrganization;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.doctor.Diagnosis.Level;
import dev.rollcall.doctor.Diagnosis.Subject;
import dev.rollcall.job.WayIntoAws;
import dev.rollcall.organization.OrganizationReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.guardduty.model.ListOrganizationAdminAccountsResponse;
import software.amazon.awssdk.services.guardduty.model.ListMembersResponse;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** A night over four accounts, of which one is where we run, in two Regions. */
class DoctorTests {

	private static final SourceCatalog CATALOG = Cells.shipped();

	/** Asked only where all accounts disown a thing. */
	private static final String SEARCH = "s3:ListAllMyBuckets";

	private static final String IDENTITY = "because no identity-based policy allows the action";

	private static final String SCP = "with an explicit deny in a service control policy";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	private final FakeAws aws = organization();

	private String configuration = "rollcall: {external-id: an-id, regions: [ap-northeast-1, us-east-1]}";

	@Test
	void saysOfWhoIsToldThatItWasNotTried() {
		this.configuration = """
				rollcall:
				  external-id: an-id
				  regions: [ap-northeast-1, us-east-1]
				  notice: {sns-topic: "arn:aws:sns:us-east-1:222222222222:nights", event-bus: rollcall}
				  metrics: {otlp-endpoint: "http://localhost:4318"}
				""";
		Examined examined = examine();
		assertThat(examined.faults()).isEmpty();
		assertThat(examined.of(Subject.NOTICE))
			.allSatisfy((diagnosis) -> assertThat(diagnosis.finding()).endsWith("not tried"))
			.extracting(Diagnosis::place)
			.containsExactly("arn:aws:sns:us-east-1:222222222222:nights", "rollcall", "http://localhost:4318");
		assertThat(examined.of(Subject.NOTICE)).extracting((diagnosis) -> String.valueOf(diagnosis.next()))
			.satisfiesExactly((topic) -> assertThat(topic).contains("sns:Publish"),
					(bus) -> assertThat(bus).contains("events:PutEvents"),
					(collector) -> assertThat(collector).isEqualTo("null"));
	}

	@Test
	void findsNothingWhereNothingIsMissing() {
		Examined examined = examine();
		assertThat(examined.faults()).isEmpty();
		assertThat(examined.of(Subject.ACCOUNT)).extracting(Diagnosis::place)
			.containsExactly(Cells.MANAGEMENT + " management", Cells.MEMBER + " member", Cells.OTHER + " other",
					FakeAws.OWN + " audit");
		assertThat(examined.of(Subject.PERMISSION)).as("all is tried but a search for what all disown")
			.filteredOn((one) -> one.level() != Level.OK)
			.singleElement()
			.extracting(Diagnosis::finding)
			.asString()
			.endsWith("was refused: " + SEARCH);
		assertThat(examined.prognosis()).isEqualTo(Prognosis.COMPLETE);
	}

	@Test
	void leavesNothingBehind() {
		Path made = this.directory.resolve("nights");
		this.directory = made.resolve("of/mine");
		assertThat(examine().prognosis()).isEqualTo(Prognosis.COMPLETE);
		assertThat(made).doesNotExist();
	}

	static Stream<String> actionsOfSources() {
		return CATALOG.definitions()
			.stream()
			.map(SourceDefinition::actions)
			.flatMap(List::stream)
			.filter((action) -> !action.equals(SEARCH))
			.distinct()
			.sorted();
	}

	@ParameterizedTest
	@MethodSource("actionsOfSources")
	void namesTheOneActionThatIsMissingAndWhomToAsk(String action) {
		refuse(action, IDENTITY);
		Examined examined = examine();
		assertThat(examined.missing()).as("%s", examined.faults()).containsExactly(action);
		assertThat(examined.faults()).isNotEmpty()
			.allSatisfy((fault) -> assertThat(fault.next()).contains("allow " + action).contains("rollcall policy"));
		assertThat(examined.prognosis()).isEqualTo(Prognosis.GAPS);
	}

	@Test
	void namesTheActionWithoutWhichNobodyFindsAnOwner() {
		CATALOG.distinctSources()
			.forEach((source) -> source.definition()
				.operations()
				.forEach((operation) -> this.aws.on(operation, Answer.refusing(403, "AccessDenied", "Access Denied"))));
		refuse(SEARCH, IDENTITY);
		assertThat(examine().of(Subject.PERMISSION)).filteredOn((one) -> one.level() == Level.NOTE)
			.extracting(Diagnosis::next)
			.anyMatch((next) -> next.contains("allow " + SEARCH + " to the roles"));
	}

	/** One of each service. */
	static Stream<String> actionsOfServices() {
		Set<String> services = new HashSet<>();
		return actionsOfSources().filter((action) -> services.add(action.replaceAll(":.*", "")));
	}

	@ParameterizedTest
	@MethodSource("actionsOfServices")
	void asksTheKeepersOfPoliciesWhereTheOrganizationRefuses(String action) {
		refuse(action, SCP);
		Examined examined = examine();
		assertThat(examined.missing()).as("%s", examined.faults()).isSubsetOf(action);
		assertThat(examined.faults()).isNotEmpty()
			.allSatisfy((fault) -> assertThat(fault.next()).containsAnyOf(
					"service control policies (management account " + Cells.MANAGEMENT + ") to allow " + action,
					"expected-gaps"));
	}

	static Stream<String> actionsOfTheRoster() {
		return new TreeSet<>(OrganizationReader.OPERATIONS).stream()
			.filter((action) -> !action.endsWith("ListParents"));
	}

	@ParameterizedTest
	@MethodSource("actionsOfTheRoster")
	void saysWhichActionTheRosterCannotBeReadWithout(String action) {
		refuse(action, IDENTITY);
		Examined examined = examine();
		assertThat(examined.faults()).singleElement().satisfies((fault) -> {
			assertThat(fault.subject()).isEqualTo(Subject.ORGANIZATION);
			assertThat(fault.finding()).contains(action);
			assertThat(fault.next()).contains("'identity'");
		});
		assertThat(examined.prognosis()).isEqualTo(Prognosis.UNREADABLE);
	}

	@Test
	void tellsAnAccountThatDoesNotTrustUsFromOthers() {
		this.aws.on("sts:AssumeRole", (call) -> {
			if (call.request().toString().contains(Cells.MEMBER)) {
				throw FakeAws.refusal(403, "AccessDenied", "not authorized to perform: sts:AssumeRole");
			}
			return this.aws.letIn(call);
		});
		Examined examined = examine();
		assertThat(examined.faults()).singleElement().satisfies((fault) -> {
			assertThat(fault.place()).isEqualTo(Cells.MEMBER + " member");
			assertThat(fault.finding()).startsWith("not entered: ");
			assertThat(fault.next())
				.startsWith(
						"ask who administers " + Cells.MEMBER + " for a role RollcallAudit that trusts arn:aws:sts::")
				.contains("with the ExternalId that the configuration has");
		});
		assertThat(examined.prognosis()).isEqualTo(Prognosis.GAPS);
	}

	@Test
	void namesTheAccountThatDoesNotTrustUsWhereItIsAskedAboutOthers() {
		this.aws.on("sts:AssumeRole", (call) -> {
			if (call.request().toString().contains(Cells.MANAGEMENT)) {
				throw FakeAws.refusal(403, "AccessDenied", "not authorized to perform: sts:AssumeRole");
			}
			return this.aws.letIn(call);
		});
		assertThat(examine().faults()).extracting((fault) -> String.valueOf(fault.next()))
			.noneMatch((next) -> next.contains("who administers " + FakeAws.OWN))
			.anyMatch((next) -> next.startsWith("ask who administers ") && next.contains(Cells.MANAGEMENT)
					&& next.contains(" for a role RollcallAudit"));
	}

	@Test
	void namesTheRolesThatAskForNoExternalId() {
		this.aws.on("sts:AssumeRole", (call) -> {
			AssumeRoleRequest request = call.request(AssumeRoleRequest.class);
			if (request.externalId() == null && !request.roleArn().contains(Cells.OTHER)) {
				throw FakeAws.refusal(403, "AccessDenied", "not authorized to perform: sts:AssumeRole");
			}
			return this.aws.letIn(call);
		});
		assertThat(examine().of(Subject.TRUST)).singleElement().satisfies((note) -> {
			assertThat(note.level()).isEqualTo(Level.NOTE);
			assertThat(Redaction.of(note.finding())).as("no id is taken for a credential")
				.isEqualTo("without the ExternalId 1 of 3 let us in, which are " + Cells.OTHER);
			assertThat(note.next()).contains("RollcallAudit", "sts:ExternalId");
		});
	}

	@Test
	void opensNothingWithASessionThatTheExternalIdShouldHaveKeptShut() {
		List<AssumeRoleRequest> bare = new ArrayList<>();
		this.aws.on("sts:AssumeRole", (call) -> {
			AssumeRoleRequest request = call.request(AssumeRoleRequest.class);
			if (request.externalId() == null) {
				bare.add(request);
				throw FakeAws.refusal(403, "AccessDenied", "not authorized to perform: sts:AssumeRole");
			}
			return this.aws.letIn(call);
		});
		assertThat(examine().of(Subject.TRUST)).singleElement().extracting(Diagnosis::level).isEqualTo(Level.OK);
		assertThat(bare).hasSize(3).allSatisfy((request) -> assertThat(request.policy()).contains("Deny"));
	}

	@Test
	void doesNotTakeAnotherFailureForARoleThatRefuses() {
		this.aws.on("sts:AssumeRole", (call) -> {
			if (call.request(AssumeRoleRequest.class).externalId() == null) {
				throw FakeAws.refusal(400, "PackedPolicyTooLarge", "too large");
			}
			return this.aws.letIn(call);
		});
		assertThat(examine().of(Subject.TRUST)).hasSize(3).allSatisfy((note) -> {
			assertThat(note.level()).isEqualTo(Level.NOTE);
			assertThat(Redaction.of(note.finding())).contains("is not known", "too large");
		});
	}

	@Test
	void triesNoRoleWhereNoExternalIdIsConfigured() {
		this.configuration = "rollcall: {regions: [ap-northeast-1, us-east-1]}";
		assertThat(examine().of(Subject.TRUST)).isEmpty();
	}

	@Test
	void expectsNoNightWhereOnlyOurOwnAccountLetsUsIn() {
		this.aws.on("sts:AssumeRole",
				Answer.refusing(403, "AccessDenied", "not authorized to perform: sts:AssumeRole " + IDENTITY));
		Examined examined = examine();
		assertThat(examined.of(Subject.ACCOUNT).stream().filter((one) -> one.level() == Level.FAULT)).hasSize(3)
			.allSatisfy(
					(fault) -> assertThat(fault.next()).startsWith("allow sts:AssumeRole to what runs Rollcall, arn:"));
		assertThat(examined.prognosis()).isEqualTo(Prognosis.UNREADABLE);
	}

	@Test
	void givesTheEntryForARegionThatAPolicyClosesToEverybody() {
		close(FakeAws.ANY, services());
		Examined examined = examine();
		assertThat(examined.of(Subject.REGION)).singleElement().satisfies((region) -> {
			assertThat(region.place()).isEqualTo("us-east-1");
			assertThat(region.finding()).contains("(SCP)").contains("every account");
			assertThat(region.next()).endsWith("- {region: us-east-1, status: DENIED}");
		});
		this.configuration = "rollcall: {external-id: an-id, regions: [ap-northeast-1, us-east-1], expected-gaps: [{region: us-east-1, status: DENIED}]}";
		assertThat(examine().prognosis()).isEqualTo(Prognosis.COMPLETE);
	}

	@Test
	void givesTheFewestEntriesForARegionThatIsClosedToSome() {
		close(Cells.MEMBER, services());
		close(Cells.OTHER, List.of("cloudtrail"));
		assertThat(examine().of(Subject.REGION)).singleElement()
			.extracting(Diagnosis::next)
			.asString()
			.contains("- {account: \"" + Cells.MEMBER + "\", region: us-east-1, status: DENIED}")
			.contains("- {account: \"" + Cells.OTHER + "\", region: us-east-1, source: cloudtrail, status: DENIED}")
			.doesNotContain("source: config");
	}

	@Test
	void saysThatTheOutputCannotBeUsedAndLooksOn() throws Exception {
		this.directory = Files.writeString(this.directory.resolve("file"), "").resolve("nights");
		Examined examined = examine();
		assertThat(examined.faults()).extracting(Diagnosis::subject).containsExactly(Subject.OUTPUT);
		assertThat(examined.of(Subject.ACCOUNT)).hasSize(4);
		assertThat(examined.prognosis()).isEqualTo(Prognosis.UNUSABLE_OUTPUT);
	}

	@Test
	void saysWhatNobodyHereAsksFor() {
		this.aws.on("cloudtrail:DescribeTrails", Answer.of(DescribeTrailsResponse.builder().build()));
		assertThat(examine().of(Subject.PERMISSION)).filteredOn((one) -> one.level() == Level.NOTE)
			.singleElement()
			.extracting(Diagnosis::finding)
			.asString()
			.contains("cloudtrail:GetTrailStatus", "s3:GetBucketPolicyStatus")
			.doesNotContain("cloudtrail:DescribeTrails");
	}

	/** Those that are asked in each Region. */
	private static List<String> services() {
		return CATALOG.definitions()
			.stream()
			.filter(SourceDefinition::isRegional)
			.flatMap((source) -> source.operations().stream())
			.map((operation) -> operation.replaceAll(":.*", ""))
			.distinct()
			.toList();
	}

	private void close(String account, List<String> services) {
		CATALOG.definitions()
			.stream()
			.filter(SourceDefinition::isRegional)
			.flatMap((source) -> source.operations().stream())
			.filter((operation) -> services.contains(operation.replaceAll(":.*", "")))
			.forEach((operation) -> this.aws.on(account, "us-east-1", operation, Answer.refusing(403,
					"AccessDeniedException", "not authorized to perform: " + operation + " " + SCP)));
	}

	private void refuse(String action, String why) {
		Stream
			.concat(CATALOG.definitions().stream().flatMap((source) -> source.operations().stream()),
					OrganizationReader.OPERATIONS.stream())
			.filter((operation) -> IamAction.of(operation).equals(action))
			.forEach((operation) -> this.aws.on(operation, Answer.refusing(403, "AccessDenied",
					"User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: " + action + " " + why)));
	}

	private static FakeAws organization() {
		FakeAws aws = FakeOrganization.in(new FakeAws(new FakeTime()));
		List<Account> accounts = List.of(account(Cells.MANAGEMENT, "management"), account(Cells.MEMBER, "member"),
				account(Cells.OTHER, "other"), account(FakeAws.OWN, "audit"));
		aws.on("organizations:DescribeOrganization",
				Answer.of(DescribeOrganizationResponse.builder()
					.organization((organization) -> organization.id("o-1").masterAccountId(Cells.MANAGEMENT))
					.build()));
		aws.on("organizations:ListAccounts", Answer.of(ListAccountsResponse.builder().accounts(accounts).build()));
		aws.on("organizations:ListRoots",
				Answer.of(ListRootsResponse.builder().roots((root) -> root.id("r-1").name("Root")).build()));
		aws.on("organizations:ListOrganizationalUnitsForParent",
				Answer.of(ListOrganizationalUnitsForParentResponse.builder().build()));
		aws.on("organizations:ListParents",
				Answer.of(ListParentsResponse.builder().parents((parent) -> parent.id("r-1")).build()));
		// One of them is met in no unit, and asked for its parent.
		aws.on("organizations:ListAccountsForParent",
				Answer.of(ListAccountsForParentResponse.builder().accounts(accounts.subList(0, 3)).build()));
		aws.on("guardduty:ListOrganizationAdminAccounts",
				Answer.of(ListOrganizationAdminAccountsResponse.builder()
					.adminAccounts((admin) -> admin.adminAccountId(FakeAws.OWN).adminStatus("ENABLED"))
					.build()));
		aws.on("guardduty:ListMembers",
				Answer.of(ListMembersResponse.builder()
					.members((member) -> member.accountId(Cells.OTHER).relationshipStatus("Enabled").detectorId("d"))
					.build()));
		return aws.on("account:ListRegions",
				Answer.of(ListRegionsResponse.builder()
					.regions(Arrays.asList("ap-northeast-1", "us-east-1")
						.stream()
						.map((region) -> software.amazon.awssdk.services.account.model.Region.builder()
							.regionName(region)
							.regionOptStatus("ENABLED_BY_DEFAULT")
							.build())
						.toList())
					.build()));
	}

	private static Account account(String id, String name) {
		return Account.builder().id(id).name(name).state("ACTIVE").build();
	}

	private Examined examine() {
		Configuration read = ConfigurationReader.read("c.yaml", this.configuration, Map.of(), Map.of(),
				CATALOG.names());
		Connection connection = new Connection(
				StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID" + FakeAws.OWN, "secret")),
				FakeAws.HOME, Optional.empty(), 16, Optional.empty());
		Patient patient = new Patient(connection, read, CATALOG, Optional.of(Output.at(this.directory.toString())),
				Optional.empty(), Optional.empty(), List.of(), Clocks.of(this.aws.time()));
		RecordedCalls recorded = new RecordedCalls(this.aws);
		CallEnvironment environment = this.aws.environment(16).through(recorded);
		List<Diagnosis> diagnoses = new ArrayList<>();
		try (Workspace workspace = new Workspace()) {
			WayIntoAws way = new WayIntoAws(connection, read, CATALOG, "rollcall-doctor", environment, Runnable::run,
					1000, workspace, patient.clocks());
			Prognosis prognosis = new Doctor(patient, "doctor", way, recorded, workspace, diagnoses::add).examine();
			return new Examined(diagnoses, prognosis);
		}
	}

	private record Examined(List<Diagnosis> diagnoses, Prognosis prognosis) {

		List<Diagnosis> faults() {
			return this.diagnoses.stream().filter((one) -> one.level() == Level.FAULT).toList();
		}

		List<Diagnosis> of(Subject subject) {
			return this.diagnoses.stream().filter((one) -> one.subject() == subject).toList();
		}

		/** The actions that faults call missing, as coverage says it. */
		Set<String> missing() {
			Set<String> missing = new TreeSet<>();
			faults().forEach((fault) -> Pattern.compile("the permission ([a-z0-9-]+:\\w+) is missing")
				.matcher(fault.finding())
				.results()
				.forEach((found) -> missing.add(found.group(1))));
			return missing;
		}

	}

}
