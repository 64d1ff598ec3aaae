package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@code accessanalyzer.unused_access}. */
class AccessAnalyzerUnusedAccessTests {

	private static final String CONTROL = "accessanalyzer.unused_access";

	private static final String SOURCE = "access-analyzer-unused";

	private static final String RULES = "access-analyzer-archive-rules";

	private static final String REGION = "eu-west-1";

	private static final String OTHER_REGION = "us-east-1";

	private static final String MEMBER = "111111111111";

	private static final String AUDIT = "222222222222";

	private static final String MANAGEMENT = "999999999999";

	private static final String NOBODY = "No active analyzer of unused access, which AWS charges for, sees this account.";

	private static final String DENIED = "access-analyzer:ListFindingsV2 was denied (AccessDenied); the permission"
			+ " access-analyzer:ListFindings is missing.";

	@RegisterExtension
	final TestNight night = new TestNight();

	AccessAnalyzerUnusedAccessTests() {
		this.night.management(MANAGEMENT).member(MEMBER).member(AUDIT);
		for (String account : List.of(MANAGEMENT, MEMBER, AUDIT)) {
			this.night.cell(account, SOURCE, OTHER_REGION, CellStatus.NOT_ENABLED);
		}
	}

	@Test
	void judgesEveryAccountCompliantInWhichTheOrganizationsAnalyzerFindsNothing() {
		organizationLooks(Map.of());
		counts("all", "444444444444", Map.of("active_findings", 7));
		assertThat(this.night.judge(CONTROL)).extracting(Judgement::account, Judgement::verdict, Judgement::reason)
			.containsExactlyElementsOf(List.of(MEMBER, AUDIT, MANAGEMENT)
				.stream()
				.map((account) -> tuple(account, "COMPLIANT",
						"all finds nothing that nobody has used for 90 days; it last analyzed on 2026-11-22."))
				.toList());
	}

	@Test
	void saysHowMuchOfEveryKindNobodyUses() {
		organizationLooks(Map.of());
		counts("all", MEMBER, Map.of("finding_type", "UNUSED_IAM_ROLE", "active_findings", 1, "archived_findings", 9));
		counts("all", MEMBER, Map.of("finding_type", "UNUSED_IAM_USER_ACCESS_KEY", "active_findings", 2));
		counts("all", MEMBER, Map.of("finding_type", "UNUSED_IAM_USER_PASSWORD", "active_findings", 3));
		counts("all", MEMBER, Map.of("finding_type", "UNUSED_PERMISSION", "active_findings", 4));
		counts("all", MEMBER, Map.of("finding_type", "UNUSED_IN_2030", "active_findings", 5));
		counts("all", AUDIT, Map.of("finding_type", "UNUSED_IAM_ROLE"));
		assertThat(judgement(MEMBER)).isEqualTo(outcome("NON_COMPLIANT",
				"Nobody has used for 90 days: roles 1, access keys 2, passwords 3, roles and users with permissions 4,"
						+ " others 5; found by all."));
		assertThat(judgement(AUDIT)).startsWith("COMPLIANT");
	}

	@Test
	void namesTheAnalyzerThatFindsMostAndStandsBesideGaps() {
		organizationLooks(Map.of());
		looks(MEMBER, OTHER_REGION, "own", new HashMap<>());
		counts("all", MEMBER, Map.of("finding_type", "UNUSED_IAM_ROLE", "active_findings", 1));
		this.night.row("unused_access", MEMBER, OTHER_REGION, Map.of("analyzer_arn", "own", "resource_account", MEMBER,
				"finding_type", "UNUSED_IAM_ROLE", "active_findings", 2));
		counts("all", AUDIT, Map.of("finding_type", "UNUSED_IAM_ROLE", "active_findings", 1));
		this.night.denied(MEMBER, SOURCE, REGION, "access-analyzer:ListFindingsV2");
		assertThat(judgement(MEMBER)).isEqualTo(outcome("NON_COMPLIANT",
				"Nobody has used for an unknown number of days: roles 2, access keys 0, passwords 0, roles and users with"
						+ " permissions 0, others 0; found by own."));
	}

