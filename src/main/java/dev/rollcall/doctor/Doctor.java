package dev.rollcall.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.account.Deadlines;
import dev.rollcall.account.PlainFailures;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Exclusions;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.collect.Known;
import dev.rollcall.collect.KnownOwners;
import dev.rollcall.collect.NightScope;
import dev.rollcall.collect.OwnerAnswers;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.doctor.Diagnosis.Level;
import dev.rollcall.doctor.Diagnosis.Subject;
import dev.rollcall.doctor.PermissionProbe.Probed;
import dev.rollcall.job.AwsVisit;
import dev.rollcall.job.WayIntoAws;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.Roster;
import dev.rollcall.organization.UnreadableOrganizationException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Looks at everything that a night needs, and says what it would lack. What is asked is
 * asked by the engine of nights, of fewer cells and with less patience.
 */
public final class Doctor {

	private static final Duration ATTEMPT = Duration.ofSeconds(5);

	private static final Duration CALL = Duration.ofSeconds(10);

	private static final Duration CELL = Duration.ofSeconds(20);

	/** So many members are asked all that a night asks. */
	private static final int MEMBERS = 3;

	private final Patient patient;

	private final String runId;

	private final WayIntoAws way;

	private final RecordedCalls recorded;

	private final Workspace workspace;

	private final Consumer<Diagnosis> told;

	Doctor(Patient patient, String runId, WayIntoAws way, RecordedCalls recorded, Workspace workspace,
			Consumer<Diagnosis> told) {
		this.patient = patient;
		this.runId = runId;
		this.way = way;
		this.recorded = recorded;
		this.workspace = workspace;
		this.told = told;
	}

	/**
	 * Examines a night.
	 * @param runId names what is tried, in the output and in the accounts' trails
	 * @param told is given each diagnosis as it is made
	 */
	public static Prognosis examine(Patient patient, String runId, Workspace workspace, Consumer<Diagnosis> told) {
		AtomicReference<RecordedCalls> recorded = new AtomicReference<>();
		try (AwsVisit visit = AwsVisit.begin(patient.connection(), patient.configuration(), patient.catalog(),
				"rollcall-" + runId, impatient(patient.configuration().deadlines()), (clients) -> {
					RecordedCalls recording = new RecordedCalls(clients);
					recorded.set(recording);
					return recording;
				}, workspace, patient.clocks())) {
			return new Doctor(patient, runId, visit.way(), Objects.requireNonNull(recorded.get()), workspace, told)
				.examine();
		}
	}

	private static Deadlines impatient(Deadlines configured) {
		return new Deadlines(least(configured.attempt(), ATTEMPT), least(configured.call(), CALL),
				least(configured.cell(), CELL), configured.night());
	}

