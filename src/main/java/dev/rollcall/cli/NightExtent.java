package dev.rollcall.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.account.AccountId;
import dev.rollcall.configuration.ConfigurationReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --accounts} and {@code --regions}: less than what the configuration says. */
final class NightExtent {

	@Option(names = "--accounts", paramLabel = "ID,ID",
			description = "These accounts only; a night of them is partial, the rest EXCLUDED")
	private @Nullable String accounts;

	@Option(names = "--regions", paramLabel = "R,R",
			description = "These Regions only; a night of fewer than the key 'regions' names is partial")
	private @Nullable String regions;

	/** The flag that was given, of which there may be two. */
	Optional<String> flag() {
		return (this.accounts != null) ? Optional.of("--accounts")
				: Optional.ofNullable(this.regions).map((given) -> "--regions");
	}

	/** The accounts that the flag narrows a night to; empty where it was not given. */
	Optional<Set<AccountId>> onlyAccounts() {
		return Optional.ofNullable(this.accounts).map((ids) -> ConfigurationReader.accounts("--accounts", ids));
	}

	/** The Regions that the flag names; empty where it was not given. */
	Optional<List<String>> onlyRegions() {
		return Optional.ofNullable(this.regions).map((names) -> ConfigurationReader.regions("--regions", names));
	}

}