	@Test
	void judgesTheAccountOfAnAnalyzerOfItsOwnAlone() {
		looks(MEMBER, OTHER_REGION, "own", age(Map.of("last_analyzed_at", "2026-11-22T12:00:00Z")));
		assertThat(judgement(MEMBER)).startsWith("COMPLIANT|own finds nothing");
		assertThat(judgement(AUDIT)).isEqualTo(outcome("INSUFFICIENT_DATA", NOBODY));
	}

	@Test
	void anOrganizationsAnalyzerSeesNobodyElseWhereTheRosterKnowsNoOrganization() {
		organizationLooks(Map.of());
		this.night.listed("555555555555").cell("555555555555", SOURCE, REGION, CellStatus.NOT_ENABLED);
		assertThat(judgement("555555555555")).isEqualTo(outcome("INSUFFICIENT_DATA", NOBODY));
	}

	@Test
	void anAnalyzerThatWasDeletedWhileItWasReadSeesNothing() {
		this.night.row("analyzer", AUDIT, REGION, age(Map.of("arn", "all", "type", "ORGANIZATION_UNUSED_ACCESS",
				"status", "ACTIVE", "last_analyzed_at", "2026-11-22T12:00:00Z")));
		assertThat(judgement(MEMBER)).isEqualTo(outcome("INSUFFICIENT_DATA", NOBODY));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			excluded_accounts | 111111111111 | all leaves this account out.
			excluded_tags     | team=on-call | all found nothing, but leaves out what is tagged team=on-call.
			""")
	void isNotCompliantWhereTheAnalyzerIsNarrowed(String column, String value, String reason) {
		organizationLooks(Map.of(column, List.of(value)));
		assertThat(judgement(MEMBER)).isEqualTo(outcome("INSUFFICIENT_DATA", reason));
		assertThat(judgement(AUDIT)).startsWith(column.endsWith("tags") ? "INSUFFICIENT_DATA" : "COMPLIANT");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			91 | all calls unused what nobody has used for 91 days, which is more than 90.
			0  | all does not say after how many days it calls access unused.
			""")
	void isNotCompliantWhereTheAnalyzerWaitsTooLong(long days, String reason) {
		Map<String, Object> values = new HashMap<>();
		if (days > 0) {
			values.put("unused_access_age", days);
		}
		looks(AUDIT, REGION, "all", organization(values));
		assertThat(judgement(MEMBER)).isEqualTo(outcome("INSUFFICIENT_DATA", reason));
	}

	@Test
	void isNotCompliantWhereTheAnalyzerHasNotAnalyzedForLong() {
		organizationLooks(Map.of("last_analyzed_at", "2026-11-21T00:59:59Z"));
		assertThat(judgement(MEMBER)).isEqualTo(outcome("INSUFFICIENT_DATA",
				"all last analyzed on 2026-11-21, more than 48 hours before it was asked."));
	}

	/** The findings of other accounts date it as well. */
	@Test
	void goesByTheLastFindingWhereTheAnalyzerHasNoOlderDateOrNone() {
		Map<String, Object> undated = organization(age(Map.of()));
		this.night.row("analyzer", AUDIT, REGION, undated)
			.row("unused_access_analyzer", AUDIT, REGION,
					Map.of("analyzer_arn", "all", "analyzed_at", "2026-11-21T01:00:00Z"));
		assertThat(judgement(MEMBER)).endsWith("last analyzed on 2026-11-21.");
		looks(MEMBER, OTHER_REGION, "a-later-one", age(Map.of("last_analyzed_at", "2020-11-21T01:00:00Z")),
				Map.of("analyzed_at", "2026-11-22T01:00:00Z"));
		assertThat(judgement(MEMBER)).isEqualTo(outcome("COMPLIANT",
				"a-later-one finds nothing that nobody has used for 90 days; it last analyzed on 2026-11-22."));
	}

	@Test
	void isNotCompliantWhereNothingSaysWhenTheAnalyzerLooked() {
		looks(AUDIT, REGION, "all", organization(age(Map.of())));
		assertThat(judgement(MEMBER))
			.isEqualTo(outcome("INSUFFICIENT_DATA", "all does not say when it last analyzed anything."));
	}

