package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.rollcall.cli.States.answer;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What AWS Config says of the organization, through whole nights: K2, silence and a
 * failure of the whole that read as success; K3, an aggregator of some resources; K11, a
 * Region that is missed and leaves no account in good order.
 */
class ConfigOrganizationVerdictTests {

	private static final String CONTROL = "config.aggregator_covers_all";

	private static final String SOURCES = "config:DescribeConfigurationAggregatorSourcesStatus";

	private static final String AGGREGATORS = "config:DescribeConfigurationAggregators";

	private static final String SOURCE = "ConfigurationAggregators[*].OrganizationAggregationSource.";

	private static final String TRUSTED = "organizations:ListAWSServiceAccessForOrganization";

	@Test
	void k2k11AnAccountThatIsNotNamedAndARegionThatIsMissedAreNotCovered(@TempDir Path out) throws SQLException {
		VerdictNight night = VerdictNight.in(out)
			.account("named")
			.with("audit", answer(SOURCES, "AggregatedSourceStatusList[SourceId=" + World.id(World.MANAGEMENT) + "]",
					null, "AggregatedSourceStatusList[SourceId=" + World.id(World.IDENTITY) + "].LastUpdateStatus",
					"OUTDATED", "AggregatedSourceStatusList[SourceId=" + World.id(World.LOGS) + "].LastUpdateTime",
					"2024-11-20T00:00:00Z"),
					answer(AGGREGATORS, SOURCE + "AllAwsRegions", "false", SOURCE + "AwsRegions",
							"[\"ap-northeast-1\", \"us-east-1\"]"))
			.run();
		assertThat(night.rows(verdicts(night.id("named")))).containsExactly("ap-northeast-1|COMPLIANT",
				"ap-northeast-3|NON_COMPLIANT", "us-east-1|COMPLIANT");
		for (String account : List.of(night.id("management"), World.id(World.IDENTITY), World.id(World.LOGS))) {
			assertThat(night.rows(verdicts(account))).containsExactly("ap-northeast-1|INSUFFICIENT_DATA",
					"ap-northeast-3|NON_COMPLIANT", "us-east-1|INSUFFICIENT_DATA");
		}
		assertThat(night.verdicts("config.trusted_access", "named")).containsExactly("COMPLIANT");
		assertThat(night.verdicts("config.delegated_administrator", "named")).containsExactly("COMPLIANT");
	}

	private static String verdicts(String account) {
		return "SELECT region, verdict FROM {finding} WHERE control_id = '" + CONTROL + "' AND account_id = '" + account
				+ "' ORDER BY region";
	}

	@Test
	void k2AFailureOfTheOrganizationIsEverybodys(@TempDir Path out) throws SQLException {
		VerdictNight night = VerdictNight.in(out)
			.account("anybody")
			.with("audit", answer(SOURCES, "AggregatedSourceStatusList[+]", """
					{"SourceId": "o-rollcall01", "SourceType": "ORGANIZATION", "AwsRegion": "ap-northeast-1",
					 "LastUpdateStatus": "FAILED", "LastErrorCode": "AccessDenied"}"""),
					answer(TRUSTED, "EnabledServicePrincipals[ServicePrincipal=config.amazonaws.com]", null))
			.run();
		assertThat(night.rows("SELECT DISTINCT verdict FROM {finding} WHERE control_id = '" + CONTROL + "'"))
			.containsExactly("NON_COMPLIANT");
		assertThat(night.findings(CONTROL, "anybody"))
			.allMatch((line) -> line.endsWith("last failed to take in the organization: AccessDenied."));
		assertThat(night.verdicts("config.trusted_access", "management")).containsExactly("NON_COMPLIANT");
		assertThat(night.verdicts("config.trusted_access", "anybody")).containsExactly("NOT_APPLICABLE");
	}

}
