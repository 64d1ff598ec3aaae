package dev.rollcall.csf;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.csf.Table.Line;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;

/**
 * NIST's own links from Subcategories of 1.1 to what became of them in 2.0. Some lead to
 * other Functions, such as {@code ID.AM-08}, and some to a whole Category, such as
 * {@code DE.AE}: {@link Framework} finds none of these.
 */
public final class Crosswalk {

	private static final List<String> COLUMNS = List.of("csf11", "csf20");

	private final Map<String, List<String>> to20 = new LinkedHashMap<>();

	private final Map<String, List<String>> to11 = new LinkedHashMap<>();

	private Crosswalk() {
	}

	/**
	 * Reads a table of an id of 1.1 and its ids of 2.0, between commas.
	 * @throws BadInputException where the table is not as expected
	 * @throws UncheckedIOException where it cannot be read
	 */
	public static Crosswalk read(InputStream table) {
		Crosswalk crosswalk = new Crosswalk();
		Mistakes.forEach(Table.read("job-config/csf/csf-1.1-to-2.0.tsv", table, COLUMNS), crosswalk::add);
		return crosswalk;
	}

	private void add(Line line) {
		String from = line.required(0);
		List<String> targets = List.of(line.required(1).split(","));
		if (this.to20.put(from, targets) != null) {
			throw line.refuse(from, "an id that is not here a second time was");
		}
		targets.forEach((target) -> this.to11.computeIfAbsent(target, (key) -> new ArrayList<>()).add(from));
	}

	/** What became of a Subcategory of 1.1; empty where it is not known. */
	public List<String> to20(String csf11Id) {
		return this.to20.getOrDefault(csf11Id, List.of());
	}

	/** What a Subcategory of 2.0 came from; empty where it is new. */
	public List<String> to11(String csf20Id) {
		return List.copyOf(this.to11.getOrDefault(csf20Id, List.of()));
	}

}
