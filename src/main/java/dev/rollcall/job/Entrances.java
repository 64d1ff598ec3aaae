package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Database;

/** Which accounts let us in, as coverage has it. */
final class Entrances {

	private static final String ENTRY = Database.literal(EntryRefusedException.OPERATION);

	private static final String REFUSED = "operation = " + ENTRY;

	private final SourceCatalog catalog;

	private final Database database;

	/**
	 * Looks at a night.
	 * @param database has a view of its coverage
	 */
	Entrances(SourceCatalog catalog, Database database) {
		this.catalog = catalog;
		this.database = database;
	}

	/**
	 * Why there is no night, in a sentence; empty where an account was entered, or none
	 * was to be. The account where we run proves nothing: it needs no role. An owner that
	 * is left out of the night does not prevent it.
	 * @param own the account where we run
	 */
	Optional<String> refusal(AccountId own) {
		String others = "account_id <> " + Database.literal(own.value());
		String asked = others + " AND source IN (" + names(Entrances::isAskedOfEach) + ")";
		long refused = number("count(DISTINCT account_id)", REFUSED + " AND " + asked);
		long answered = number("count(*)", "calls > 0 AND coalesce(operation, '') <> " + ENTRY + " AND " + others
				+ " AND source IN (" + names(Entrances::isAskedInside) + ")");
		if (refused == 0 || answered > 0) {
			return Optional.empty();
		}
		return Optional.of("No account could be entered but that where we run, " + own + ": " + refused
				+ " refused, the first was " + first(asked)
				+ "; the role's name, the ExternalId, or whom the role trusts is wrong: 'policy' prints what each"
				+ " should be");
	}

	private String first(String asked) {
		List<String> first = new ArrayList<>();
		this.database.query("""
				SELECT account_id || ': ' || error_code || ': ' || coalesce(error_message, '') FROM coverage
				WHERE %s AND %s ORDER BY account_id LIMIT 1""".formatted(REFUSED, asked),
				(row) -> first.add(row.requiredText(1)));
		return first.get(0);
	}

	private static boolean isAskedOfEach(SourceDefinition source) {
		return source.askedIn() == AskedIn.ACCOUNT && !source.isDistinct();
	}

	/** A thing's cell counts the calls of every account that was taken for its owner. */
	private static boolean isAskedInside(SourceDefinition source) {
		return source.entersAccount() && !source.isDistinct();
	}

	private String names(Predicate<SourceDefinition> kind) {
		return this.catalog.definitions()
			.stream()
			.filter(kind)
			.map((source) -> Database.literal(source.name()))
			.collect(Collectors.joining(", "));
	}

	private long number(String what, String where) {
		return this.database.number("SELECT " + what + " FROM coverage WHERE " + where);
	}

}
