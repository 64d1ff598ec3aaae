package dev.rollcall.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Description;
import dev.rollcall.dataset.Schema;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.ConfigFile;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.MergedFiles;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.SqlFile;
import dev.rollcall.input.SqlText;
import dev.rollcall.input.YamlMapping;
import org.jspecify.annotations.Nullable;

/** Finds projections, puts them in order by what they read, and sees what they give. */
final class ProjectionReader {

	private static final String ROOT = "job-config/";

	/** Columns that a published row has beside the projection's own. */
	private static final Set<String> OF_THE_RUN = Set.of("run_id", "attempt", "snapshot_date");

	private final Database database;

	private final Mistakes mistakes;

	private final ReservedNames reserved;

	/** The names of all files. */
	private final Set<String> found = new HashSet<>();

	/** What can be parsed, by name. */
	private final Map<String, Draft> drafts = new LinkedHashMap<>();

	/** What is in order and without mistakes, by name. */
	private final Map<String, Projection> read = new LinkedHashMap<>();

	/**
	 * Creates a reader.
	 * @param database gets an empty table for each dataset that there is
	 * @param mistakes gets what is refused
	 */
	ProjectionReader(Database database, NightShape night, Mistakes mistakes) {
		this.database = database;
		this.mistakes = mistakes;
		this.reserved = new ReservedNames(night);
		night.schemas().forEach(database::table);
		JudgedDatasets.ALL.forEach(database::table);
	}

	/** Those that are without mistakes, and read nothing that is not. */
	Projections read(JobConfig config) {
		MergedFiles files = config.merged("derived", ".sql", this.mistakes);
		files.removed().forEach((name) -> this.mistakes.pass(() -> refuseRemoval(name)));
		files.files()
			.stream()
			.map(ConfigFile::name)
			.filter((name) -> this.reserved.refusal(name).isEmpty())
			.forEach(this.found::add);
		files.files().forEach((file) -> this.mistakes.pass(() -> this.drafts.put(file.name(), draft(file))));
		for (Draft draft : ordered()) {
			if (isComplete(draft.reads())) {
				this.mistakes.pass(() -> add(draft));
			}
		}
		Set<String> refused = new HashSet<>(this.found);
		refused.removeAll(this.read.keySet());
		return new Projections(List.copyOf(this.read.values()), refused,
				files.files().stream().noneMatch(ConfigFile::own));
	}

	/** Whether none of these datasets would be there but for its mistakes. */
	boolean isComplete(Set<String> datasets) {
		return datasets.stream().noneMatch((name) -> this.found.contains(name) && !this.read.containsKey(name));
	}

	/** Workbook and readers of the output count on what is shipped. */
	private static void refuseRemoval(String name) {
		throw new BadInputException(ROOT + "derived: " + name
				+ ": disabled: a shipped dataset stays, for others read it; it can be replaced");
	}

	private Draft draft(ConfigFile file) {
		SqlFile sql = new SqlFile(ROOT + file.path(), file.text());
		this.reserved.refusal(file.name()).ifPresent((refusal) -> {
			throw new BadInputException(sql.name() + ": '" + file.name() + "': " + refusal);
		});
		YamlMapping matter = sql.hasMatter() ? sql.matter("row", "never-null", "columns") : null;
		return new Draft(file, new StatementCheck(this.database, sql.statement()), matter);
	}

	/** Each behind those that it reads, but for those that read themselves. */
	private List<Draft> ordered() {
		List<Draft> ordered = new ArrayList<>();
		Set<String> done = new HashSet<>();
		for (Draft draft : this.drafts.values()) {
			this.mistakes.pass(() -> order(draft, new ArrayList<>(), done, ordered));
		}
		return ordered;
	}

	private void order(Draft draft, List<String> way, Set<String> done, List<Draft> ordered) {
		if (!done.add(draft.name())) {
			return;
		}
		way.add(draft.name());
		for (String read : draft.reads()) {
			if (way.contains(read)) {
				done.addAll(way);
				throw draft.check()
					.refuse(read, read + ": a dataset cannot be made of itself: "
							+ String.join(" reads ", way.subList(way.indexOf(read), way.size())) + " reads " + read);
			}
			Draft before = this.drafts.get(read);
			if (before != null) {
				order(before, way, done, ordered);
			}
		}
		way.remove(way.size() - 1);
		ordered.add(draft);
	}

	private void add(Draft draft) {
		Schema schema = draft.check().schema(draft.name());
		for (Column column : schema.columns()) {
			if (OF_THE_RUN.contains(column.name())) {
				throw draft.check()
					.refuse(column.name() + ": every published row has a column of that name; another was expected");
			}
		}
		draft.file().shipped().ifPresent((shipped) -> expectShipped(draft, schema, shipped));
		Set<String> reads = draft.reads();
		boolean ofFindings = reads.stream().anyMatch(JudgedDatasets.names()::contains)
				|| this.read.values().stream().anyMatch((other) -> other.ofFindings() && reads.contains(other.name()));
		this.read.put(draft.name(),
				new Projection(schema, draft.check().text(), reads, ofFindings, description(draft.matter(), schema)));
		this.database.table(schema);
	}

	private static Description description(@Nullable YamlMapping matter, Schema schema) {
		if (matter == null) {
			return Description.NONE;
		}
		YamlMapping columns = matter.mapping("columns");
		columns.onlyKeys(schema.columns().stream().map(Column::name).toArray(String[]::new));
		List<String> neverNull = matter.texts("never-null");
		Mistakes.forEach(neverNull, (name) -> expectColumn(matter, name, schema));
		Map<String, String> meanings = new HashMap<>();
		Mistakes.forEach(columns.keys(), (name) -> meanings.put(name, columns.requiredText(name)));
		return new Description(matter.text("row").orElse(""), meanings, Set.copyOf(neverNull));
	}

	private static void expectColumn(YamlMapping matter, String name, Schema schema) {
		if (schema.columns().stream().noneMatch((column) -> column.name().equals(name))) {
			throw new BadInputException(matter.place("never-null") + ": '" + name + "': a column was expected: "
					+ schema.columnList().replace("\"", ""));
		}
	}

	/** What reads the shipped dataset reads the one in its place. */
	private void expectShipped(Draft draft, Schema schema, String shipped) {
		SqlText text = new SqlFile(ROOT + draft.file().path(), shipped).statement();
		List<Column> expected = new StatementCheck(this.database, text).schema(draft.name()).columns();
		if (schema.columns().size() < expected.size()
				|| !schema.columns().subList(0, expected.size()).equals(expected)) {
			throw draft.check()
				.refuse("it takes the place of a shipped dataset: its columns were expected first: " + words(expected));
		}
	}

	private static String words(List<Column> columns) {
		return String.join(", ", columns.stream().map((column) -> column.name() + " " + column.type().sql()).toList());
	}

	/** A file whose statement can be parsed; its matter is null where it has none. */
	private record Draft(ConfigFile file, StatementCheck check, @Nullable YamlMapping matter) {

		String name() {
			return this.file.name();
		}

		Set<String> reads() {
			return this.check.reads();
		}

	}

}
