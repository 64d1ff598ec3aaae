package dev.rollcall.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.ConfigFile;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.SqlFile;
import dev.rollcall.input.Suggestion;
import dev.rollcall.input.Text;
import dev.rollcall.input.YamlMapping;
import org.apache.poi.ss.util.WorkbookUtil;
import org.jspecify.annotations.Nullable;

/** Reads a listing's file: YAML in front of one SQL statement. */
final class SheetFile {

	/** Of a sheet that does not say where it stands: behind the evidence. */
	private static final int BEHIND_EVIDENCE = 190;

	private static final String COLOUR = "548235";

	private static final int MOST_COLUMNS = 100;

	private static final String[] KEYS = SqlFile.keys("sheet", "below", "order", "heading", "sources", "dataset",
			"empty", "freeze", "compared", "words", "columns");

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*");

	private final SqlFile file;

	private final String name;

	private final YamlMapping matter;

	SheetFile(ConfigFile file) {
		this.file = new SqlFile("reports-templates/" + file.path(), file.text());
		this.name = file.name();
		this.matter = this.file.yaml();
	}

	/**
	 * The listing.
	 * @param known the sources of this version
	 * @throws BadInputException when the file is not as expected
	 */
	Listing read(Set<String> known) {
		Mistakes.all(() -> this.matter.onlyKeys(KEYS), () -> this.matter.flag("disabled"), this::refuseBadName,
				this::sheetOrBelow, () -> number(this.matter, "order", 0), () -> text(this.matter, "heading"),
				() -> sources(known), () -> this.matter.requiredText("dataset"), () -> text(this.matter, "empty"),
				() -> number(this.matter, "freeze", 0), () -> this.matter.flag("compared"), this::words, this::columns,
				this.file::statement);
		return new Listing(this.name, ownSheet(), this.matter.text("below").orElse(null),
				number(this.matter, "order", 0), text(this.matter, "heading").orElse(null), sources(known),
				this.matter.requiredText("dataset"), text(this.matter, "empty").orElse(null),
				number(this.matter, "freeze", 0), this.matter.flag("compared"), words(), columns(), this.matter,
				this.file.statement());
	}

	private void refuseBadName() {
		if (!NAME.matcher(this.name).matches()) {
			throw new BadInputException(this.file.name() + ": a name such as open-ports.sql was expected");
		}
	}

	private void sheetOrBelow() {
		if (this.matter.keys().contains("sheet") == this.matter.text("below").isPresent()) {
			throw new BadInputException(this.file.name()
					+ ":1: either 'sheet' was expected, with the name of a sheet, or 'below', with the file of the"
					+ " listing whose sheet this one shares");
		}
		ownSheet();
	}

	private @Nullable SheetText ownSheet() {
		return this.matter.keys().contains("sheet") ? sheet(this.matter.mapping("sheet")) : null;
	}

	private static SheetText sheet(YamlMapping sheet) {
		Mistakes.all(() -> sheet.onlyKeys("name", "title", "note", "order", "colour"), () -> tab(sheet),
				() -> text(sheet, "title"), () -> requiredText(sheet, "note"),
				() -> number(sheet, "order", BEHIND_EVIDENCE), () -> colour(sheet));
		Text tab = tab(sheet);
		return new SheetText(tab, text(sheet, "title").orElse(tab), requiredText(sheet, "note"),
				number(sheet, "order", BEHIND_EVIDENCE), colour(sheet));
	}

	private static Text tab(YamlMapping sheet) {
		Text tab = requiredText(sheet, "name");
		Mistakes.all(() -> refuseBadName(sheet, tab.en()), () -> refuseBadName(sheet, tab.ja()));
		return tab;
	}

	private static String colour(YamlMapping sheet) {
		String colour = sheet.text("colour").orElse(COLOUR);
		if (!colour.matches("[0-9A-Fa-f]{6}")) {
			throw new BadInputException(
					sheet.place("colour") + ": '" + colour + "': red, green and blue such as 548235 were expected");
		}
		return colour;
	}

	private static void refuseBadName(YamlMapping sheet, String name) {
		try {
			WorkbookUtil.validateSheetName(name);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException(sheet.place("name") + ": '" + name
					+ "': a name was expected that Excel takes: at most 31 characters, none of []:*?/\\");
		}
	}

