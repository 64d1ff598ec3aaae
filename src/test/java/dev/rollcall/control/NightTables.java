package dev.rollcall.control;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.SqlText;
import dev.rollcall.job.NightApplication;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A database with a table for each dataset that controls read. Opening one takes longer
 * than most tests: what one test has emptied the next one fills.
 */
final class NightTables implements AutoCloseable {

	/** Of the datasets, by name. */
	static final Map<String, Schema> SCHEMAS = Stream
		.concat(NightApplication.schemas(Shipped.SOURCES).stream(), Stream.of(JudgedDatasets.PARAMETER))
		.collect(Collectors.toUnmodifiableMap(Schema::dataset, Function.identity()));

	private final Workspace workspace = new Workspace();

	private final Database database = new Database(this.workspace.directory("duckdb"));

	private final Set<Schema> filled = new HashSet<>();

	/** What was projected since a row was put down. */
	private final Set<String> projected = new HashSet<>();

	/** The projections that there is a view of, of whatever rows. */
	private final Set<String> views = new HashSet<>();

	private NightTables() {
		SCHEMAS.values().forEach(this.database::table);
	}

	/** Puts down rows, each as SQL writes it. */
	void insert(Columns columns, List<String> rows) {
		this.projected.clear();
		this.filled.add(SCHEMAS.get(columns.dataset()));
		this.database.execute("INSERT INTO \"%s\" (%s) VALUES %s".formatted(columns.dataset(),
				String.join(", ", columns.names()), String.join(", ", rows)));
	}

	/** What a control says, in order of its key. */
	List<Judgement> judge(Control control) {
		project(SelectTree.parse(this.database, new SqlText(control.id(), 1, control.sql())).tables().keySet());
		this.database.execute("DELETE FROM parameter");
		ParameterEntry.of(control)
			.forEach((entry) -> this.database
				.execute("INSERT INTO parameter VALUES (%s, %s, %s)".formatted(Database.literal(entry.controlId()),
						Database.literal(entry.name()), Database.literal(entry.value()))));
		new Evaluation(this.database).run(control);
		List<Judgement> judgements = new ArrayList<>();
		this.database.query(
				"SELECT account_id, region, resource_id, verdict, reason FROM evaluated"
						+ " ORDER BY account_id, region, resource_id",
				(row) -> judgements.add(new Judgement(row.requiredText(1), row.requiredText(2), row.requiredText(3),
						row.requiredText(4), row.requiredText(5))));
		return judgements;
	}

	/** Reads what becomes of the rows in a projection. */
	void query(String projection, String sql, Database.RowReader reader) {
		project(Set.of(projection));
		this.database.query(sql, reader);
	}

	/**
	 * Writes the projections that a reader of these datasets needs as files and reads
	 * these, as a night does.
	 */
	private void project(Set<String> datasets) {
		Shipped.CONTROLS.projections().neededBy(datasets).forEach((projection) -> {
			if (this.projected.add(projection.name())) {
				Path file = this.workspace.newFile("derived", ".parquet");
				this.database.write(projection.sql(), projection.schema(), file);
				this.database.view(projection.schema(), List.of(file));
				this.views.add(projection.name());
			}
		});
	}

	private void empty() {
		this.views.forEach((view) -> this.database.execute("DROP VIEW \"" + view + "\""));
		this.views.clear();
		this.projected.clear();
		this.filled.forEach((schema) -> {
			this.database.execute("DROP TABLE \"" + schema.dataset() + "\"");
			this.database.table(schema);
		});
		this.filled.clear();
	}

	@Override
	public void close() {
		this.database.close();
		this.workspace.close();
	}

	/**
	 * Where rows go.
	 *
	 * @param names of the columns that they have; the others are null
	 */
	record Columns(String dataset, List<String> names) {

	}

	/** The tables that no test uses. */
	static final class Spare implements AutoCloseable {

		private final Deque<NightTables> empty = new ArrayDeque<>();

		/** Those of all tests of a run. */
		static Spare of(ExtensionContext context) {
			return context.getRoot()
				.getStore(Namespace.create(NightTables.class))
				.computeIfAbsent(Spare.class, (key) -> new Spare(), Spare.class);
		}

		/** Empty tables, which are the caller's from now on. */
		NightTables take() {
			NightTables tables = this.empty.poll();
			return (tables != null) ? tables : new NightTables();
		}

		/** Takes back tables, with whatever rows. */
		void putBack(NightTables tables) {
			tables.empty();
			this.empty.push(tables);
		}

		@Override
		public void close() {
			this.empty.forEach(NightTables::close);
		}

	}

}
