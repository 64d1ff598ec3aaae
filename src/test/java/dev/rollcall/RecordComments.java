package dev.rollcall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.Schema;
import dev.rollcall.ddl.DataDictionary;
import org.jspecify.annotations.Nullable;

/**
 * What the comments of records in the sources say of the datasets whose rows they are. A
 * record is found by its columns, and of several with the same by its name.
 */
final class RecordComments {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Pattern RECORD = Pattern
		.compile("(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+\\s+)*(?:public )?record (\\w+)\\(");

	private static final Pattern PARAMETER = Pattern.compile("(?s)@param (\\w+) (.*?)(?=@param|@see|\\z)");

	private static final Pattern TAG = Pattern.compile("\\{@(?:code|link) #?(?:\\w+ (?=\\w))?([^}]*)}");

	/** A record to the text of its comment. */
	private final Map<Class<? extends Record>, String> comments;

	private RecordComments(Map<Class<? extends Record>, String> comments) {
		this.comments = comments;
	}

	static RecordComments read() throws IOException {
		Map<Class<? extends Record>, String> comments = new HashMap<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			files.filter((file) -> file.toString().endsWith(".java")).forEach((file) -> {
				Matcher matcher = RECORD.matcher(text(file));
				if (matcher.find() && file.endsWith(matcher.group(2) + ".java")) {
					comments.put(type(file), plain(matcher.group(1)));
				}
			});
		}
		return new RecordComments(comments);
	}

	/**
	 * The lines of a dataset in the dictionary; none where its rows are no records.
	 * @throws IllegalStateException where a comment says nothing of a column
	 */
	List<String> lines(Schema schema) {
		return this.comments.keySet()
			.stream()
			.filter((type) -> isRowOf(type, schema))
			.min(Comparator.comparing((type) -> !Schema.of(type).dataset().equals(schema.dataset())))
			.map((type) -> lines(schema.dataset(), type))
			.orElse(List.of());
	}

	private List<String> lines(String dataset, Class<? extends Record> type) {
		String comment = this.comments.get(type);
		List<String> lines = new ArrayList<>();
		lines.add(line(dataset, "", false, comment.split(" @param ")[0].strip()));
		Map<String, String> meanings = PARAMETER.matcher(comment)
			.results()
			.collect(Collectors.toMap((found) -> found.group(1), (found) -> found.group(2).strip()));
		RecordComponent[] components = type.getRecordComponents();
		for (int i = 0; i < components.length; i++) {
			RecordComponent component = components[i];
			String meaning = meanings.get(component.getName());
			if (meaning == null) {
				throw new IllegalStateException(type + ": @param " + component.getName() + " was expected");
			}
			lines.add(line(dataset, columns(type).get(i).name(), isNeverNull(component), meaning + words(component)));
		}
		return lines;
	}

	private static boolean isRowOf(Class<? extends Record> type, Schema schema) {
		List<Column> columns = columns(type);
		return !columns.isEmpty() && Stream
			.of(List.<Column>of(), Schema.RUN, Stream.concat(Schema.RUN.stream(), Schema.CELL.stream()).toList())
			.anyMatch((before) -> schema.columns().equals(Stream.concat(before.stream(), columns.stream()).toList()));
	}

	/** None where the record is no row. */
	private static List<Column> columns(Class<? extends Record> type) {
		try {
			return Schema.of(type).columns();
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

	private static boolean isNeverNull(RecordComponent component) {
		return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	/** The words that a column may hold, where the comment names none of them. */
	private static String words(RecordComponent component) {
		Object[] words = component.getType().getEnumConstants();
		return (words == null) ? ""
				: Arrays.stream(words).map(Object::toString).collect(Collectors.joining(", ", " (", ")"));
	}

	private static String line(String dataset, String column, boolean always, String meaning) {
		return String.join("\t", dataset, column, always ? DataDictionary.NEVER_NULL : "", meaning);
	}

	private static String plain(String comment) {
		String words = comment.replaceAll("(?m)^\\s*\\*", " ").replace("<p>", " ").replaceAll("\\s+", " ");
		return TAG.matcher(words).replaceAll((tag) -> Matcher.quoteReplacement(tag.group(1))).strip();
	}

	private static Class<? extends Record> type(Path file) {
		String name = SOURCES.relativize(file).toString().replaceAll("\\.java$", "").replace('/', '.');
		try {
			return Class.forName(name).asSubclass(Record.class);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
