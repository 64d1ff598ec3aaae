package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import dev.rollcall.simulator.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * K10, of waivers: they mean what they say. Their days are those of a time zone and of
 * the night itself, what answers to nothing is said, and resources are accepted under a
 * rule without those that break it later.
 */
class WaiverNightTests {

	private static final String HOME = VerdictNight.REGIONS.get(0);

	private static final String RULE = "s3-bucket-public-read-prohibited";

	private static final String TODAY = VerdictNight.DATE.toString();

	private static final String TOMORROW = VerdictNight.DATE.plusDays(1).toString();

	private static final String WAIVERS = """
			waivers:
			  - {id: www, control: config.rule_compliance, scope: {rule: s3-*, resource: "www-*"}, owner: me,
			     reason: Why., granted-on: 2026-01-01, expires-on: 2028-06-30}
			  - {id: cdn, control: config.rule_compliance, scope: {accounts: ["<by two>"], resource: "cdn-t?o"},
			     owner: me, reason: Why., granted-on: 2026-01-01, expires-on: 2027-06-30}
			  - {id: rule, control: config.rule_compliance,
			     scope: {accounts: ["<by rule>"], rule: s3-bucket-public-read-prohibited}, owner: me, reason: Why.,
			     granted-on: 2026-01-01, expires-on: 2027-06-30}
			  - {id: ended, control: config.rule_compliance, scope: {accounts: ["<all>"]}, owner: me, reason: Why.,
			     granted-on: 2026-01-01, expires-on: 2026-11-10}
			  - {id: others, control: config.rule_compliance,
			     scope: {accounts: ["123456789012"], regions: [ap-northeast-2], tag: {enviroment: prod}}, owner: me,
			     reason: Why., granted-on: 2026-01-01, expires-on: 2027-06-30}
			  - {id: control, control: config.rule_complience, owner: me, reason: Why., granted-on: 2026-01-01,
			     expires-on: 2027-06-30}
			  - {id: excluded, control: cloudtrail.kms, owner: me, reason: Why., granted-on: 2026-01-01,
			     expires-on: 2027-06-30}
			  - {id: rules, control: config.rule_compliance, scope: {rule: s3-bucket-public-reed-prohibited},
			     owner: me, reason: Why., granted-on: 2026-01-01, expires-on: 2027-06-30}
			  - {id: resource, control: config.rule_compliance, scope: {resource: www-0ne}, owner: me, reason: Why.,
			     granted-on: 2026-01-01, expires-on: 2027-06-30}
			  - {id: nobody, control: config.rule_compliance, scope: {accounts: ["<all>"], ou: [ou-roll-11111111]},
			     owner: me, reason: Why., granted-on: 2026-01-01, expires-on: 2027-06-30}
			  - {id: value, control: config.rule_compliance, scope: {tag: {environment: nowhere}}, owner: me,
			     reason: Why., granted-on: 2026-01-01, expires-on: 2027-06-30}
			  - {id: renamed, control: ours.broken_rules, scope: {accounts: ["<all>"]}, owner: me, reason: Why.,
			     granted-on: 2026-01-01, expires-on: 2027-06-30}
			""";

	/** An own control, which is called otherwise from the second night on. */
	private static final String OWN = """
			/*
			id: ours.broken_rules
			version: 1
			severity: HIGH
			title: {en: No rule is broken, ja: ルールの違反がない}
			remediation: {en: Mend it., ja: 修正してください。}
			sources: [config-rules]
			age: none because it is of tonight
			csf20: {primary: PR.PS-01, reason: Because.}
			csf11: {primary: PR.IP-1, reason: Because.}
			*/
			SELECT c.account_id, c.region, c.account_id AS resource_id,
			       CASE
			         WHEN c.unread_verdict IS NOT NULL THEN c.unread_verdict
			         WHEN b.account_id IS NOT NULL THEN 'NON_COMPLIANT'
			         ELSE 'COMPLIANT'
			       END AS verdict,
			       coalesce(c.unread_reason, 'Said.') AS reason
			FROM coverage c
			LEFT JOIN (SELECT DISTINCT account_id, region FROM config_rule_compliance WHERE compliance = 'NON_COMPLIANT') b
			  ON b.account_id = c.account_id AND b.region = c.region
			WHERE c.source = 'config-rules'
			""";

	private static final String RENAMED = OWN.replace("id: ours.broken_rules",
			"id: ours.rules_hold\nwas: {control: ours.broken_rules}");

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight later;

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight backdated;

