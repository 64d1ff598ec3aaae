package dev.rollcall.control;

import java.util.Set;

import dev.rollcall.dataset.Description;
import dev.rollcall.dataset.Schema;
import dev.rollcall.input.SqlText;

/**
 * A dataset that a statement makes of others: a file of {@code job-config/derived}. Its
 * name is the file's, its columns are those that the statement gives.
 *
 * @param reads the datasets that it reads
 * @param ofFindings whether it is made when all controls have judged, for it reads what
 * they said
 * @param description what its file says that it means
 */
public record Projection(Schema schema, SqlText text, Set<String> reads, boolean ofFindings, Description description) {

	public Projection {
		reads = Set.copyOf(reads);
	}

	/** The name of the dataset. */
	public String name() {
		return this.schema.dataset();
	}

	/** The statement. */
	public String sql() {
		return this.text.sql();
	}

}
