package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;

import dev.rollcall.simulator.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole night of findings that are suppressed at the source (K9), of analyzers that
 * have not looked (K4), and of resource control policies that nobody weighed (K10).
 * Accounts have analyzers of their own in us-east-1 alone.
 */
class ExternalAccessNightTests {

	private static final String VIRGINIA = "us-east-1";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		night = VerdictNight.in(out)
			.account("in order")
			.account("an archived public bucket", finding("ARCHIVED", true, null))
			.account("hidden by a rule", finding("ARCHIVED", true, null), rule("everything", "{}"))
			.account("hidden by who knows", finding("ARCHIVED", true, null),
					States.denial("access-analyzer:ListArchiveRules"))
			.account("an archived stranger", finding("ARCHIVED", false, null))
			.account("everybody, not said to be public", finding("ACTIVE", null, null))
			.account("an archived stranger that could not be judged",
					States.in(VIRGINIA, States.answer("access-analyzer:ListFindings", "findings[+]", """
							{"id": "f-1", "resource": "arn:aws:s3:::open", "resourceType": "AWS::S3::Bucket",
							 "resourceOwnerAccount": "000000000001", "principal": {}, "isPublic": false,
							 "status": "ARCHIVED", "condition": {}, "createdAt": "2026-01-01T00:00:00Z", "error": "X",
							 "analyzedAt": "2026-11-19T00:00:00Z", "updatedAt": "2026-01-01T00:00:00Z"}""")))
			.account("beside a policy", finding("ACTIVE", true, "APPLICABLE"))
			.account("a rule for one resource", rule("web", "{\"resource\": {\"eq\": [\"arn:aws:s3:::web\"]}}"))
			.account("a young analyzer",
					analyzer("analyzers[*].createdAt", "2026-11-20T00:00:00Z", "analyzers[*].lastResourceAnalyzedAt",
							null))
			.account("a stale analyzer", analyzer("analyzers[*].lastResourceAnalyzedAt", "2025-06-01T00:00:00Z"))
			.account("a disabled analyzer", analyzer("analyzers[*].status", "DISABLED"))
			.account("a failed analyzer", analyzer("analyzers[*].status", "FAILED"))
			.account("an analyzer in the making", analyzer("analyzers[*].status", "CREATING"))
			.run();
	}

	private static Fault finding(String status, @Nullable Boolean open, @Nullable String restriction) {
		String principal = Boolean.FALSE.equals(open) ? "999988887777" : "*";
		String policy = (restriction != null) ? ", \"resourceControlPolicyRestriction\": \"" + restriction + "\"" : "";
		return States.in(VIRGINIA, States.answer("access-analyzer:ListFindings", "findings[+]", """
				{"id": "f-1", "resource": "arn:aws:s3:::open", "resourceType": "AWS::S3::Bucket",
				 "resourceOwnerAccount": "000000000001", "principal": {"AWS": "%s"}, "isPublic": %s, "status": "%s",
				 "condition": {}, "createdAt": "2026-01-01T00:00:00Z", "analyzedAt": "2026-11-19T00:00:00Z",
				 "updatedAt": "2026-01-01T00:00:00Z"%s}""".formatted(principal, open, status, policy)));
	}

	private static Fault rule(String name, String filter) {
		return States.in(VIRGINIA, States.answer("access-analyzer:ListArchiveRules", "archiveRules[+]", """
				{"ruleName": "%s", "filter": %s, "createdAt": "2026-01-01T00:00:00Z",
				 "updatedAt": "2026-01-01T00:00:00Z"}""".formatted(name, filter)));
	}

	private static Fault analyzer(@Nullable String... pathsAndValues) {
		return States.in(VIRGINIA, States.answer("access-analyzer:ListAnalyzers", pathsAndValues));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					in order                  | COMPLIANT         | No finding, active or archived, says that anything is public
					an archived public bucket | NON_COMPLIANT     | archived by hand: finding f-1
					hidden by a rule          | NON_COMPLIANT     | archived by hand or by an archive rule: everything: finding f-1
					hidden by who knows       | NON_COMPLIANT     | an archive rule that could not be read
					an archived stranger      | COMPLIANT         | No finding, active or archived, says that anything is public
					everybody, not said to be public | INSUFFICIENT_DATA | Finding f-1 does not say whether anybody can reach
					an archived stranger that could not be judged | INSUFFICIENT_DATA | could not judge the resource of finding f-1
					beside a policy           | NON_COMPLIANT     | Anybody can reach it, unless a resource control policy forbids it
					a young analyzer          | INSUFFICIENT_DATA | made on 2026-11-20, has analyzed nothing yet
					a stale analyzer          | INSUFFICIENT_DATA | last analyzed on 2025-06-01
					a disabled analyzer       | INSUFFICIENT_DATA | No active analyzer
					a failed analyzer         | INSUFFICIENT_DATA | No active analyzer
					an analyzer in the making | INSUFFICIENT_DATA | No active analyzer
					""")
	void tellWhatIsPublic(String account, String verdict, String reason) throws SQLException {
		assertThat(night.findings("accessanalyzer.public_access", account))
			.filteredOn((line) -> line.startsWith(VIRGINIA))
			.singleElement()
			.asString()
			.startsWith(VIRGINIA + " " + verdict)
			.contains(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a young analyzer", "a stale analyzer" })
	void doNotCallAnAnalyzerThatDoesNotLookHealthy(String account) throws SQLException {
		for (String control : new String[] { "accessanalyzer.analyzer_healthy",
				"accessanalyzer.enabled_every_region" }) {
			assertThat(night.findings(control, account)).filteredOn((line) -> line.startsWith(VIRGINIA))
				.singleElement()
				.asString()
				.startsWith(VIRGINIA + " INSUFFICIENT_DATA");
		}
	}

	@Test
	void sayThatAStrangerIsArchived() throws SQLException {
		assertThat(night.findings("accessanalyzer.out_of_org", "an archived stranger"))
			.filteredOn((line) -> line.startsWith(VIRGINIA))
			.singleElement()
			.asString()
			.startsWith(VIRGINIA + " COMPLIANT")
			.contains("finding f-1, archived by hand, does");
	}

	@ParameterizedTest
	@CsvSource({ "hidden by a rule, NON_COMPLIANT", "a rule for one resource, COMPLIANT", "in order, NOT_APPLICABLE",
			"hidden by who knows, INSUFFICIENT_DATA" })
	void judgeArchiveRules(String account, String verdict) throws SQLException {
		assertThat(night.findings("accessanalyzer.archive_rules", account))
			.filteredOn((line) -> line.startsWith(VIRGINIA))
			.singleElement()
			.asString()
			.startsWith(VIRGINIA + " " + verdict);
	}

}