	@BeforeAll
	static void runTheNights(@TempDir Path out) {
		night = VerdictNight.in(out)
			.account("all", broken(2, false), resources("www-one", "www-two"))
			.account("by two", broken(2, false), resources("www-one", "cdn-two"))
			.account("one more", broken(2, false), resources("www-one", "secret"))
			.account("capped", broken(2, true), resources("www-one", "www-two"))
			.account("denied", broken(2, false),
					States.in(HOME, States.denial("config:GetComplianceDetailsByConfigRule")))
			.account("not all listed", broken(3, false), resources("www-one", "www-two"))
			.account("by rule", broken(1, false), resources("anything"))
			.waived(WAIVERS)
			.judgedBy("ours.broken_rules", OWN)
			.configured("""
					rollcall:
					  time-zone: Pacific/Kiritimati
					  exclude: {controls: [cloudtrail.kms]}
					""")
			.run();
		later = VerdictNight.in(out)
			.account("all", broken(3, false), resources("www-one", "www-two", "later"))
			.account("by two", broken(1, false), resources("www-one"))
			.account("one more", broken(1, false), resources("www-one"))
			.account("capped")
			.account("denied")
			.account("not all listed")
			.account("by rule")
			.waived(WAIVERS)
			.judgedBy("ours.rules_hold", RENAMED)
			.on(VerdictNight.DATE.plusDays(1))
			.run();
		backdated = VerdictNight.in(out.resolve("backdated"))
			.account("all", broken(2, false), resources("www-one", "www-two"))
			.account("by two")
			.account("one more")
			.account("capped")
			.account("denied")
			.account("not all listed")
			.account("by rule")
			.waived(WAIVERS)
			.filedUnder(VerdictNight.DATE.minusDays(30))
			.run();
	}

	private static Fault broken(int resources, boolean capped) {
		return States.in(HOME,
				States.answer("config:DescribeComplianceByConfigRule",
						"ComplianceByConfigRules[ConfigRuleName=" + RULE + "].Compliance",
						"{\"ComplianceType\": \"NON_COMPLIANT\", \"ComplianceContributorCount\": {\"CappedCount\": "
								+ resources + ", \"CapExceeded\": " + capped + "}}"));
	}

	private static Fault resources(String... ids) {
		String[] changes = new String[2 * ids.length];
		for (int i = 0; i < ids.length; i++) {
			changes[2 * i] = "EvaluationResults[+]";
			changes[2 * i + 1] = "{\"ComplianceType\": \"NON_COMPLIANT\", \"EvaluationResultIdentifier\":"
					+ " {\"EvaluationResultQualifier\": {\"ConfigRuleName\": \"" + RULE
					+ "\", \"ResourceType\": \"AWS::S3::Bucket\", \"ResourceId\": \"" + ids[i] + "\"}}}";
		}
		return States.in(HOME, States.answer("config:GetComplianceDetailsByConfigRule", changes));
	}

	@Test
	void acceptsAFindingWhoseEveryResourceIsWaived() throws SQLException {
		assertThat(waiver(night, "all", TODAY)).containsExactly("NON_COMPLIANT|www");
	}

	/**
	 * Of several waivers the one that ends first is named, for then the finding stands.
	 */
	@Test
	void acceptsAFindingByTheWaiversOfItsResourcesTogether() throws SQLException {
		assertThat(waiver(night, "by two", TODAY)).containsExactly("NON_COMPLIANT|cdn");
	}

	@Test
	void doesNotAcceptAFindingOfWhichAResourceIsNotWaivedOrNotKnown() throws SQLException {
		for (String name : List.of("one more", "capped", "denied", "not all listed")) {
			assertThat(waiver(night, name, TODAY)).as(name).containsExactly("NON_COMPLIANT|null");
		}
	}

	@Test
	void acceptsRulesByTheirName() throws SQLException {
		assertThat(waiver(night, "by rule", TODAY)).containsExactly("NON_COMPLIANT|rule");
	}

	@Test
	void doesNotAcceptAResourceThatBreaksTheRuleLater() throws SQLException {
		assertThat(waiver(later, "all", TOMORROW)).containsExactly("NON_COMPLIANT|null");
		assertThat(waiver(later, "one more", TOMORROW)).containsExactly("NON_COMPLIANT|www");
		assertThat(later
			.rows("""
					SELECT change FROM {change} WHERE control_id = 'config.rule_compliance' AND change LIKE 'WAIVE%%' AND account_id = '%s'
					AND snapshot_date = DATE '%s'"""
				.formatted(later.id("all"), TOMORROW)))
			.containsExactly("WAIVER_ENDED");
	}

