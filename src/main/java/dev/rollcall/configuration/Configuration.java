package dev.rollcall.configuration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Arn;
import dev.rollcall.account.Deadlines;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.control.ControlSettings;
import dev.rollcall.control.Severity;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.organization.Rollups;
import dev.rollcall.organization.Roster;

/**
 * What a night is run with.
 *
 * @param roster where the accounts come from
 * @param accounts the accounts of roster {@code list}
 * @param roleName the role that is assumed in each account
 * @param externalId what the roles' trust policies ask for
 * @param organizationRole the role that reads Organizations; empty for our own identity
 * @param regions the Regions; empty for those enabled in the account where we run
 * @param output where nights are kept; empty where neither flag nor file says
 * @param locale the workbook's language, {@code en} or {@code ja}
 * @param csf the version of the framework that leads in the workbook
 * @param failOn the least severity of a NON_COMPLIANT finding that changes the exit code
 * @param excludedAccounts accounts that are not called
 * @param excludedSources sources that are not asked
 * @param expectedGaps gaps that do not make a night incomplete
 * @param deadlines when to give up
 * @param rollups how accounts are split
 * @param seal how published nights are guarded
 * @param controls what it says of controls
 * @param unknownLimit the greatest share of units, in percent, that may be unknown where
 * a score is shown
 * @param timeZone whose days waivers go by
 * @param logArchive the account that keeps everybody's logs
 * @param audience who is told over the network that a night has ended
 */
public record Configuration(Roster roster, Set<AccountId> accounts, String roleName, Optional<String> externalId,
		Optional<Arn> organizationRole, List<String> regions, Optional<String> output, String locale, CsfVersion csf,
		Optional<Severity> failOn, Set<AccountId> excludedAccounts, Set<String> excludedSources,
		ExpectedGaps expectedGaps, Deadlines deadlines, Rollups rollups, Seal seal, ControlSettings controls,
		int unknownLimit, ZoneId timeZone, Optional<AccountId> logArchive, Audience audience) {

	/** The limit where nobody says another. */
	public static final int UNKNOWN_LIMIT = 10;

	public Configuration {
		accounts = Collections.unmodifiableSet(new TreeSet<>(accounts));
		regions = List.copyOf(regions);
		excludedAccounts = Collections.unmodifiableSet(new TreeSet<>(excludedAccounts));
		excludedSources = Collections.unmodifiableSet(new TreeSet<>(excludedSources));
	}

	/** The day that an instant is in, in its time zone. */
	public LocalDate dayOf(Instant instant) {
		return LocalDate.ofInstant(instant, this.timeZone);
	}

	/**
	 * The same text for the same configuration: all of it but where nights are kept, how
	 * they are guarded there and who is told of them, what it says of controls, which
	 * they have themselves, and of the external id only whether there is one.
	 */
	public String canonical() {
		return new Configuration(this.roster, this.accounts, this.roleName, this.externalId.map((id) -> "..."),
				this.organizationRole, this.regions, Optional.empty(), this.locale, this.csf, this.failOn,
				this.excludedAccounts, this.excludedSources, this.expectedGaps, this.deadlines, this.rollups, Seal.NONE,
				ControlSettings.NONE, this.unknownLimit, this.timeZone, this.logArchive, Audience.NONE)
			.toString();
	}

}
