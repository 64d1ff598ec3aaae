package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for what the controls of external access make of findings that are archived (K9),
 * of analyzers that have not looked (K4) and of resource control policies (K10):
 * {@code accessanalyzer.public_access}, {@code accessanalyzer.out_of_org},
 * {@code accessanalyzer.federated_access}, {@code accessanalyzer.no_active_findings} and
 * {@code accessanalyzer.archive_rules}.
 */
class SuppressedAccessTests {

	private static final String MEMBER = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String BUCKET = "arn:aws:s3:::open";

	private static final String RCP = ", unless a resource control policy forbids it that the analyzer did not weigh";

	@RegisterExtension
	final TestNight night = new TestNight();

	SuppressedAccessTests() {
		this.night.member(MEMBER);
	}

	@Test
	void takesAnArchivedFindingOfPublicAccessForNoPass() {
		this.night.looking(MEMBER, REGION).read(MEMBER, "access-analyzer-archive-rules", REGION);
		found("archived_access", "f-1", "PUBLIC");
		found("archived_access", "f-2", "OUTSIDE_ORGANIZATION");
		assertThat(judge("accessanalyzer.public_access"))
			.containsExactly("NON_COMPLIANT Anybody can reach it, by a finding that is archived by hand: finding f-1.");
	}

	@Test
	void namesTheRulesThatMayHaveHiddenIt() {
		this.night.looking(MEMBER, REGION).read(MEMBER, "access-analyzer-archive-rules", REGION);
		rule("web", false);
		rule("all", false);
		this.night.row("archive_rule", MEMBER, REGION, Map.of("analyzer_arn", "another", "rule_name", "else"));
		found("archived_access", "f-1", "PUBLIC");
		assertThat(judge("accessanalyzer.public_access"))
			.containsExactly("NON_COMPLIANT Anybody can reach it, by a finding"
					+ " that is archived by hand or by an archive rule: all, web: finding f-1.");
	}

	@Test
	void saysThatTheRulesCouldNotBeRead() {
		this.night.looking(MEMBER, REGION)
			.denied(MEMBER, "access-analyzer-archive-rules", REGION, "access-analyzer:ListArchiveRules");
		found("archived_access", "f-1", "PUBLIC");
		assertThat(judge("accessanalyzer.public_access"))
			.containsExactly("NON_COMPLIANT Anybody can reach it, by a finding"
					+ " that is archived by hand or by an archive rule that could not be read: finding f-1.");
	}

