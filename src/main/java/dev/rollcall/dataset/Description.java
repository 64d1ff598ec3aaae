package dev.rollcall.dataset;

import java.util.Map;
import java.util.Set;

/**
 * What a dataset's rows and columns mean, for those who query it.
 *
 * @param row what a row is; empty where nobody said
 * @param columns what a column holds, by the column's name; a column of which nobody said
 * anything is not there
 * @param neverNull the names of columns that always hold something in nights of a version
 * that has the column
 */
public record Description(String row, Map<String, String> columns, Set<String> neverNull) {

	/** Nobody said anything. */
	public static final Description NONE = new Description("", Map.of(), Set.of());

	public Description {
		columns = Map.copyOf(columns);
		neverNull = Set.copyOf(neverNull);
	}

}
