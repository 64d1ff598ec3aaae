package dev.rollcall.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.SqlText;
import dev.rollcall.job.NightApplication;

/** The evidence of a published night, of which some can be taken away and put back. */
final class PublishedEvidence implements AutoCloseable {

	/** More than the example has: it is all held in memory, and twice. */
	private static final long PLACES = 20_000;

	private final Workspace workspace = new Workspace();

	private final Database database = new Database(this.workspace.directory("duckdb"), PLACES);

	/** What a control reads, directly or by way of projections. */
	private final Map<String, Set<String>> reads = new HashMap<>();

	private final Map<String, List<Projection>> projections = new HashMap<>();

	/** What was projected since a row was changed. */
	private final Set<String> projected = new HashSet<>();

	PublishedEvidence(Path output) {
		for (Schema schema : NightApplication.schemas(Shipped.SOURCES)) {
			this.database.view(new Schema("whole_" + schema.dataset(), schema.columns()), files(output, schema));
			putBack(schema.dataset());
		}
		this.database.table(JudgedDatasets.PARAMETER);
		project(Shipped.CONTROLS.projections().ofEvidence());
		Shipped.CONTROLS.controls().forEach(this::prepare);
	}

	private static List<Path> files(Path output, Schema schema) {
		try (Stream<Path> files = Files.walk(output.resolve(schema.dataset()))) {
			return files.filter((file) -> file.toString().endsWith(".parquet")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void prepare(Control control) {
		ParameterEntry.of(control)
			.forEach((entry) -> this.database
				.execute("INSERT INTO parameter VALUES (%s, %s, %s)".formatted(Database.literal(entry.controlId()),
						Database.literal(entry.name()), Database.literal(entry.value()))));
		Set<String> read = new HashSet<>(
				SelectTree.parse(this.database, new SqlText(control.id(), 1, control.sql())).tables().keySet());
		List<Projection> needed = Shipped.CONTROLS.projections().neededBy(read);
		needed.forEach((projection) -> read.addAll(projection.reads()));
		this.reads.put(control.id(), read);
		this.projections.put(control.id(), needed);
	}

	private void project(List<Projection> needed) {
		for (Projection projection : needed) {
			if (this.projected.add(projection.name())) {
				this.database
					.execute("CREATE OR REPLACE TABLE \"%s\" AS %s".formatted(projection.name(), projection.sql()));
			}
		}
	}

	/** Whether a control reads a dataset. */
	boolean reads(Control control, String dataset) {
		return this.reads.getOrDefault(control.id(), Set.of()).contains(dataset);
	}

	/** Whether a control, or a projection that it reads, looks at a source's cells. */
	boolean looksAt(Control control, SourceDefinition source) {
		String name = "'" + source.name() + "'";
		return control.sql().contains(name) || this.projections.getOrDefault(control.id(), List.of())
			.stream()
			.anyMatch((projection) -> projection.sql().contains(name));
	}

	/** Takes rows of a dataset away. */
	void without(String dataset, String condition) {
		this.projected.clear();
		this.database.execute("DELETE FROM \"%s\" WHERE %s".formatted(dataset, condition));
	}

	/** Changes rows of a dataset. */
	void with(String dataset, String changes, String condition) {
		this.projected.clear();
		this.database.execute("UPDATE \"%s\" SET %s WHERE %s".formatted(dataset, changes, condition));
	}

	void putBack(String dataset) {
		this.projected.clear();
		this.database
			.execute("CREATE OR REPLACE TABLE \"%s\" AS SELECT * FROM \"whole_%s\"".formatted(dataset, dataset));
	}

	/** What a control says of it now. */
	Worst judge(Control control) {
		project(this.projections.getOrDefault(control.id(), List.of()));
		new Evaluation(this.database).run(control);
		List<Judgement> judgements = new ArrayList<>();
		this.database.query("SELECT account_id, region, resource_id, verdict, reason FROM evaluated",
				(row) -> judgements.add(new Judgement(row.requiredText(1), row.requiredText(2), row.requiredText(3),
						row.requiredText(4), row.requiredText(5))));
		return Worst.of(judgements);
	}

	@Override
	public void close() {
		this.database.close();
		this.workspace.close();
	}

}
