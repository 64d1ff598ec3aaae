package dev.rollcall.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.Known;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.organization.Account;
import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Discovery;
import dev.rollcall.organization.Rollups;
import dev.rollcall.organization.Roster;
import dev.rollcall.organization.RosterEntry;
import org.jspecify.annotations.Nullable;

/** A night that is no top-up. */
final class KeptNothing implements Kept {

	@Override
	public boolean has(Cell cell) {
		return Known.NOTHING.has(cell);
	}

	@Override
	public boolean hasThing(String source, String resourceId) {
		return Known.NOTHING.hasThing(source, resourceId);
	}

	@Override
	public CellResult result(Cell cell) {
		return Known.NOTHING.result(cell);
	}

	@Override
	public Optional<Discovery> discovery(AccountId own, AccountId reader, Roster configured, boolean regionsGiven) {
		return Optional.empty();
	}

	@Override
	public List<DelegatedAdministrator> administrators() {
		return List.of();
	}

	@Override
	public boolean leavesOpen(Account account) {
		return true;
	}

	@Override
	public RosterEntry entry(Account account, @Nullable Map<String, String> tags, Rollups rollups) {
		return RosterEntry.of(account, tags, rollups);
	}

	@Override
	public void compare(Database tonight) {
	}

	@Override
	public Optional<Path> before(Schema schema) {
		return Optional.empty();
	}

	@Override
	public Optional<Path> keep(Database tonight, Schema schema) {
		return Optional.empty();
	}

}
