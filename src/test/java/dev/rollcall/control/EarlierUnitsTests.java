package dev.rollcall.control;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link EarlierUnits}: a night that published findings and no units. */
class EarlierUnitsTests {

	@Test
	void countsAsWasCountedThen() {
		try (Workspace workspace = new Workspace(); Database database = new Database(workspace.directory("earlier"))) {
			database.table(JudgedDatasets.FINDING);
			database.table(JudgedDatasets.CONTROL);
			database.view(new Schema("score", Schema.of(Score.class).columns()), List.of());
			database.view(JudgedDatasets.UNIT, List.of());
			finding(database, "eu-west-1", "COMPLIANT");
			finding(database, "us-east-1", "INSUFFICIENT_DATA");
			EarlierUnits.show(database, Shipped.CONTROLS.projections());
			List<String> units = new ArrayList<>();
			database.query("SELECT csf_version || ' ' || subcategory || ' ' || verdict FROM unit ORDER BY 1",
					(row) -> units.add(row.requiredText(1)));
			assertThat(units).containsExactly("1.1 PR.AC-7 INSUFFICIENT_DATA", "2.0 PR.AA-03 INSUFFICIENT_DATA");
			assertThat(database.number("SELECT insufficient_data FROM score WHERE id = 'PR' AND csf_version = '2.0'"))
				.isEqualTo(1);
			assertThat(database.number("SELECT basis FROM score WHERE id = 'PR' AND csf_version = '2.0'")).isZero();
		}
	}

	private static void finding(Database database, String region, String verdict) {
		database.execute("""
				INSERT INTO finding (control_id, account_id, region, resource_id, verdict, csf20_primary, csf11_primary)
				VALUES ('root.mfa', '000000000001', '%s', '000000000001', '%s', 'PR.AA-03', 'PR.AC-7')"""
			.formatted(region, verdict));
	}

}
