package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.rollcall.cli.VerdictNight.Stated;
import dev.rollcall.simulator.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rollcall.cli.States.answer;
import static dev.rollcall.cli.States.denial;
import static dev.rollcall.cli.States.in;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole night of what GuardDuty has found: in Tokyo the administrator and accounts that
 * it no longer sees say so, in Osaka its list ends at the limit, in Virginia it may not
 * be asked. The night is of 20 November, and seven days are allowed.
 */
class GuardDutyFindingsNightTests {

	private static final String CONTROL = "guardduty.open_high_findings";

	private static final String TOKYO = "ap-northeast-1";

	private static final String OSAKA = "ap-northeast-3";

	private static final String VIRGINIA = "us-east-1";

	private static final String COUNT = "guardduty:GetFindingsStatistics";

	private static final String LIST = "guardduty:ListFindings";

	private static final String GET = "guardduty:GetFindings";

	private static final String SEVERITIES = "FindingStatistics.GroupedBySeverity";

	private static final String ACCOUNTS = "FindingStatistics.GroupedByAccount";

	private static final String OLD = "2026-11-12T23:59:00Z";

	private static final String YOUNG = "2026-11-13T00:01:00Z";

	/** Of whom Tokyo's administrator sees nothing any longer. */
	private static final List<String> REMOVED = List.of("exactly the days", "a day more", "former member",
			"former member, denied", "suspended, with a finding", "sample", "unheard-of severity", "no date",
			"not described", "less severe when described", "not counted", "too many", "both bands", "another's");

