package dev.rollcall.csf;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.rollcall.csf.Table.Line;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Suggestion;

/**
 * The managed rules of AWS Config that speak for a Subcategory of their own, rather than
 * for configuration management as rules in general do.
 */
public final class ManagedRules {

	private static final List<String> COLUMNS = List.of("rule_identifier", "csf20_primary", "csf20_reason",
			"csf11_primary", "csf11_reason");

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

	private final Map<String, ManagedRule> rules = new LinkedHashMap<>();

	private ManagedRules() {
	}

	/**
	 * Reads a table of a rule's identifier, and its Subcategory with a reason in each
	 * version.
	 * @throws BadInputException where the table is not as expected, or a version has none
	 * of an id
	 * @throws UncheckedIOException where it cannot be read
	 */
	public static ManagedRules read(InputStream table, Framework csf20, Framework csf11) {
		ManagedRules rules = new ManagedRules();
		Mistakes.forEach(Table.read("job-config/csf/config-rules.tsv", table, COLUMNS), (line) -> {
			ManagedRule rule = new ManagedRule(identifier(line), subcategory(line, 1, csf20), line.required(2),
					subcategory(line, 3, csf11), line.required(4));
			if (rules.rules.put(rule.identifier(), rule) != null) {
				throw line.refuse(rule.identifier(), "a rule that is not here a second time was");
			}
		});
		return rules;
	}

	private static String identifier(Line line) {
		String identifier = line.required(0);
		if (!IDENTIFIER.matcher(identifier).matches()) {
			throw line.refuse(identifier, "an identifier such as ENCRYPTED_VOLUMES was");
		}
		return identifier;
	}

	private static Subcategory subcategory(Line line, int column, Framework framework) {
		String id = line.required(column);
		return framework.find(id)
			.orElseThrow(() -> new BadInputException(line.place() + ": '" + id
					+ "' is no Subcategory of Protect or Detect in CSF " + framework.version().number() + "; "
					+ Suggestion.of(id, framework.subcategories().stream().map(Subcategory::id).toList())));
	}

	/**
	 * A rule by the identifier of its source; empty where it has no Subcategory of its
	 * own.
	 */
	public Optional<ManagedRule> find(String identifier) {
		return Optional.ofNullable(this.rules.get(identifier));
	}

	/** All rules in the order of the table. */
	public Collection<ManagedRule> all() {
		return Collections.unmodifiableCollection(this.rules.values());
	}

}