	@Test
	void namesAnActiveFindingOfTheSameResourceOnly() {
		this.night.looking(MEMBER, REGION);
		found("archived_access", "f-1", "PUBLIC");
		found("external_access", "f-2", "PUBLIC");
		assertThat(judge("accessanalyzer.public_access"))
			.containsExactly("NON_COMPLIANT Anybody can reach it: finding f-2.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					out_of_org         | OUTSIDE_ORGANIZATION | No active finding names an account outside the organization; finding f-1, archived by hand, does; the analyzer last analyzed on 2026-11-22.
					federated_access   | FEDERATED            | No active finding names an identity provider; finding f-1, archived by hand, does; the analyzer last analyzed on 2026-11-22.
					no_active_findings | SERVICE              | No finding is active; archived by hand: finding f-1; the analyzer last analyzed on 2026-11-22.
					""")
	void saysWhatIsArchivedBesideAPass(String control, String exposure, String reason) {
		this.night.looking(MEMBER, REGION).read(MEMBER, "access-analyzer-archive-rules", REGION);
		found("archived_access", "f-1", exposure);
		if (!control.equals("no_active_findings")) {
			found("archived_access", "f-2", "INSIDE_ORGANIZATION");
		}
		assertThat(judge("accessanalyzer." + control)).containsExactly("COMPLIANT " + reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			public_access      | PUBLIC               | Anybody can reach it
			out_of_org         | OUTSIDE_ORGANIZATION | An account outside the organization can reach it
			federated_access   | FEDERATED            | Users of an identity provider can reach it
			no_active_findings | PUBLIC               | Neither archived nor resolved
			""")
	void saysThatAResourceControlPolicyWasNotWeighed(String control, String exposure, String what) {
		this.night.looking(MEMBER, REGION);
		found("external_access", "f-1", exposure, "APPLICABLE");
		assertThat(judge("accessanalyzer." + control))
			.containsExactly("NON_COMPLIANT " + what + RCP + ": finding f-1.");
	}

	@Test
	void saysThatAResourceControlPolicyWasNotWeighedBesideWhatIsArchived() {
		this.night.looking(MEMBER, REGION).read(MEMBER, "access-analyzer-archive-rules", REGION);
		found("archived_access", "f-1", "PUBLIC", "FAILED_TO_EVALUATE_RCP");
		assertThat(judge("accessanalyzer.public_access")).containsExactly(
				"NON_COMPLIANT Anybody can reach it, by a finding that is archived by hand" + RCP + ": finding f-1.");
	}

	@ParameterizedTest
	@CsvSource({ "APPLIED", "NOT_APPLICABLE" })
	void doesNotSpeakOfAPolicyThatWasWeighed(String restriction) {
		this.night.looking(MEMBER, REGION);
		found("external_access", "f-1", "PUBLIC", restriction);
		assertThat(judge("accessanalyzer.public_access"))
			.containsExactly("NON_COMPLIANT Anybody can reach it: finding f-1.");
	}

	@ParameterizedTest
	@CsvSource({ "public_access", "out_of_org", "federated_access", "no_active_findings" })
	void doesNotKnowWhatAnAnalyzerSeesThatHasNotLooked(String control) {
		this.night.read(MEMBER, "access-analyzer-findings", REGION, "us-east-1")
			.row("analyzer", MEMBER, REGION,
					Map.of("arn", "a", "type", "ACCOUNT", "status", "ACTIVE", "created_at", "2026-11-23T00:58:00Z"))
			.row("analyzer", MEMBER, "us-east-1", Map.of("arn", "b", "type", "ACCOUNT", "status", "ACTIVE",
					"created_at", "2025-01-01T00:00:00Z", "last_analyzed_at", "2026-11-21T00:59:59Z"));
		assertThat(judge("accessanalyzer." + control)).containsExactly(
				"INSUFFICIENT_DATA The analyzer, made on 2026-11-23, has analyzed nothing yet.",
				"INSUFFICIENT_DATA The analyzer last analyzed on 2026-11-21, more than 48 hours before it was asked.");
	}

	@ParameterizedTest
	@CsvSource({ "public_access", "out_of_org", "federated_access", "no_active_findings" })
	void knowsWhatTheOrganizationsAnalyzerSeesThatLookedLast(String control) {
		this.night.member("222222222222")
			.read("222222222222", "access-analyzer-findings", REGION)
			.read(MEMBER, "access-analyzer-findings", REGION)
			.row("analyzer", MEMBER, REGION, Map.of("arn", "a", "type", "ACCOUNT", "status", "ACTIVE"))
			.row("analyzer", "222222222222", REGION, Map.of("arn", "b", "type", "ORGANIZATION", "status", "ACTIVE",
					"last_analyzed_at", "2026-11-21T01:00:00Z"));
		assertThat(judge("accessanalyzer." + control)).singleElement()
			.asString()
			.startsWith("COMPLIANT")
			.endsWith("; the analyzer last analyzed on 2026-11-21.");
	}

	/** Each of the four is open in one way of its own. */
	@Test
	void setsNoActiveFindingOfAnotherResourceRegionOrAccountAgainstAnArchivedOne() {
		String other = "222222222222";
		this.night.member(other)
			.looking(MEMBER, REGION)
			.looking(MEMBER, "us-east-1")
			.looking(other, REGION)
			.read(MEMBER, "access-analyzer-archive-rules", REGION)
			.row("archived_access", MEMBER, REGION, open("f-1", MEMBER, BUCKET))
			.row("external_access", MEMBER, "us-east-1", open("f-2", MEMBER, BUCKET))
			.row("external_access", other, REGION, open("f-3", other, BUCKET))
			.row("external_access", MEMBER, REGION, open("f-4", MEMBER, "arn:aws:s3:::another"));
		assertThat(this.night.judge("accessanalyzer.public_access"))
			.extracting(Judgement::account, Judgement::region, Judgement::reason)
			.containsExactlyInAnyOrder(
					tuple(MEMBER, REGION, "Anybody can reach it, by a finding that is archived by hand: finding f-1."),
					tuple(MEMBER, "us-east-1", "Anybody can reach it: finding f-2."),
					tuple(other, REGION, "Anybody can reach it: finding f-3."),
					tuple(MEMBER, REGION, "Anybody can reach it: finding f-4."));
	}

	private static Map<String, Object> open(String finding, String account, String resource) {
		return Map.of("finding_id", finding, "analyzer_arn", "own-analyzer", "resource", resource, "resource_account",
				account, "principal", "AWS:*", "exposure", "PUBLIC");
	}

	@ParameterizedTest
	@MethodSource("archivable")
	void saysWhatIsArchivedOfItsAccountAndRegionOnly(String control, String exposure) {
		String other = "222222222222";
		this.night.member(other)
			.looking(MEMBER, REGION)
			.looking(MEMBER, "us-east-1")
			.looking(other, REGION)
			.read(MEMBER, "access-analyzer-archive-rules", REGION);
		found("archived_access", "f-1", exposure);
		assertThat(this.night.judge(control))
			.extracting(Judgement::account, Judgement::region, (judged) -> judged.reason().contains("archived by hand"))
			.containsExactlyInAnyOrder(tuple(MEMBER, REGION, true), tuple(MEMBER, "us-east-1", false),
					tuple(other, REGION, false));
	}

	static Stream<Arguments> archivable() {
		return Stream.of(Arguments.of("accessanalyzer.out_of_org", "OUTSIDE_ORGANIZATION"),
				Arguments.of("accessanalyzer.federated_access", "FEDERATED"),
				Arguments.of("accessanalyzer.no_active_findings", "PUBLIC"));
	}

	@Test
	void judgesEachArchiveRule() {
		this.night.read(MEMBER, "access-analyzer-archive-rules", REGION)
			.row("analyzer", MEMBER, REGION, Map.of("arn", "own-analyzer", "type", "ACCOUNT"))
			.row("analyzer", MEMBER, REGION, Map.of("arn", "another", "type", "ORGANIZATION"));
		rule("all", true);
		rule("web", false, "isPublic eq true", "resource eq " + BUCKET);
		rule("wide", true, "resourceType eq AWS::S3::Bucket", "isPublic eq true");
		assertThat(this.night.judge("accessanalyzer.archive_rules")).containsExactly(
				new Judgement(MEMBER, REGION, "own-analyzer/archive-rule/all", "NON_COMPLIANT",
						"It can hide public access on any resource that fits: no criterion."),
				new Judgement(MEMBER, REGION, "own-analyzer/archive-rule/web", "COMPLIANT",
						"It hides no public access but on resources that it names: isPublic eq true and resource eq "
								+ BUCKET + "."),
				new Judgement(MEMBER, REGION, "own-analyzer/archive-rule/wide", "NON_COMPLIANT",
						"It can hide public access on any resource that fits: resourceType eq AWS::S3::Bucket and"
								+ " isPublic eq true."));
	}

	@Test
	void takesARuleForItsAccountAndRegionOnly() {
		String other = "222222222222";
		this.night.member(other)
			.read(MEMBER, "access-analyzer-archive-rules", REGION, "us-east-1")
			.read(other, "access-analyzer-archive-rules", REGION);
		rule("all", true);
		assertThat(this.night.judge("accessanalyzer.archive_rules"))
			.extracting(Judgement::account, Judgement::region, Judgement::verdict)
			.containsExactlyInAnyOrder(tuple(MEMBER, REGION, "NON_COMPLIANT"),
					tuple(MEMBER, "us-east-1", "NOT_APPLICABLE"), tuple(other, REGION, "NOT_APPLICABLE"));
	}

	@Test
	void leavesRulesOfAnalyzersOfUnusedAccessToTheirOwnControl() {
		this.night.read(MEMBER, "access-analyzer-archive-rules", REGION)
			.row("analyzer", MEMBER, REGION, Map.of("arn", "own-analyzer", "type", "ACCOUNT_UNUSED_ACCESS"));
		rule("all", true);
		assertThat(this.night.judge("accessanalyzer.archive_rules")).extracting(Judgement::verdict)
			.containsExactly("NOT_APPLICABLE");
	}

	@Test
	void doesNotKnowARuleThatNobodyRead() {
		this.night.read(MEMBER, "access-analyzer-archive-rules", REGION)
			.row("archive_rule", MEMBER, REGION,
					Map.of("rule_arn", "own-analyzer/archive-rule/web", "rule_name", "web"));
		assertThat(this.night.judge("accessanalyzer.archive_rules")).containsExactly(new Judgement(MEMBER, REGION,
				"own-analyzer/archive-rule/web", "INSUFFICIENT_DATA", "What the rule hides is not known."));
	}

	@Test
	void hasNoRuleToJudgeWhereThereIsNone() {
		this.night.read(MEMBER, "access-analyzer-archive-rules", REGION)
			.cell(MEMBER, "access-analyzer-archive-rules", "us-east-1", CellStatus.NOT_ENABLED)
			.cell(MEMBER, "access-analyzer-archive-rules", "us-west-2", CellStatus.REGION_DISABLED)
			.denied(MEMBER, "access-analyzer-archive-rules", "us-west-1", "access-analyzer:ListArchiveRules");
		assertThat(this.night.judge("accessanalyzer.archive_rules")).extracting(Judgement::verdict, Judgement::reason)
			.extracting(Object::toString)
			.containsExactly(
					"(\"NOT_APPLICABLE\", \"No analyzer of external access of this account archives anything by a rule here.\")",
					"(\"NOT_APPLICABLE\", \"The account has no analyzer of external access of its own in this Region.\")",
					"(\"INSUFFICIENT_DATA\", \"access-analyzer:ListArchiveRules was denied (AccessDenied); the permission"
							+ " access-analyzer:ListArchiveRules is missing.\")",
					"(\"NOT_APPLICABLE\", \"The Region is not enabled in this account.\")");
	}

	private void rule(String name, boolean hidesPublic, String... criteria) {
		this.night.row("archive_rule", MEMBER, REGION,
				Map.of("rule_arn", "own-analyzer/archive-rule/" + name, "analyzer_arn", "own-analyzer", "rule_name",
						name, "hides_public", hidesPublic, "criteria", List.of(criteria)));
	}

	private void found(String dataset, String finding, String exposure, String... restriction) {
		Map<String, Object> row = new HashMap<>(Map.of("finding_id", finding, "analyzer_arn", "own-analyzer",
				"resource", BUCKET, "resource_account", MEMBER, "principal", "AWS:" + exposure, "exposure", exposure));
		if (restriction.length > 0) {
			row.put("rcp_restriction", restriction[0]);
		}
		this.night.row(dataset, MEMBER, REGION, row);
	}

	private List<String> judge(String control) {
		return this.night.judge(control)
			.stream()
			.filter((judged) -> judged.account().equals(MEMBER))
			.map((judged) -> judged.verdict() + " " + judged.reason())
			.toList();
	}

}
