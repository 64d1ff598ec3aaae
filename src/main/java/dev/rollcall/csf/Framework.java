package dev.rollcall.csf;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rollcall.csf.Table.Line;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * The live Protect and Detect Subcategories of a version, with the names of its Functions
 * and Categories. An id that the version has withdrawn, or never had, is none of them.
 */
public final class Framework {

	private static final List<String> COLUMNS = List.of("id", "en", "ja", "outside_en", "outside_ja");

	private static final String FUNCTION = "PR|DE";

	private static final String CATEGORY = "(" + FUNCTION + ")\\.[A-Z]{2}";

	private final CsfVersion version;

	private final Map<String, Text> names = new LinkedHashMap<>();

	private final Map<String, Subcategory> subcategories = new LinkedHashMap<>();

	private Framework(CsfVersion version) {
		this.version = version;
	}

	/**
	 * Reads a version from a table in the order of the framework: an id, and a text in
	 * each language, which is the name of a Function or Category or the outcome of a
	 * Subcategory; then why a Subcategory is outside, in each language, or nothing.
	 * @throws BadInputException where the table is not as expected
	 * @throws UncheckedIOException where it cannot be read
	 */
	public static Framework read(CsfVersion version, InputStream table) {
		Framework framework = new Framework(version);
		Mistakes.forEach(Table.read("job-config/csf/csf-" + version.number() + ".tsv", table, COLUMNS), framework::add);
		return framework;
	}

	private void add(Line line) {
		String id = line.required(0);
		if (this.names.containsKey(id) || this.subcategories.containsKey(id)) {
			throw line.refuse(id, "an id that is not here a second time was");
		}
		Text text = new Text(line.required(1), line.required(2));
		if (id.matches(FUNCTION) || id.matches(CATEGORY)) {
			this.names.put(id, text);
			return;
		}
		if (!id.matches(CATEGORY + "-" + numbers())) {
			throw line.refuse(id, "an id of CSF " + this.version.number() + ", Protect or Detect, was");
		}
		Subcategory subcategory = new Subcategory(id, text, outside(line));
		if (!this.names.containsKey(subcategory.function()) || !this.names.containsKey(subcategory.category())) {
			throw line.refuse(id, "its Function and its Category above it were");
		}
		this.subcategories.put(id, subcategory);
	}

	/** Subcategories are numbered 01, 02 in 2.0, and 1, 2 in 1.1. */
	private String numbers() {
		return (this.version == CsfVersion.V2_0) ? "[0-9]{2}" : "[1-9][0-9]?";
	}

	private static @Nullable Text outside(Line line) {
		return line.cell(3).isEmpty() && line.cell(4).isEmpty() ? null : new Text(line.required(3), line.required(4));
	}

	/**
	 * Reads all versions.
	 * @throws BadInputException where a table is not as expected
	 */
	public static Map<CsfVersion, Framework> all(JobConfig config) {
		Map<CsfVersion, Framework> frameworks = new EnumMap<>(CsfVersion.class);
		Mistakes.forEach(List.of(CsfVersion.values()), (version) -> frameworks.put(version,
				read(version, config.open("csf/csf-" + version.number() + ".tsv"))));
		return frameworks;
	}

	public CsfVersion version() {
		return this.version;
	}

	/** A Subcategory by its id; empty where this version has none of that id. */
	public Optional<Subcategory> find(String id) {
		return Optional.ofNullable(this.subcategories.get(id));
	}

	/** All Subcategories in the order of the framework. */
	public Collection<Subcategory> subcategories() {
		return Collections.unmodifiableCollection(this.subcategories.values());
	}

	/** All Categories, such as {@code PR.AA}, in the order of the framework. */
	public Collection<String> categories() {
		return this.subcategories.values().stream().map(Subcategory::category).distinct().toList();
	}

	/**
	 * The name of a Function such as {@code PR}, or of a Category such as {@code PR.AA}.
	 * @throws IllegalArgumentException where this version has none of that id
	 */
	public Text name(String functionOrCategory) {
		Text name = this.names.get(functionOrCategory);
		if (name == null) {
			throw new IllegalArgumentException(
					"'" + functionOrCategory + "' is no Function or Category of CSF " + this.version.number());
		}
		return name;
	}

}
