package dev.rollcall.collect.guardduty;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Cells;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.guardduty.model.AccountStatistics;
import software.amazon.awssdk.services.guardduty.model.DescribeOrganizationConfigurationResponse;
import software.amazon.awssdk.services.guardduty.model.Finding;
import software.amazon.awssdk.services.guardduty.model.FindingStatistics;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.GetFindingsRequest;
import software.amazon.awssdk.services.guardduty.model.GetFindingsResponse;
import software.amazon.awssdk.services.guardduty.model.GetFindingsStatisticsRequest;
import software.amazon.awssdk.services.guardduty.model.GetFindingsStatisticsResponse;
import software.amazon.awssdk.services.guardduty.model.GetMemberDetectorsRequest;
import software.amazon.awssdk.services.guardduty.model.GetMemberDetectorsResponse;
import software.amazon.awssdk.services.guardduty.model.GroupByType;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsResponse;
import software.amazon.awssdk.services.guardduty.model.ListFindingsResponse;
import software.amazon.awssdk.services.guardduty.model.ListMembersResponse;
import software.amazon.awssdk.services.guardduty.model.ListOrganizationAdminAccountsResponse;
import software.amazon.awssdk.services.guardduty.model.Member;
import software.amazon.awssdk.services.guardduty.model.MemberDataSourceConfiguration;
import software.amazon.awssdk.services.guardduty.model.SeverityStatistics;

import static org.assertj.core.api.Assertions.assertThat;

/** What GuardDuty found, where its lists may not be whole. */
class GuarddutyFindingsTests {

	private static final String COUNT = "guardduty:GetFindingsStatistics";

