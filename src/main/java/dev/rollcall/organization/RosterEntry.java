package dev.rollcall.organization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.rollcall.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An account of the roster: the row of the dataset {@code account}.
 *
 * @param accountId the account's id
 * @param name the account's name; null where the roster does not say
 * @param state the account's state, such as ACTIVE or SUSPENDED
 * @param management whether it is the management account; null where the roster does not
 * say
 * @param ouId the id of the unit that it is in
 * @param ouPath the names from the root down to its unit, as they are shown
 * @param environment which environment it belongs to, by tag or unit
 * @param workload which workload it belongs to, by tag or unit
 * @param businessUnit which business unit it belongs to, by tag or unit
 * @param billing to whom it is billed, by tag or unit
 * @param tags null where they were not read, empty where there are none
 * @param joinedAt when it joined the organization
 * @param ouIds the ids from the root down to its unit: those tell units apart
 * @param ouNames the names of those
 * @param unplacedReason why they are unknown, in a sentence; null where they are known,
 * and where the roster has no units
 */
public record RosterEntry(AccountId accountId, @Nullable String name, AccountState state, @Nullable Boolean management,
		@Nullable String ouId, @Nullable String ouPath, @Nullable String environment, @Nullable String workload,
		@Nullable String businessUnit, @Nullable String billing, @Nullable Map<String, String> tags,
		@Nullable Instant joinedAt, List<String> ouIds, List<String> ouNames, @Nullable String unplacedReason) {

	public RosterEntry {
		ouIds = List.copyOf(ouIds);
		ouNames = List.copyOf(ouNames);
	}

	/**
	 * An account's row.
	 * @param tags null where they were not read
	 */
	public static RosterEntry of(Account account, @Nullable Map<String, String> tags, Rollups rollups) {
		return new RosterEntry(account.id(), account.name(), account.state(), account.management(), account.ouId(),
				account.ouPath(), rollups.environment().of(account.ouNames(), tags),
				rollups.workload().of(account.ouNames(), tags), rollups.businessUnit().of(account.ouNames(), tags),
				rollups.billing().of(account.ouNames(), tags), tags, account.joinedAt(), account.ouIds(),
				account.ouNames(), account.unplaced());
	}

	/** The account that a row is about. */
	public Account account() {
		List<Unit> units = IntStream.range(0, this.ouIds.size())
			.mapToObj((level) -> new Unit(this.ouIds.get(level), this.ouNames.get(level)))
			.toList();
		return new Account(this.accountId, this.name, this.state, this.management, this.ouId, units, this.joinedAt,
				this.unplacedReason);
	}

	/** The same row with the account's tags, and what they say of where it belongs. */
	public RosterEntry with(Map<String, String> read, Rollups rollups) {
		return new RosterEntry(this.accountId, this.name, this.state, this.management, this.ouId, this.ouPath,
				by(rollups.environment(), read, this.environment), by(rollups.workload(), read, this.workload),
				by(rollups.businessUnit(), read, this.businessUnit), by(rollups.billing(), read, this.billing), read,
				this.joinedAt, this.ouIds, this.ouNames, this.unplacedReason);
	}

	private static @Nullable String by(Rollup rollup, Map<String, String> tags, @Nullable String present) {
		return (rollup instanceof Rollup.Tag) ? rollup.of(List.of(), tags) : present;
	}

}
