package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;

import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rollcall.cli.States.answer;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole night of an organization's analyzer of unused access: K3, accounts that it
 * leaves out; K9, findings that were archived; and what it could not judge.
 */
class UnusedAccessNightTests {

	private static final String CONTROL = "accessanalyzer.unused_access";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		night = VerdictNight.in(out)
			.account("in order")
			.with("audit",
					answer("access-analyzer:ListAnalyzers",
							"analyzers[name=unused].configuration.unusedAccess.analysisRule",
							"{\"exclusions\": [{\"accountIds\": [\"" + World.id(World.LOGS) + "\"]}]}"),
					answer("access-analyzer:ListFindingsV2", "findings[+]",
							finding(World.MANAGEMENT, "UnusedIAMRole", "\"ACTIVE\""), "findings[+]",
							finding(World.AUDIT, "UnusedIAMRole", "\"ACTIVE\", \"error\": \"INTERNAL_ERROR\"")))
			.run();
	}

	private static String finding(int position, String type, String status) {
		return """
				{"id": "added-%d", "resource": "arn:aws:iam::%s:role/left", "resourceType": "AWS::IAM::Role",
				 "resourceOwnerAccount": "%s", "findingType": "%s", "status": %s,
				 "createdAt": "2026-01-01T00:00:00Z", "analyzedAt": "2026-11-19T00:00:00Z",
				 "updatedAt": "2026-01-01T00:00:00Z"}""".formatted(position, World.id(position), World.id(position),
				type, status);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0 | NON_COMPLIANT     | Nobody has used for 90 days: roles 1, access keys 0
			1 | INSUFFICIENT_DATA | could not judge all, findings without result: 1.
			2 | INSUFFICIENT_DATA | leaves this account out.
			3 | COMPLIANT         | but what was archived by hand or by name, findings: 1;
			""")
	void tellsWhatNobodyUses(int position, String verdict, String reason) throws SQLException {
		assertThat(night.rows("SELECT verdict || ' ' || reason FROM {finding} WHERE control_id = '" + CONTROL
				+ "' AND account_id = '" + World.id(position) + "'"))
			.singleElement()
			.asString()
			.startsWith(verdict)
			.contains(reason);
	}

	@Test
	void vouchesForAnAccountInOrder() throws SQLException {
		assertThat(night.verdicts(CONTROL, "in order")).containsExactly("COMPLIANT");
	}

	@Test
	void isOutsideEveryScore() throws SQLException {
		assertThat(night.rows("SELECT DISTINCT outside FROM {unit} WHERE control_id = '" + CONTROL + "'"))
			.containsExactly("NOT_SCORED");
	}

	/** An organization's analyzer is asked at its owner, once. */
	@Test
	void asksTheOwnerAlone() throws SQLException {
		assertThat(night.rows("SELECT DISTINCT account_id FROM {coverage} WHERE source = 'access-analyzer-unused'"
				+ " AND status = 'READ'"))
			.containsExactly(World.id(World.AUDIT));
	}

}
