package dev.rollcall.organization;

import java.util.List;
import java.util.Map;

import dev.rollcall.account.AccountId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link RosterEntry}: what a later attempt knows of an account again. */
class RosterEntryTests {

	private static final Unit ROOT = new Unit("r-a1b2", "Root");

	@Test
	void givesBackTheAccountThatItIsOf() {
		Account account = in(
				List.of(ROOT, new Unit("ou-a1b2-11111111", "Workloads"), new Unit("ou-a1b2-22222222", "Prod")));
		assertThat(row(account).account()).isEqualTo(account);
	}

	@Test
	void givesBackUnitsWhoseNamesHaveSlashes() {
		Account account = in(
				List.of(ROOT, new Unit("ou-a1b2-33333333", "Workloads/Prod"), new Unit("ou-a1b2-44444444", "/")));
		assertThat(row(account).account()).isEqualTo(account);
		assertThat(row(account).with(Map.of("environment", "prod"), Rollups.DEFAULT).account()).isEqualTo(account);
	}

	@Test
	void saysOfUnitsOfOneShownPathWhichIsMeant() {
		RosterEntry one = row(in(List.of(ROOT, new Unit("ou-a1b2-33333333", "Workloads/Prod"))));
		RosterEntry other = row(
				in(List.of(ROOT, new Unit("ou-a1b2-11111111", "Workloads"), new Unit("ou-a1b2-22222222", "Prod"))));
		assertThat(one.ouPath()).isEqualTo(other.ouPath()).isEqualTo("Root/Workloads/Prod");
		assertThat(one.ouIds()).containsExactly("r-a1b2", "ou-a1b2-33333333");
		assertThat(other.ouIds()).containsExactly("r-a1b2", "ou-a1b2-11111111", "ou-a1b2-22222222");
	}

	@Test
	void splitsByTheLevelOfTheUnitAndNotOfTheSlash() {
		Rollups rollups = new Rollups(new Rollup.OuLevel(1), new Rollup.OuLevel(2), new Rollup.OuLevel(2),
				new Rollup.OuLevel(2));
		RosterEntry row = RosterEntry.of(in(List.of(ROOT, new Unit("ou-a1b2-33333333", "Workloads/Prod"))), null,
				rollups);
		assertThat(row.environment()).isEqualTo("Workloads/Prod");
		assertThat(row.workload()).isNull();
	}

	@Test
	void knowsNoUnitOfAnAccountWhosePlaceIsUnknown() {
		RosterEntry row = row(in(List.of()));
		assertThat(row.ouPath()).isNull();
		assertThat(row.account().units()).isEmpty();
	}

	private static Account in(List<Unit> units) {
		String unit = units.isEmpty() ? "ou-a1b2-99999999" : units.get(units.size() - 1).id();
		return new Account(new AccountId("111111111111"), "one", AccountState.ACTIVE, false, unit, units, null, null);
	}

	private static RosterEntry row(Account account) {
		return RosterEntry.of(account, Map.of(), Rollups.DEFAULT);
	}

}
