package dev.rollcall.truth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import dev.rollcall.truth.Claims.Claim;
import dev.rollcall.truth.TruthFile.Line;

/**
 * Makes a claim of each account and Region out of a table's defaults and exceptions, and
 * of what is closed to every night.
 */
record Slots(Set<String> accounts, List<Line> closed) {

	/** Every account, or every Region. */
	private static final String ALL = "*";

	private static final String GLOBAL = "global";

	private static final List<String> REGIONS = List.of("us-east-1", "ap-northeast-1", "eu-south-1");

	/**
	 * The claims of a table, by {@code account region}.
	 * @param column what a closed slot holds, in the table of what is closed; empty where
	 * closed slots are not written differently
	 */
	Map<String, Claim> claims(List<Line> table, String column, Function<Line, String> value) {
		Map<String, Claim> defaults = new HashMap<>();
		Map<String, Claim> exceptions = new HashMap<>();
		for (Line line : table) {
			boolean isDefault = line.word("account").equals(ALL);
			for (String account : isDefault ? this.accounts : Set.of(known(line))) {
				for (String region : regions(line)) {
					put(isDefault ? defaults : exceptions, account + " " + region,
							new Claim(value.apply(line), line.place()));
				}
			}
		}
		if (!column.isEmpty()) {
			close(defaults, column);
		}
		defaults.putAll(exceptions);
		return defaults;
	}

	private void close(Map<String, Claim> defaults, String column) {
		for (Line line : this.closed) {
			Set<String> regions = new TreeSet<>(regions(line));
			if (line.word("region").equals(ALL)) {
				regions.add(GLOBAL);
			}
			Claim claim = new Claim(line.word(column), line.place());
			regions.forEach((region) -> defaults.computeIfPresent(known(line) + " " + region,
					(slot, open) -> open.value().equals(Claims.NONE) ? open : claim));
		}
	}

	private static void put(Map<String, Claim> claims, String slot, Claim claim) {
		Claim other = claims.put(slot, claim);
		if (other != null) {
			throw new IllegalArgumentException(claim.place() + " says again what " + other.place() + " says");
		}
	}

	private static List<String> regions(Line line) {
		String region = line.words().getOrDefault("region", GLOBAL);
		if (region.equals(ALL)) {
			return REGIONS;
		}
		if (!region.equals(GLOBAL) && !REGIONS.contains(region)) {
			throw new IllegalArgumentException(line.place() + " names no Region of the example: " + region);
		}
		return List.of(region);
	}

	private String known(Line line) {
		String account = line.word("account");
		if (!this.accounts.contains(account)) {
			throw new IllegalArgumentException(line.place() + " names no account of accounts.txt: " + account);
		}
		return account;
	}

}
