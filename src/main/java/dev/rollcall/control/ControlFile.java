package dev.rollcall.control;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.rollcall.csf.Crosswalk;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Framework;
import dev.rollcall.csf.Subcategory;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Phrases;
import dev.rollcall.input.Setting;
import dev.rollcall.input.SqlFile;
import dev.rollcall.input.SqlText;
import dev.rollcall.input.Suggestion;
import dev.rollcall.input.Text;
import dev.rollcall.input.YamlMapping;
import org.jspecify.annotations.Nullable;

/** Reads a control's file. */
final class ControlFile {

	/** What a control can be called. */
	static final Pattern ID = Pattern.compile("[a-z0-9]+(\\.[a-z0-9_]+)+");

	private static final String SCORED = "scored";

	private static final String[] KEYS = { "id", "version", "severity", "title", "remediation", "sources", "csf20",
			"csf11", "reasons", "parameters", Age.KEY, Was.KEY, SCORED };

	private static final Pattern PARAMETER = Pattern.compile("[a-z][a-z0-9_]*");

	private static final int MOST_SECONDARY = 4;

	private final SqlFile file;

	private final String text;

	private final Map<CsfVersion, Framework> frameworks;

	private final Crosswalk crosswalk;

	private final Set<String> sources;

	ControlFile(String file, String text, Map<CsfVersion, Framework> frameworks, Crosswalk crosswalk,
			Set<String> sources) {
		this.file = new SqlFile(file, text);
		this.text = text;
		this.frameworks = frameworks;
		this.crosswalk = crosswalk;
		this.sources = sources;
	}