	private static Duration least(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	Prognosis examine() {
		Optional<String> self = identity();
		Prognosis output = output();
		new AudienceCheck(configuration().audience()).diagnoses().forEach(this::tell);
		if (self.isEmpty()) {
			return output.and(Prognosis.UNREADABLE);
		}
		Optional<Discovery> discovery = organization();
		return discovery.map((found) -> output.and(accounts(found, self.get())))
			.orElseGet(() -> output.and(Prognosis.UNREADABLE));
	}

	/** Who we are; empty where nobody says. */
	private Optional<String> identity() {
		this.patient.endpoints()
			.forEach((said) -> tell(Diagnosis.note(Subject.ENDPOINT, null, said,
					"unset it, unless you mean to call something that stands in for AWS")));
		try {
			AccountSessions sessions = this.way.sessions();
			GetCallerIdentityResponse self = sessions.own()
				.calls("sts:GetCallerIdentity")
				.client(StsClient.class, sessions.home())
				.getCallerIdentity();
			tell(Diagnosis.ok(Subject.IDENTITY, null, self.arn() + ", in " + sessions.home()));
			tell(new ClockCheck(this.patient.clocks().calls()).of(Optional.ofNullable(self.sdkHttpResponse())));
			return Optional.of(self.arn());
		}
		catch (UnreadableOrganizationException ex) {
			tell(Diagnosis.fault(Subject.IDENTITY, null, String.valueOf(ex.getMessage()), isOfTheNetwork(ex)
					? "see that this machine reaches AWS: by a route, by endpoints in the VPC, or by a proxy (HTTPS_PROXY, NO_PROXY)"
					: "give credentials that AWS knows: AWS_PROFILE, a task role, or keys in the environment"));
			return Optional.empty();
		}
	}

	private static boolean isOfTheNetwork(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException
					|| cause instanceof AwsServiceException answer && PlainFailures.isOfNobody(answer)) {
				return true;
			}
		}
		return false;
	}

	private Prognosis output() {
		if (this.patient.output().isEmpty()) {
			tell(Diagnosis.fault(Subject.OUTPUT, null, "neither --out nor the key 'output' says where nights are kept",
					"give --out, as 'run' would be given it"));
			return Prognosis.REFUSED;
		}
		List<Diagnosis> seen = new ArrayList<>();
		LocalDate today = LocalDate.ofInstant(this.patient.clocks().evidence().instant(), ZoneOffset.UTC);
		Prognosis prognosis = new OutputCheck(this.patient.output().get(), configuration().seal(), this.workspace,
				today, this.runId)
			.run(seen);
		seen.forEach(this::tell);
		return prognosis;
	}

	private Optional<Discovery> organization() {
		try {
			Discovery found = this.way.discover(this.patient.givenRegions());
			tell(Diagnosis.ok(Subject.ORGANIZATION, found.organizationId(),
					"%d accounts, of which %d are active; %d Regions: %s".formatted(found.accounts().size(),
							found.accounts().stream().filter((account) -> account.state().isCallable()).count(),
							found.regions().size(), String.join(", ", found.regions()))));
			return Optional.of(found);
		}
		catch (UnreadableOrganizationException ex) {
			tell(Diagnosis.fault(Subject.ORGANIZATION, null, String.valueOf(ex.getMessage()),
					organizationRemedy(String.valueOf(ex.getMessage()))));
			return Optional.empty();
		}
	}

	private String organizationRemedy(String answer) {
		if (answer.contains("service control policy")) {
			return "ask whoever keeps the organization's service control policies to allow it";
		}
		String whom = configuration().organizationRole()
			.filter((role) -> configuration().roster() == Roster.ORGANIZATION)
			.map((role) -> "'reader' to " + role)
			.orElse("'identity' to what runs Rollcall");
		return "allow what 'rollcall policy' prints as " + whom
				+ ((configuration().roster() == Roster.ORGANIZATION)
						? "; Organizations answers only its management account"
								+ " and delegated administrators (organization.role-arn names a role there)"
						: "");
	}

	private Prognosis accounts(Discovery discovery, String self) {
		Remedy remedy = new Remedy(this.patient.catalog(), configuration(), discovery, self);
		AccountRound round = new AccountRound(this.patient.catalog(), configuration().excludedSources());
		Set<AccountId> leftOut = this.patient.leftOut(discovery);
		NightScope night = new NightScope(discovery, new Exclusions(leftOut, Set.of(), round.leftOut()),
				configuration().logArchive());
		List<AccountChart> charts = AccountRound
			.walk(this.way.collecting(night, Known.NOTHING, KnownOwners.NONE), discovery.accounts(), OwnerAnswers.NONE)
			.stream()
			.map((walked) -> AccountChart.of(walked, discovery.ownAccount(), leftOut))
			.toList();
		List<Diagnosis> diagnoses = new ArrayList<>();
		charts.forEach((chart) -> diagnoses.add(chart.diagnosis(remedy, expected())));
		diagnoses.addAll(trust(charts));
		diagnoses.addAll(permissions(discovery, charts, remedy));
		diagnoses.addAll(new ClosedRegions(this.patient.catalog(), expected()).of(charts));
		diagnoses.forEach(this::tell);
		if (isClosed(charts)) {
			return Prognosis.UNREADABLE;
		}
		return diagnoses.stream().anyMatch((diagnosis) -> diagnosis.level() == Level.FAULT) ? Prognosis.GAPS
				: Prognosis.COMPLETE;
	}

	/** Whether nobody lets us in but the account where we run. */
	private static boolean isClosed(List<AccountChart> charts) {
		List<AccountChart> called = charts.stream().filter(AccountChart::isCalled).toList();
		List<AccountChart> others = called.stream().filter((chart) -> !chart.own()).toList();
		List<AccountChart> counted = others.isEmpty() ? called : others;
		return !counted.isEmpty() && counted.stream().noneMatch(AccountChart::isEntered);
	}

	private List<Diagnosis> trust(List<AccountChart> charts) {
		if (configuration().externalId().isEmpty()) {
			return List.of();
		}
		return new TrustCheck(this.way.sessions(), configuration().roleName())
			.of(probed(charts).stream().filter((chart) -> !chart.own()).map((chart) -> chart.account().id()).toList());
	}

	private List<Diagnosis> permissions(Discovery discovery, List<AccountChart> charts, Remedy remedy) {
		List<AccountChart> probed = probed(charts);
		String region = region(discovery, probed);
		Discovery there = new Discovery(discovery.roster(), discovery.ownAccount(), discovery.readerAccount(),
				discovery.organizationId(), discovery.managementAccount(), discovery.accounts(), List.of(region), true);
		NightScope night = new NightScope(there, new Exclusions(Set.of(), Set.of(), configuration().excludedSources()),
				configuration().logArchive());
		Probed answers = new PermissionProbe(this.patient.catalog(), this.way, this.recorded).run(night,
				probed.stream().map(AccountChart::account).toList());
		return new PermissionChart(this.patient.catalog(), configuration(), remedy).of(answers, region,
				probed.stream().map((chart) -> chart.account().id().value()).toList(), closed(charts));
	}

	private static Set<AccountId> closed(List<AccountChart> charts) {
		return charts.stream()
			.filter((chart) -> chart.isCalled() && !chart.isEntered())
			.map((chart) -> chart.account().id())
			.collect(Collectors.toSet());
	}

	/**
	 * Where we run, management, whose role is often made otherwise, and a few members,
	 * for what one of them has nothing to ask about.
	 */
	private static List<AccountChart> probed(List<AccountChart> charts) {
		List<AccountChart> entered = charts.stream().filter(AccountChart::isEntered).toList();
		return Stream
			.concat(entered.stream().filter(AccountChart::isSpecial),
					entered.stream().filter((chart) -> !chart.isSpecial()).limit(MEMBERS))
			.toList();
	}

	/** The Region where we run, if it is the night's and open to those who are asked. */
	private String region(Discovery discovery, List<AccountChart> probed) {
		Set<String> closed = new TreeSet<>();
		probed.forEach((chart) -> chart.results()
			.stream()
			.filter((result) -> result.status().isGap() || result.status() == CellStatus.REGION_DISABLED)
			.forEach((result) -> closed.add(result.cell().region())));
		String home = this.way.sessions().home().id();
		return Stream.concat(Stream.of(home).filter(discovery.regions()::contains), discovery.regions().stream())
			.filter((region) -> !closed.contains(region))
			.findFirst()
			.orElse(discovery.regions().get(0));
	}

	private ExpectedGaps expected() {
		return configuration().expectedGaps();
	}

	private Configuration configuration() {
		return this.patient.configuration();
	}

	private void tell(Diagnosis diagnosis) {
		this.told.accept(diagnosis);
	}

}