	private static final int MEMBERS = 120;

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws);

	/** How many accounts an answer names, and whether it says that there are more. */
	private int named = MEMBERS;

	private boolean more;

	private boolean moreOfSome;

	@BeforeEach
	void anOrganizationOfManyMembersWithAFindingEach() {
		this.aws
			.on("guardduty:ListOrganizationAdminAccounts",
					Answer.of(ListOrganizationAdminAccountsResponse.builder()
						.adminAccounts((admin) -> admin.adminAccountId(Cells.MEMBER).adminStatus("ENABLED"))
						.build()))
			.on("guardduty:DescribeOrganizationConfiguration",
					Answer.of(DescribeOrganizationConfigurationResponse.builder().build()))
			.on("guardduty:ListMembers",
					Answer.of(ListMembersResponse.builder()
						.members(IntStream.range(0, MEMBERS).mapToObj(GuarddutyFindingsTests::member).toList())
						.build()))
			.on("guardduty:GetMemberDetectors",
					(call) -> described(((GetMemberDetectorsRequest) call.request()).accountIds()))
			.on(COUNT, (call) -> counted((GetFindingsStatisticsRequest) call.request()));
		detectors("ENABLED", "d");
		listed(MEMBERS);
	}

	private void detectors(String status, String... ids) {
		this.aws.on("guardduty:ListDetectors", Answer.of(ListDetectorsResponse.builder().detectorIds(ids).build()))
			.on("guardduty:GetDetector", Answer.of(GetDetectorResponse.builder().status(status).build()));
	}

	private void listed(int many) {
		this.aws
			.on("guardduty:ListFindings",
					Answer.of(ListFindingsResponse.builder()
						.findingIds(IntStream.range(0, many).mapToObj(String::valueOf).toList())
						.build()))
			.on("guardduty:GetFindings",
					(call) -> GetFindingsResponse.builder()
						.findings(((GetFindingsRequest) call.request()).findingIds()
							.stream()
							.map((id) -> finding(id, id(Integer.parseInt(id))))
							.toList())
						.build());
	}

	private static String id(int n) {
		return "%012d".formatted(n);
	}

	private static Member member(int n) {
		return Member.builder()
			.accountId(id(n))
			.detectorId("d" + n)
			.administratorId(Cells.MEMBER)
			.relationshipStatus("Enabled")
			.build();
	}

	private static GetMemberDetectorsResponse described(List<String> accounts) {
		return GetMemberDetectorsResponse.builder()
			.memberDataSourceConfigurations(accounts.stream()
				.map((account) -> MemberDataSourceConfiguration.builder()
					.accountId(account)
					.dataSources((sources) -> sources.cloudTrail((trail) -> trail.status("ENABLED"))
						.dnsLogs((dns) -> dns.status("ENABLED"))
						.flowLogs((flow) -> flow.status("ENABLED")))
					.build())
				.toList())
			.build();
	}

	private static Finding finding(String id, String account) {
		return Finding.builder()
			.id(id)
			.accountId(account)
			.type("T")
			.severity(8.0)
			.createdAt("2026-01-01T00:00:00.000Z")
			.build();
	}

	private GetFindingsStatisticsResponse counted(GetFindingsStatisticsRequest request) {
		FindingStatistics.Builder statistics = FindingStatistics.builder();
		List<String> some = some(request);
		if (!some.isEmpty()) {
			return answer(statistics
				.groupedByAccount(some.stream()
					.filter((account) -> !account.equals(Cells.MEMBER))
					.map(GuarddutyFindingsTests::group)
					.toList())
				.build(), this.moreOfSome);
		}
		if (request.groupBy() == GroupByType.ACCOUNT) {
			return answer(
					statistics.groupedByAccount(IntStream.range(0, this.named).mapToObj((n) -> group(id(n))).toList())
						.build(),
					this.more);
		}
		return answer(statistics.groupedBySeverity(severity(8.0, MEMBERS)).build(), false);
	}

	private static AccountStatistics group(String account) {
		return AccountStatistics.builder().accountId(account).totalFindings(1).build();
	}

	private static SeverityStatistics severity(double score, int findings) {
		return SeverityStatistics.builder().severity(score).totalFindings(findings).build();
	}

	private static GetFindingsStatisticsResponse answer(FindingStatistics statistics, boolean more) {
		return GetFindingsStatisticsResponse.builder()
			.findingStatistics(statistics)
			.nextToken(more ? "more" : null)
			.build();
	}

	/** The accounts that are asked about; none where all are. */
	private static List<String> some(GetFindingsStatisticsRequest request) {
		return Stream.ofNullable(request.findingCriteria())
			.flatMap((criteria) -> Stream.ofNullable(criteria.criterion().get("accountId")))
			.flatMap((condition) -> condition.equalsValue().stream())
			.toList();
	}

	private CellResult organization() {
		return this.cells.read(new GuarddutyOrganizationFindingsSource(), new GuarddutyAdministratorsSource(),
				new GuarddutyOrganizationSource());
	}

	private CellResult own() {
		return this.cells.read(new GuarddutyFindingsSource(), new GuarddutySource());
	}

	private long askedOfSome() {
		return this.aws.calls()
			.stream()
			.map(Call::request)
			.filter(GetFindingsStatisticsRequest.class::isInstance)
			.map(GetFindingsStatisticsRequest.class::cast)
			.filter((request) -> !some(request).isEmpty())
			.count();
	}

	/** A hundred may be a part, as is what comes to less than there are. */
	@ParameterizedTest
	@CsvSource({ "100, false", "99, true", "25, false" })
	void asksAboutSomeAccountsAtATimeWhereAnAnswerMayNotNameAll(int named, boolean more) {
		this.named = named;
		this.more = more;
		List<GuarddutyFindingCount> counts = organization().evidence(GuarddutyFindingCount.class);
		assertThat(counts).hasSize(MEMBERS + 1).allMatch(GuarddutyFindingCount::whole);
		assertThat(counts.stream().mapToLong(GuarddutyFindingCount::high).sum()).isEqualTo(MEMBERS);
		assertThat(askedOfSome()).as("of open and of archived ones").isEqualTo(2 * 3);
	}

	@Test
	void takesNoPartForTheWholeWhereSomeAreAskedAbout() {
		this.named = 100;
		this.moreOfSome = true;
		CellResult result = organization();
		assertThat(result.status()).isEqualTo(CellStatus.FAILED);
		assertThat(result.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.message()).contains("and maybe not all"));
	}

	@Test
	void seesNothingWholeOfMembersWhileItIsSuspended() {
		detectors("DISABLED", "d");
		this.named = 0;
		assertThat(organization().evidence(GuarddutyFindingCount.class)).filteredOn(GuarddutyFindingCount::whole)
			.singleElement()
			.satisfies((own) -> assertThat(own.high()).isZero());
	}

	@Test
	void addsUpWhatTwoDetectorsFound() {
		detectors("ENABLED", "a", "b");
		this.aws
			.on(COUNT,
					Answer.of(answer(FindingStatistics.builder().groupedBySeverity(severity(9.5, 1)).build(), false)))
			.on("guardduty:ListFindings",
					(call) -> ListFindingsResponse.builder()
						.findingIds("of " + call.request().getValueForField("DetectorId", String.class).orElseThrow())
						.build())
			.on("guardduty:GetFindings",
					(call) -> GetFindingsResponse.builder()
						.findings(((GetFindingsRequest) call.request()).findingIds()
							.stream()
							.map((id) -> finding(id, Cells.MEMBER).toBuilder().severity(9.5).build())
							.toList())
						.build());
		CellResult result = own();
		assertThat(result.evidence(GuarddutyFinding.class)).extracting(GuarddutyFinding::findingId)
			.containsExactlyInAnyOrder("of a", "of b");
		assertThat(result.evidence(GuarddutyFindingCount.class)).singleElement().satisfies((count) -> {
			assertThat(count.critical()).isEqualTo(2);
			assertThat(count.whole()).isTrue();
		});
	}

	@Test
	void saysWhereItsOwnListEnded() {
		this.aws.on(COUNT,
				Answer.of(answer(FindingStatistics.builder().groupedBySeverity(severity(8.0, 1_500)).build(), false)));
		listed(HighFindings.MOST + 1);
		this.aws.on("guardduty:GetFindings",
				(call) -> GetFindingsResponse.builder()
					.findings(((GetFindingsRequest) call.request()).findingIds()
						.stream()
						.map((id) -> finding(id, Cells.MEMBER))
						.toList())
					.build());
		assertThat(own().evidence(GuarddutyFindingCount.class)).singleElement().satisfies((count) -> {
			assertThat(count.capped()).isTrue();
			assertThat(count.whole()).isFalse();
			assertThat(count.high()).isEqualTo(1_500);
			assertThat(count.described()).isEqualTo(HighFindings.MOST);
		});
	}

	@Test
	void takesAHundredSeveritiesForNoWholeAnswer() {
		this.aws.on(COUNT,
				Answer.of(answer(FindingStatistics.builder()
					.groupedBySeverity(IntStream.range(0, 100).mapToObj((n) -> severity(2.0, 1)).toList())
					.build(), false)));
		assertThat(own().failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.message()).contains("100 severities, and maybe not all"));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.0, 0.9, 10.1, -1.0, Double.NaN })
	void takesNoScoreThatGuarddutyHasNotExplained(double score) {
		this.aws.on(COUNT,
				Answer.of(answer(FindingStatistics.builder().groupedBySeverity(severity(score, 1)).build(), false)));
		assertThat(own().failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.message()).contains("a score from 1 to 10 was expected"));
	}

	@ParameterizedTest
	@CsvSource({ "1.0, LOW", "3.9, LOW", "4.0, MEDIUM", "6.9, MEDIUM", "7.0, HIGH", "8.9, HIGH", "9.0, CRITICAL",
			"10.0, CRITICAL" })
	void tellsTheBandsApart(double score, FindingSeverity severity) {
		assertThat(FindingSeverity.of("score", score)).isEqualTo(severity);
	}

	@Test
	void asksNoFurtherWhereNothingWasFound() {
		this.aws.on(COUNT, Answer.of(answer(FindingStatistics.builder().groupedBySeverity(List.of()).build(), false)));
		organization();
		assertThat(this.aws.calls()).extracting(Call::operation)
			.doesNotContain("guardduty:ListFindings", "guardduty:GetFindings")
			.filteredOn(COUNT::equals)
			.hasSize(2);
	}

}