	/**
	 * The control.
	 * @throws BadInputException when the file is not as expected
	 */
	Control read() {
		YamlMapping matter = this.file.yaml();
		Mistakes.all(() -> matter.onlyKeys(SqlFile.keys(KEYS)), () -> matter.flag("disabled"), () -> id(matter),
				() -> version(matter), () -> severity(matter), () -> text(matter, "title"),
				() -> text(matter, "remediation"), () -> sources(matter),
				() -> mapping(matter, "csf20", CsfVersion.V2_0), () -> mapping(matter, "csf11", CsfVersion.V1_1),
				() -> Phrases.read(matter.mapping("reasons")), () -> parameters(matter), () -> age(matter),
				() -> matter.flag(SCORED, true), () -> Was.read(matter, matter.text("id").orElse("")), this::statement);
		Map<CsfVersion, CsfMapping> csf = new EnumMap<>(CsfVersion.class);
		csf.put(CsfVersion.V2_0, mapping(matter, "csf20", CsfVersion.V2_0));
		csf.put(CsfVersion.V1_1, mapping(matter, "csf11", CsfVersion.V1_1));
		return new Control(id(matter), version(matter), severity(matter), text(matter, "title"),
				text(matter, "remediation"), sources(matter), csf, Phrases.read(matter.mapping("reasons")),
				parameters(matter), age(matter), Was.read(matter, id(matter)), matter.flag(SCORED, true), null,
				statement().sql(), Sha256.of(this.text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Its statement.
	 * @throws BadInputException when there is none, or more than one, or nothing tells it
	 * from the front matter
	 */
	SqlText statement() {
		this.file.yaml();
		return this.file.statement();
	}

	private String id(YamlMapping matter) {
		String id = matter.requiredText("id");
		if (!ID.matcher(id).matches() || !this.file.name().endsWith("/" + id + ".sql")) {
			throw new BadInputException(
					matter.place("id") + ": '" + id + "': the file's name without .sql was expected, such as root.mfa");
		}
		return id;
	}

	private static int version(YamlMapping matter) {
		String version = matter.requiredText("version");
		if (!version.matches("[1-9][0-9]{0,5}")) {
			throw new BadInputException(matter.place("version") + ": '" + version + "': a number from 1 was expected");
		}
		return Integer.parseInt(version);
	}

	/** The version of a shipped control that somebody replaced. */
	static Integer version(String shipped) {
		return Integer.valueOf(new SqlFile("the shipped control", shipped).matter(KEYS).requiredText("version"));
	}

	private static Severity severity(YamlMapping matter) {
		String word = matter.requiredText("severity");
		return Arrays.stream(Severity.values())
			.filter((severity) -> severity.name().equals(word))
			.findFirst()
			.orElseThrow(() -> new BadInputException(
					matter.place("severity") + ": '" + word + "': CRITICAL, HIGH, MEDIUM or LOW was expected"));
	}

	private static @Nullable Age age(YamlMapping matter) {
		return matter.keys().contains(Age.KEY) ? Age.read(matter) : null;
	}

	private static Map<String, Parameter> parameters(YamlMapping matter) {
		Map<String, Parameter> parameters = new LinkedHashMap<>();
		YamlMapping all = matter.mapping("parameters");
		Mistakes.forEach(all.keys(), (name) -> {
			if (!PARAMETER.matcher(name).matches()) {
				throw new BadInputException(all.place(name) + ": a name of small letters, digits and '_' was expected");
			}
			parameters.put(name, parameter(all.mapping(name).onlyKeys("default", "type", "of", "meaning")));
		});
		return parameters;
	}

	private static Parameter parameter(YamlMapping written) {
		String word = written.requiredText("type");
		Parameter.Type type = Parameter.Type.of(word)
			.orElseThrow(() -> new BadInputException(
					written.place("type") + ": '" + word + "': number, boolean, text or list was expected"));
		List<String> words = written.texts("of");
		if ((type == Parameter.Type.LIST) == words.isEmpty()) {
			throw new BadInputException(written.place("of") + ": " + (words.isEmpty()
					? "the words of which a list takes some were expected" : "only a list is of something"));
		}
		Setting value = new Setting(written.place("default"),
				(type == Parameter.Type.LIST) ? written.texts("default") : List.of(written.requiredText("default")));
		return Parameter.of(type, words, value, text(written, "meaning"));
	}

	private static Text text(YamlMapping matter, String key) {
		YamlMapping languages = matter.mapping(key).onlyKeys("en", "ja");
		return new Text(languages.requiredText("en"), languages.requiredText("ja"));
	}

	private List<String> sources(YamlMapping matter) {
		List<String> named = matter.texts("sources");
		if (named.isEmpty()) {
			throw new BadInputException(matter.place("sources") + ": the sources that it reads were expected");
		}
		return Mistakes.each(named, (source) -> {
			if (!this.sources.contains(source)) {
				throw new BadInputException(matter.place("sources") + ": '" + source + "' is no source; "
						+ Suggestion.of(source, this.sources));
			}
			return source;
		});
	}

	private CsfMapping mapping(YamlMapping matter, String key, CsfVersion version) {
		YamlMapping mapping = matter.mapping(key);
		if (mapping.keys().isEmpty()) {
			throw new BadInputException(matter.place(key) + ": is missing: primary and reason below it were expected");
		}
		Mistakes.all(() -> mapping.onlyKeys("primary", "reason", "secondary"), () -> primary(mapping, version),
				() -> mapping.requiredText("reason"), () -> secondary(mapping, version));
		return new CsfMapping(primary(mapping, version), mapping.requiredText("reason"), secondary(mapping, version));
	}

	private Subcategory primary(YamlMapping mapping, CsfVersion version) {
		return subcategory(mapping, "primary", mapping.requiredText("primary"), version);
	}

	private Map<Subcategory, String> secondary(YamlMapping mapping, CsfVersion version) {
		YamlMapping others = mapping.mapping("secondary");
		Map<Subcategory, String> secondary = new LinkedHashMap<>();
		Mistakes.forEach(others.keys(),
				(other) -> secondary.put(subcategory(others, other, other, version), others.requiredText(other)));
		if (secondary.size() > MOST_SECONDARY) {
			throw new BadInputException(
					mapping.place("secondary") + ": " + secondary.size() + " were given, at most four were expected");
		}
		return secondary;
	}

	private Subcategory subcategory(YamlMapping mapping, String key, String id, CsfVersion version) {
		Framework framework = this.frameworks.get(version);
		if (framework == null) {
			throw new IllegalStateException("CSF " + version.number() + " is not loaded");
		}
		return framework.find(id)
			.orElseThrow(
					() -> new BadInputException(mapping.place(key) + ": '" + id + "' " + noSubcategory(id, framework)));
	}

	private String noSubcategory(String id, Framework framework) {
		String number = framework.version().number();
		String csf11 = id.replaceFirst("-0+", "-");
		List<String> links = this.crosswalk.to20(csf11);
		if (framework.version() == CsfVersion.V2_0 && !links.isEmpty()) {
			return (csf11.equals(id) ? "is an id of CSF 1.1" : "is withdrawn in CSF 2.0") + "; NIST points to "
					+ String.join(", ", links);
		}
		return "is no Subcategory of Protect or Detect in CSF " + number + "; "
				+ Suggestion.of(id, framework.subcategories().stream().map(Subcategory::id).toList());
	}

}
