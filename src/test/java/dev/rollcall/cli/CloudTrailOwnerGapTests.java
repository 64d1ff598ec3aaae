package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kind K10 (needless unknowns) of CloudTrail where the owner of the organization's trail
 * cannot be read, and K1 where it does not list a trail that shows in the members.
 */
class CloudTrailOwnerGapTests {

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		night = VerdictNight.in(out)
			.with("management", States.in("ap-northeast-3", States.denial("cloudtrail:DescribeTrails")),
					States.in("ap-northeast-1",
							States.answer("cloudtrail:DescribeTrails", "trailList[Name=asahina-organization]", null)))
			.account("own trail")
			.account("no trail", States.answer("cloudtrail:DescribeTrails", "trailList[Name=baseline]", null))
			.run();
	}

	@Test
	void knowsWhatItsOwnTrailCovers() throws SQLException {
		assertThat(night.verdicts("cloudtrail.enabled", "own trail")).containsExactly("COMPLIANT");
	}

	@Test
	void doesNotKnowWhereTheOwnerIsAGapOrContradicts() throws SQLException {
		assertThat(night
			.rows("""
					SELECT region, covered, management_events FROM {trail_coverage} WHERE account_id = '%s' ORDER BY region"""
				.formatted(night.id("no trail"))))
			.containsExactly("ap-northeast-1|null|null", "ap-northeast-3|null|null", "us-east-1|false|NONE");
		assertThat(night.findings("cloudtrail.enabled", "no trail")).extracting((line) -> line.split(" ", 3)[1])
			.containsExactly("INSUFFICIENT_DATA", "INSUFFICIENT_DATA", "NON_COMPLIANT");
		assertThat(night.findings("cloudtrail.enabled", "no trail").get(0))
			.contains("asahina-organization shows here, but not in account " + night.id("management"));
	}

}