	@Test
	void isNotCompliantWhereTheAnalyzerCouldNotJudgeAll() {
		organizationLooks(Map.of());
		counts("all", MEMBER, Map.of("error_findings", 2));
		assertThat(judgement(MEMBER))
			.isEqualTo(outcome("INSUFFICIENT_DATA", "all could not judge all, findings without result: 2."));
		assertThat(judgement(AUDIT)).startsWith("COMPLIANT");
	}

	@Test
	void saysWhatWasArchivedByHandBesideAPass() {
		organizationLooks(Map.of());
		this.night.denied(MEMBER, RULES, REGION, "access-analyzer:ListArchiveRules");
		archived();
		rule("all", Map.of("rule_name", "break-glass", "names_resources", true));
		rule("another", Map.of("rule_name", "everything"));
		assertThat(judgement(MEMBER)).isEqualTo(outcome("COMPLIANT",
				"all finds nothing that nobody has used for 90 days but what was archived by hand or by name, findings: 3;"
						+ " it last analyzed on 2026-11-22."));
		assertThat(judgement(AUDIT)).isEqualTo(outcome("COMPLIANT",
				"all finds nothing that nobody has used for 90 days; it last analyzed on 2026-11-22."));
	}

	@Test
	void isNotCompliantWhereARuleThatNamesNothingArchives() {
		organizationLooks(Map.of());
		archived();
		rule("all", Map.of("rule_name", "everything", "names_resources", false));
		rule("all", Map.of("rule_name", "what it is"));
		assertThat(judgement(MEMBER)).isEqualTo(outcome("INSUFFICIENT_DATA",
				"all archives what it finds by a rule that names no resource, everything; archived findings: 3."));
		assertThat(judgement(AUDIT)).startsWith("COMPLIANT");
	}

	@Test
	void isNotCompliantWhereRulesCouldNotBeRead() {
		looks(AUDIT, REGION, "all", organization(age(Map.of("last_analyzed_at", "2026-11-22T12:00:00Z"))));
		this.night.denied(AUDIT, RULES, REGION, "access-analyzer:ListArchiveRules").read(AUDIT, RULES, OTHER_REGION);
		archived();
		assertThat(judgement(MEMBER)).isEqualTo(outcome("INSUFFICIENT_DATA",
				"all archives what it finds by rules that could not be read: access-analyzer:ListArchiveRules was denied"
						+ " (AccessDenied); the permission access-analyzer:ListArchiveRules is missing."));
		assertThat(judgement(AUDIT)).startsWith("COMPLIANT");
	}

	@Test
	void namesTheDeniedActionOfTheAccountItself() {
		this.night.denied(MEMBER, SOURCE, REGION, "access-analyzer:ListFindingsV2");
		assertThat(judgement(MEMBER)).isEqualTo(outcome("INSUFFICIENT_DATA", DENIED));
		assertThat(judgement(AUDIT)).isEqualTo(outcome("INSUFFICIENT_DATA", NOBODY));
	}

	@ParameterizedTest
	@CsvSource({ "999999999999, config.amazonaws.com, ACCOUNT",
			"222222222222, access-analyzer.amazonaws.com.cn, ACCOUNT",
			"222222222222, config.amazonaws.com, ORGANIZATION_UNUSED_ACCESS" })
	void saysWhereTheOrganizationsAnalyzerCouldBe(String owner, String administrates, String type) {
		this.night.denied(owner, SOURCE, REGION, "access-analyzer:ListFindingsV2")
			.row("analyzer", AUDIT, REGION, Map.of("arn", "any", "type", type, "status", "ACTIVE"))
			.row("delegated_administrator", MANAGEMENT, "global",
					Map.of("service_principal", administrates, "administrator_id", AUDIT));
		assertThat(judgement(MEMBER)).isEqualTo(outcome("INSUFFICIENT_DATA",
				"Whether the organization has an analyzer of unused access could not be read: " + DENIED));
		this.night.listed("555555555555").cell("555555555555", SOURCE, REGION, CellStatus.NOT_ENABLED);
		assertThat(judgement("555555555555")).isEqualTo(outcome("INSUFFICIENT_DATA", NOBODY));
	}