	private static final int MORE_THAN_ARE_READ = 1_001;

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		Stated stated = VerdictNight.in(out)
			.account("in order")
			.account("exactly the days")
			.account("a day more")
			.account("former member")
			.account("former member, denied", in(TOKYO, denial("guardduty:ListDetectors")))
			.account("suspended, with a finding", in(TOKYO, answer("guardduty:GetDetector", "Status", "DISABLED")))
			.account("sample")
			.account("unheard-of severity")
			.account("no date")
			.account("not described")
			.account("less severe when described")
			.account("not counted")
			.account("too many")
			.account("both bands")
			.account("another's")
			.account("counted alone")
			.account("listed alone")
			.account("noisy")
			.account("quiet");
		found(stated, "exactly the days", "7.0", finding(stated, "exactly the days", "x", "7.0", YOUNG));
		found(stated, "a day more", "7.0", finding(stated, "a day more", "x", "7.0", OLD));
		found(stated, "suspended, with a finding", "8.0",
				finding(stated, "suspended, with a finding", "x", "8.0", OLD));
		found(stated, "sample", "8.0", finding(stated, "sample", "x", "8.0", OLD).replace("\"archived\": false",
				"\"archived\": false, \"additionalInfo\": {\"value\": \"{\\\"sample\\\":true}\"}"));
		found(stated, "unheard-of severity", "8.0", finding(stated, "unheard-of severity", "x", "10.5", YOUNG));
		found(stated, "no date", "8.0", "{\"id\": \"x\", \"accountId\": \"" + stated.id("no date")
				+ "\", \"type\": \"T:x\", \"severity\": 8.0}");
		found(stated, "not described", "8.0");
		found(stated, "less severe when described", "8.0",
				finding(stated, "less severe when described", "x", "6.9", OLD));
		found(stated, "both bands", "8.9", finding(stated, "both bands", "x", "8.9", YOUNG),
				finding(stated, "both bands", "y", "9.0", YOUNG));
		found(stated, "another's", "8.0", finding(stated, "in order", "x", "8.0", OLD));
		stated.with("not counted", in(TOKYO, answer(COUNT, SEVERITIES, null)),
				in(TOKYO, answer(LIST, "FindingIds", "[\"x\"]")),
				in(TOKYO, answer(GET, "Findings", "[" + finding(stated, "not counted", "x", "9.5", OLD) + "]")));
		stated.with("too many", in(TOKYO, answer(COUNT, SEVERITIES, "[{\"severity\": 8.0, \"totalFindings\": 2000}]")),
				in(TOKYO, answer(LIST, "FindingIds", ids(MORE_THAN_ARE_READ))),
				in(TOKYO, answer(GET, "Findings", "[" + finding(stated, "too many", "f0", "8.0", YOUNG) + "]")));
		night = stated.with("audit", tokyo(stated))
			.with("audit", osaka(stated))
			.with("audit", in(VIRGINIA, denial(COUNT)))
			.run();
	}

	/** An account that is asked has found these: as many as are described, or one. */
	private static void found(Stated stated, String name, String score, String... findings) {
		String ids = IntStream.range(0, Math.max(1, findings.length))
			.mapToObj((n) -> "\"" + "xy".charAt(n) + "\"")
			.collect(Collectors.joining(", ", "[", "]"));
		stated.with(name, in(TOKYO,
				answer(COUNT, SEVERITIES,
						"[{\"severity\": " + score + ", \"totalFindings\": " + Math.max(1, findings.length) + "}]")),
				in(TOKYO, answer(LIST, "FindingIds", ids)),
				in(TOKYO, answer(GET, "Findings", "[" + String.join(", ", findings) + "]")));
	}

	private static String finding(Stated stated, String name, String id, String severity, String createdAt) {
		return """
				{"id": "%s", "accountId": "%s", "type": "T:%s", "severity": %s, "createdAt": "%s",
				 "service": {"archived": false}}""".formatted(id, stated.id(name), id, severity, createdAt);
	}

	private static String ids(int many) {
		return IntStream.range(0, many).mapToObj((n) -> "\"f" + n + "\"").collect(Collectors.joining(",", "[", "]"));
	}

	/** What is still listed of former members, and lists that disagree. */
	private static Fault[] tokyo(Stated stated) {
		List<@Nullable String> members = new ArrayList<>();
		for (String name : REMOVED) {
			members.add("Members[accountId=" + stated.id(name) + "].RelationshipStatus");
			members.add("Removed");
		}
		return new Fault[] { in(TOKYO, answer("guardduty:ListMembers", members.toArray(String[]::new))),
				in(TOKYO,
						answer(COUNT, ACCOUNTS + "[+]",
								"{\"accountId\": \"" + stated.id("counted alone") + "\", \"totalFindings\": 2}")),
				in(TOKYO, answer(LIST, "FindingIds[+]", "f1", "FindingIds[+]", "f2", "FindingIds[+]", "f3")),
				in(TOKYO,
						answer(GET, "Findings[+]", finding(stated, "former member", "f1", "8.0", OLD), "Findings[+]",
								finding(stated, "former member, denied", "f2", "8.0", OLD), "Findings[+]",
								finding(stated, "listed alone", "f3", "8.0", OLD))) };
	}

	/** More than are read: most of one account, one of another. */
	private static Fault[] osaka(Stated stated) {
		return new Fault[] {
				in(OSAKA,
						answer(COUNT, SEVERITIES, "[{\"severity\": 8.0, \"totalFindings\": 1001}]", ACCOUNTS,
								"""
										[{"accountId": "%s", "totalFindings": 1000}, {"accountId": "%s", "totalFindings": 1}]"""
									.formatted(stated.id("noisy"), stated.id("quiet")))),
				in(OSAKA, answer(LIST, "FindingIds", ids(MORE_THAN_ARE_READ))),
				in(OSAKA, answer(GET, "Findings", "[" + finding(stated, "quiet", "f0", "8.0", YOUNG) + ", "
						+ finding(stated, "noisy", "f1", "8.0", YOUNG) + "]")) };
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					in order                   | COMPLIANT         | None of high or critical severity is open; 0 are archived.
					exactly the days           | COMPLIANT         | 1 are open, none for more than 7 days; 1 are archived.
					a day more                 | NON_COMPLIANT     | 1 of high or critical severity are open for more than 7 days, the oldest since 2026-11-12: T:x.
					former member              | INSUFFICIENT_DATA | that the account itself does not show: T:f1.
					former member, denied      | NON_COMPLIANT     | the oldest since 2026-11-12: T:f2.
					suspended, with a finding  | NON_COMPLIANT     | the oldest since 2026-11-12: T:x.
					sample                     | COMPLIANT         | 1 are open, none for more than 7 days
					unheard-of severity        | INSUFFICIENT_DATA | guardduty:GetFindings failed (UnexpectedAnswerException)
					no date                    | INSUFFICIENT_DATA | guardduty:GetFindings failed (UnexpectedAnswerException)
					not described              | INSUFFICIENT_DATA | Of 1 of high or critical severity only 0 were read
					less severe when described | INSUFFICIENT_DATA | Of 1 of high or critical severity only 0 were read
					not counted                | NON_COMPLIANT     | the oldest since 2026-11-12: T:x.
					too many                   | INSUFFICIENT_DATA | Of 2000 of high or critical severity only 1 were read
					both bands                 | COMPLIANT         | 2 are open, none for more than 7 days
					another's                  | INSUFFICIENT_DATA | Of 1 of high or critical severity only 0 were read
					counted alone              | COMPLIANT         | None of high or critical severity is open; 0 are archived.
					listed alone               | NON_COMPLIANT     | the oldest since 2026-11-12: T:f3.
					""")
	void judgesWhatWasFoundInTokyo(String name, String verdict, String reason) throws SQLException {
		judges(TOKYO, name, verdict, reason);
	}

	/** Whom the list that ended shows wholly is known; others are asked. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			in order | COMPLIANT         | None of high or critical severity is open; 0 are archived. | true
			quiet    | COMPLIANT         | 1 are open, none for more than 7 days; 1 are archived.     | true
			noisy    | COMPLIANT         | None of high or critical severity is open; 0 are archived. | false
			""")
	void asksWhomTheAdministratorsListDoesNotShowWholly(String name, String verdict, String reason, boolean answered)
			throws SQLException {
		judges(OSAKA, name, verdict, reason);
		assertThat(answered(OSAKA, name)).isEqualTo(answered);
	}

	@Test
	void saysThatTheListEnded() throws SQLException {
		assertThat(night.rows("""
				SELECT high, described, whole, capped FROM {guardduty_finding_count}
				WHERE administrator_id IS NOT NULL AND region = '%s' AND account_id = '%s'""".formatted(OSAKA,
				night.id("noisy"))))
			.containsExactly("1000|1|false|true");
	}

	@Test
	void asksEveryAccountWhereTheAdministratorAnswersNothing() throws SQLException {
		for (String name : List.of("in order", "quiet", "noisy")) {
			judges(VIRGINIA, name, "COMPLIANT", "None of high or critical severity is open; 0 are archived.");
			assertThat(answered(VIRGINIA, name)).isFalse();
		}
		judges(VIRGINIA, "audit", "INSUFFICIENT_DATA", "the permission guardduty:GetFindingsStatistics is missing");
	}

	@Test
	void tellsTheBandsApart() throws SQLException {
		assertThat(night.rows("""
				SELECT finding_id, severity, score FROM {guardduty_finding} WHERE account_id = '%s' ORDER BY ALL"""
			.formatted(night.id("both bands")))).containsExactly("x|HIGH|8.9", "y|CRITICAL|9.0");
	}

	@Test
	void asksWhomTheAdministratorCountsMoreOfThanItLists() throws SQLException {
		assertThat(answered(TOKYO, "counted alone")).isFalse();
		assertThat(answered(TOKYO, "in order")).isTrue();
	}

	private static void judges(String region, String name, String verdict, String reason) throws SQLException {
		assertThat(night.findings(CONTROL, name)).filteredOn((line) -> line.startsWith(region + " "))
			.singleElement()
			.asString()
			.startsWith(region + " " + verdict + " ")
			.contains(reason);
	}

	private static boolean answered(String region, String name) throws SQLException {
		return night
			.rows("""
					SELECT answered_by_source IS NOT NULL FROM {coverage}
					WHERE source = 'guardduty-findings' AND account_id = '%s' AND region = '%s'"""
				.formatted(night.id(name), region))
			.equals(List.of("true"));
	}

}
