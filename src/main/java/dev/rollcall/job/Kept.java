package dev.rollcall.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rollcall.account.AccountId;
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

/** What a night keeps of the attempt before it. */
interface Kept extends Known {

	/** Of a night that asks everything. */
	Kept NOTHING = new KeptNothing();

	/**
	 * The night as it was fixed then.
	 * @param own the account where we run
	 * @param reader the account from which Organizations is read
	 * @param configured how the accounts are to be found
	 * @param regionsGiven whether people have named the night's Regions
	 * @return empty where tonight fixes it afresh
	 */
	Optional<Discovery> discovery(AccountId own, AccountId reader, Roster configured, boolean regionsGiven);

	/** The delegated administrators that were named then. */
	List<DelegatedAdministrator> administrators();

	/** Whether an account has cells that are asked tonight. */
	boolean leavesOpen(Account account);

	/**
	 * A walked account's row.
	 * @param tags as they were read tonight; null where they were not
	 */
	RosterEntry entry(Account account, @Nullable Map<String, String> tags, Rollups rollups);

	/**
	 * Takes notice of what was asked tonight.
	 * @param tonight has a view of coverage, as it is staged
	 */
	void compare(Database tonight);

	/** A dataset of the attempt before, whole; empty where there is none. */
	Optional<Path> before(Schema schema);

	/**
	 * Writes the rows of a dataset that are kept.
	 * @param tonight has a view of what was read tonight under the dataset's name
	 * @return empty where none can be
	 */
	Optional<Path> keep(Database tonight, Schema schema);

}