	private List<String> sources(Set<String> known) {
		return Mistakes.each(this.matter.texts("sources"), (source) -> {
			if (!known.contains(source)) {
				throw new BadInputException(this.matter.place("sources") + ": '" + source + "' is no source; "
						+ Suggestion.of(source, known));
			}
			return source;
		});
	}

	private Map<String, Map<String, Term>> words() {
		YamlMapping lists = this.matter.mapping("words");
		Map<String, Map<String, Term>> words = new LinkedHashMap<>();
		Mistakes.forEach(lists.keys(), (list) -> {
			YamlMapping values = lists.mapping(list);
			Map<String, Term> terms = new LinkedHashMap<>();
			Mistakes.forEach(values.keys(), (value) -> terms.put(value, term(values.mapping(value))));
			words.put(list, Map.copyOf(terms));
		});
		return words;
	}

	private static Term term(YamlMapping term) {
		term.onlyKeys("en", "ja", "tone");
		Tone tone = term.text("tone").map((word) -> constant(term, "tone", word, Tone.values())).orElse(Tone.PLAIN);
		return new Term(new Text(term.requiredText("en"), term.requiredText("ja")), tone);
	}

	private List<Column> columns() {
		Set<String> names = new HashSet<>();
		List<Column> columns = Mistakes.each(this.matter.mappings("columns"), (column) -> {
			Column read = column(column);
			if (!names.add(read.name())) {
				throw new BadInputException(column.place("name") + ": '" + read.name() + "' is here a second time");
			}
			return read;
		});
		if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
			throw new BadInputException(
					this.matter.place("columns") + ": 1 to " + MOST_COLUMNS + " columns were expected");
		}
		return columns;
	}

	private static Column column(YamlMapping column) {
		Mistakes.all(
				() -> column.onlyKeys("name", "kind", "width", "head", "words", "by", "wrap", "anchor", "link",
						"signs"),
				() -> name(column), () -> number(column, "width", 0), () -> text(column, "head"), () -> words(column),
				() -> column.texts("by"), () -> column.flag("wrap"), () -> column.flag("anchor"),
				() -> column.text("link"), () -> column.flag("signs"));
		Kind kind = kind(column);
		String words = words(column);
		return new Column(column.place(), name(column), kind, number(column, "width", kind.width()),
				text(column, "head").orElse(null), words, kind.needs().isEmpty() ? column.texts("by") : kind.needs(),
				column.flag("wrap"), column.flag("anchor"), column.text("link").orElse(null), column.flag("signs"));
	}

	private static String name(YamlMapping column) {
		String name = column.requiredText("name");
		if (!COLUMN.matcher(name).matches()) {
			throw new BadInputException(
					column.place("name") + ": '" + name + "': a column of the statement in snake_case was expected");
		}
		return name;
	}

	private static Kind kind(YamlMapping column) {
		return column.text("kind").map((word) -> constant(column, "kind", word, Kind.values())).orElse(Kind.TEXT);
	}

	private static @Nullable String words(YamlMapping column) {
		String words = column.text("words").orElse(null);
		if (kind(column) == Kind.WORD && words == null) {
			throw new BadInputException(column.place("words") + ": is missing: the list of this column's words");
		}
		return words;
	}

	private static <E extends Enum<E>> E constant(YamlMapping matter, String key, String word, E[] constants) {
		List<String> words = new ArrayList<>();
		for (E constant : constants) {
			String shown = constant.name().toLowerCase(Locale.ROOT);
			if (shown.equals(word)) {
				return constant;
			}
			words.add(shown);
		}
		throw new BadInputException(
				matter.place(key) + ": '" + word + "': one of " + String.join(", ", words) + " was expected");
	}

	private static int number(YamlMapping matter, String key, int otherwise) {
		String number = matter.text(key).orElse(String.valueOf(otherwise));
		if (!number.matches("[0-9]{1,3}")) {
			throw new BadInputException(matter.place(key) + ": '" + number + "': a number from 0 to 999 was expected");
		}
		return Integer.parseInt(number);
	}

	private static Optional<Text> text(YamlMapping matter, String key) {
		return matter.keys().contains(key) ? Optional.of(requiredText(matter, key)) : Optional.empty();
	}

	private static Text requiredText(YamlMapping matter, String key) {
		YamlMapping languages = matter.mapping(key).onlyKeys("en", "ja");
		return new Text(languages.requiredText("en"), languages.requiredText("ja"));
	}

}
