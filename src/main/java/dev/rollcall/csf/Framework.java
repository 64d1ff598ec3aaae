package dev.rollcall.csf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

/**
 * The live Protect and Detect Subcategories of a version. An id that the version has
 * withdrawn, or never had, is none of them.
 */
public final class Framework {

	private final CsfVersion version;

	private final Map<String, Subcategory> subcategories;

	private Framework(CsfVersion version, Map<String, Subcategory> subcategories) {
		this.version = version;
		this.subcategories = subcategories;
	}

	/**
	 * Reads a version's Subcategories from a table with a header line whose first column
	 * is the id.
	 * @throws UncheckedIOException when the table cannot be read
	 */
	public static Framework read(CsfVersion version, InputStream table) {
		Map<String, Subcategory> subcategories = new LinkedHashMap<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
			lines.lines().skip(1).filter((line) -> !line.isBlank()).forEach((line) -> {
				String id = line.split("\t", 2)[0];
				subcategories.put(id, new Subcategory(id));
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the Subcategories of CSF " + version.number(), ex);
		}
		return new Framework(version, subcategories);
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
		Collection<String> categories = new LinkedHashSet<>();
		this.subcategories.values().forEach((subcategory) -> categories.add(subcategory.category()));
		return categories;
	}

}