	@Test
	void saysWhatAnswersToNothingHere() throws SQLException {
		assertThat(night.rows("SELECT waiver_id, unnest(remarks) FROM {waiver} WHERE snapshot_date = DATE '" + TODAY
				+ "' AND waiver_id NOT IN ('others', 'www')"))
			.containsExactlyInAnyOrder(
					"control|There is no control config.rule_complience; did you mean config.rule_compliance?",
					"excluded|The control cloudtrail.kms is left out and judges nothing.",
					"rules|No Config rule is named s3-bucket-public-reed-prohibited; did you mean " + RULE + "?",
					"resource|Nothing that the control judges and that was read is the resource www-0ne; did you mean www-one?",
					"nobody|No account is in all parts of the scope at once.",
					"value|No account has the tag environment with the value nowhere.");
		assertThat(
				night.rows("SELECT unnest(remarks) FROM {waiver} WHERE waiver_id = 'others' AND snapshot_date = DATE '"
						+ TODAY + "'"))
			.containsExactly("The account 123456789012 is not on the roster.",
					"ap-northeast-2 is none of the night's Regions; did you mean ap-northeast-1?",
					"No account has the tag enviroment; did you mean environment?");
	}

	@Test
	void saysHowManyFindingsStayAsTheyAre() throws SQLException {
		assertThat(night.rows("SELECT unnest(remarks) FROM {waiver} WHERE waiver_id = 'www' AND snapshot_date = DATE '"
				+ TODAY + "'"))
			.containsExactly("Of the findings of Config rules that it is about, 3 stay as they are:"
					+ " other resources break the rule too, or not all are known.");
		assertThat(night.outcome().remarks())
			.contains("The waiver control of config.rule_complience: There is no control config.rule_complience;"
					+ " did you mean config.rule_compliance?");
	}

	@Test
	void goesByTheDayOnWhichTheNightBeganInTheConfiguredTimeZone() throws SQLException {
		assertThat(night.rows("""
				SELECT DISTINCT w.time_zone, w.judged_on - CAST(timezone('Pacific/Kiritimati', r.started_at) AS date)
				FROM {waiver} w JOIN {run} r ON r.run_id = w.run_id WHERE r.snapshot_date = DATE '%s'"""
			.formatted(TODAY))).containsExactly("Pacific/Kiritimati|0");
	}

	@Test
	void doesNotReviveWhatHasEndedUnderADateOfThePast() throws SQLException {
		LocalDate date = VerdictNight.DATE.minusDays(30);
		assertThat(waiver(backdated, "all", date.toString())).containsExactly("NON_COMPLIANT|www");
		assertThat(backdated.rows("SELECT state, judged_on, time_zone FROM {waiver} WHERE waiver_id = 'ended'"))
			.containsExactly("EXPIRED|" + TODAY + "|UTC");
	}

	@Test
	void followsAControlThatIsCalledOtherwise() throws SQLException {
		assertThat(later
			.rows("""
					SELECT snapshot_date, control_id, verdict, waiver_id, first_seen_on, count(*) OVER (PARTITION BY finding_id)
					FROM {finding} WHERE control_id LIKE 'ours.%%' AND region = '%s' AND account_id = '%s' ORDER BY 1"""
				.formatted(HOME, later.id("all"))))
			.containsExactly(TODAY + "|ours.broken_rules|NON_COMPLIANT|renamed|" + TODAY + "|2",
					TOMORROW + "|ours.rules_hold|NON_COMPLIANT|renamed|" + TODAY + "|2");
		assertThat(later.rows("""
				SELECT control_id, change, account_id FROM {change}
				WHERE control_id LIKE 'ours.%%' AND snapshot_date = DATE '%s' ORDER BY ALL""".formatted(TOMORROW)))
			.containsExactly("ours.rules_hold|CONTROL_CHANGED|null");
		assertThat(later.rows(
				"SELECT remarks FROM {waiver} WHERE waiver_id = 'renamed' AND snapshot_date = DATE '" + TOMORROW + "'"))
			.containsExactly("[]");
	}

	private static List<String> waiver(VerdictNight night, String name, String date) throws SQLException {
		return night.rows("""
				SELECT verdict, waiver_id FROM {finding}
				WHERE control_id = 'config.rule_compliance' AND verdict = 'NON_COMPLIANT' AND region = '%s'
				AND account_id = '%s' AND snapshot_date = DATE '%s'""".formatted(HOME, night.id(name), date));
	}

}