	@Test
	void anAccountWhoseRegionsAreAllClosedIsNotApplicable() {
		organizationLooks(Map.of());
		this.night.account("444444444444", "SUSPENDED")
			.cell("444444444444", SOURCE, REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		counts("all", "444444444444", Map.of("active_findings", 1));
		assertThat(judgement("444444444444")).isEqualTo(outcome("NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void aClosedRegionBesideAnOpenOneIsNoReason() {
		organizationLooks(Map.of());
		this.night.cell(MEMBER, SOURCE, REGION, CellStatus.REGION_DISABLED);
		assertThat(judgement(MEMBER)).startsWith("COMPLIANT");
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		organizationLooks(Map.of());
		this.night.member("444444444444")
			.cell("444444444444", SOURCE, REGION, CellStatus.EXCLUDED)
			.cell("444444444444", SOURCE, OTHER_REGION, CellStatus.REGION_DISABLED);
		counts("all", "444444444444", Map.of("active_findings", 1));
		assertThat(judgement("444444444444"))
			.isEqualTo(outcome("INSUFFICIENT_DATA", "Left out by configuration or flags."));
		this.night.cell(MEMBER, SOURCE, REGION, CellStatus.EXCLUDED);
		assertThat(judgement(MEMBER)).startsWith("COMPLIANT");
	}

	/** Of a night that another setting excluded a Region of. */
	@Test
	void anExcludedRegionIsNoReasonOfItsOwn() {
		this.night.cell(MEMBER, SOURCE, REGION, CellStatus.EXCLUDED);
		assertThat(judgement(MEMBER)).isEqualTo(outcome("INSUFFICIENT_DATA", NOBODY));
	}

	private void organizationLooks(Map<String, ?> values) {
		Map<String, Object> all = new HashMap<>(Map.of("last_analyzed_at", "2026-11-22T12:00:00Z"));
		all.putAll(values);
		looks(AUDIT, REGION, "all", organization(age(all)));
		this.night.read(AUDIT, RULES, REGION);
	}

	private static Map<String, Object> organization(Map<String, ?> values) {
		Map<String, Object> all = new HashMap<>(values);
		all.put("type", "ORGANIZATION_UNUSED_ACCESS");
		all.put("arn", "all");
		return all;
	}

	private static Map<String, Object> age(Map<String, ?> values) {
		Map<String, Object> all = new HashMap<>(values);
		all.put("unused_access_age", 90);
		return all;
	}

	private void looks(String account, String region, String arn, Map<String, Object> values) {
		looks(account, region, arn, values, Map.of());
	}

	private void looks(String account, String region, String arn, Map<String, Object> values, Map<String, ?> read) {
		values.put("arn", arn);
		values.put("status", "ACTIVE");
		values.putIfAbsent("type", "ACCOUNT_UNUSED_ACCESS");
		Map<String, Object> end = new HashMap<>(read);
		end.put("analyzer_arn", arn);
		this.night.row("analyzer", account, region, values)
			.row("unused_access_analyzer", account, region, end)
			.read(account, SOURCE, region);
	}

	private void counts(String analyzer, String account, Map<String, ?> counts) {
		Map<String, Object> row = new HashMap<>(counts);
		row.put("analyzer_arn", analyzer);
		row.put("resource_account", account);
		row.putIfAbsent("active_findings", 0);
		row.putIfAbsent("archived_findings", 0);
		row.putIfAbsent("error_findings", 0);
		this.night.row("unused_access", AUDIT, REGION, row);
	}

	private void archived() {
		counts("all", MEMBER, Map.of("finding_type", "UNUSED_IAM_ROLE", "archived_findings", 3));
	}

	private void rule(String analyzer, Map<String, ?> values) {
		Map<String, Object> row = new HashMap<>(values);
		row.put("analyzer_arn", analyzer);
		this.night.row("archive_rule", AUDIT, REGION, row);
	}

	private String judgement(String account) {
		return this.night.judge(CONTROL)
			.stream()
			.filter((judgement) -> judgement.account().equals(account))
			.map((judgement) -> outcome(judgement.verdict(), judgement.reason()))
			.collect(Collectors.joining("\n"));
	}

	private static String outcome(String verdict, String reason) {
		return verdict + "|" + reason;
	}

}
