package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

import dev.rollcall.simulator.world.Partition;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole nights in each partition of AWS (K7). */
class PartitionNightTests {

	private static final Map<Partition, String> SIGN_IN = Map.of(Partition.CHINA, "NOT_APPLICABLE", Partition.GOVCLOUD,
			"NOT_APPLICABLE", Partition.EUROPE, "NON_COMPLIANT");

	@ParameterizedTest
	@EnumSource(value = Partition.class, names = "COMMERCIAL", mode = EnumSource.Mode.EXCLUDE)
	void readsEveryCellAndRaisesNoFalseAlarm(Partition partition, @TempDir Path out) throws SQLException {
		VerdictNight night = VerdictNight.in(out)
			.regions(partition.regions())
			.account("orderly")
			.account("root without MFA",
					States.answer("iam:GetAccountSummary", "SummaryMap.AccountPasswordPresent", "1"))
			.run();
		assertThat(night.rows("SELECT source, region, status, error_code FROM {coverage} WHERE gap AND account_id IN"
				+ " ('%s', '%s')".formatted(night.id("orderly"), night.id("management"))))
			.isEmpty();
		assertThat(night.verdicts("root.mfa", "root without MFA")).containsExactly(SIGN_IN.get(partition));
		assertThat(night.verdicts("root.recent_use", "orderly"))
			.containsExactly((partition == Partition.CHINA) ? "NOT_APPLICABLE" : "COMPLIANT");
		assertThat(night.verdicts("root.access_keys", "orderly")).containsExactly("COMPLIANT");
		assertThat(night.verdicts("accessanalyzer.enabled_every_region", "orderly")).contains("COMPLIANT");
		assertThat(night.rows("SELECT DISTINCT split_part(arn, ':', 2) FROM {trail}")).containsExactly(partition.id());
	}

}
