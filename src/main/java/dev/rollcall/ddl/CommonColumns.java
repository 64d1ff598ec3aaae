package dev.rollcall.ddl;

import java.util.Map;
import java.util.Set;

/** The columns that mean the same in every dataset that has them. */
final class CommonColumns {

	static final Map<String, String> MEANINGS = Map.of("run_id", "the run that wrote the row", "attempt",
			"which attempt of its date that run was, from 1", "snapshot_date", "the night", "account_id",
			"the account's id, twelve digits", "region", "the Region; global where there is none", "source",
			"the source whose cell gave the row", "collected_at", "when that cell was read");

	/** Those that every row of every dataset has. */
	static final Set<String> NEVER_NULL = Set.of("run_id", "attempt", "snapshot_date");

	private CommonColumns() {
	}

}
