package dev.rollcall.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.control.Acceptance;
import dev.rollcall.control.Change;
import dev.rollcall.control.Comparison;
import dev.rollcall.control.ConfigRuleCsf;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.control.ControlEntry;
import dev.rollcall.control.Evaluation;
import dev.rollcall.control.Finding;
import dev.rollcall.control.Score;
import dev.rollcall.control.WaiverEntry;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Projects the evidence, has every control judge it, and puts the verdicts beside those
 * of the night before.
 */
@Component
class EvaluateTasklet implements Tasklet {

	private static final Schema CONTROL = named("control", ControlEntry.class);

	private static final Schema RULES = Schema.of(ConfigRuleCsf.class);

	private static final Schema WAIVER = named("waiver", WaiverEntry.class);

	private final NightRequest request;

	private final NightId id;

	private final ControlCatalog controls;

	private final SourceCatalog sources;

	private final Night night;

	private final DatasetFiles files;

	private final EarlierNights earlier;

	EvaluateTasklet(NightRequest request, SourceCatalog sources, Night night, DatasetFiles files,
			EarlierNights earlier) {
		this.request = request;
		this.id = request.night();
		this.controls = request.controls();
		this.sources = sources;
		this.night = night;
		this.files = files;
		this.earlier = earlier;
	}

	@Override
	public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		try (Database database = this.files.open()) {
			for (Map.Entry<Schema, String> projection : this.controls.projections().entrySet()) {
				write(database, projection.getKey(), projection.getValue());
			}
			write(database, CONTROL, this.controls.controls().stream().map(ControlEntry::of).toList());
			write(database, RULES, this.controls.configRules());
			Evaluation evaluation = new Evaluation(database);
			this.controls.controls().forEach(evaluation::run);
			evaluation.countRules();
			judge(database);
			this.night.judged(new OutcomeCounter(database).count(this.request));
		}
		return RepeatStatus.FINISHED;
	}

	/**
	 * Makes findings of verdicts: beside the previous night's, and with their waivers.
	 */
	private void judge(Database database) {
		Optional<LocalDate> previous = this.earlier.show(database);
		this.night.comparedWith(previous.orElse(null));
		Comparison comparison = new Comparison(database, this.id.snapshotDate(), previous);
		Acceptance acceptance = new Acceptance(database, this.request.waivers(), this.id.snapshotDate());
		comparison.run(this.controls.controls(), accountSources(), acceptance);
		write(database, Schema.of(Finding.class), comparison.findings());
		write(database, Schema.of(Change.class), comparison.changes());
		write(database, WAIVER, acceptance.entries());
		write(database, Schema.of(Score.class), this.controls.score());
	}

	/** The sources that every account is asked. */
	private Set<String> accountSources() {
		return this.sources.definitions()
			.stream()
			.filter((source) -> !source.scope().isOrganizational())
			.map(SourceDefinition::name)
			.collect(Collectors.toSet());
	}

	/** The datasets that it makes, as they are published. */
	static List<Schema> schemas() {
		return Stream
			.of(ControlCatalog.derived(),
					List.of(CONTROL, RULES, Schema.of(Finding.class), Schema.of(Change.class), WAIVER,
							Schema.of(Score.class)))
			.flatMap(List::stream)
			.map((schema) -> schema.behind(Schema.RUN))
			.toList();
	}

	private static Schema named(String dataset, Class<? extends Record> type) {
		return new Schema(dataset, Schema.of(type).columns());
	}

	private void write(Database database, Schema schema, String sql) {
		Schema published = schema.behind(Schema.RUN);
		Path file = this.files.begin(published);
		long rows = database.write("SELECT %s AS run_id, %d AS attempt, * FROM (%s\n)"
			.formatted(Database.literal(this.id.runId()), this.id.attempt(), sql), published, file);
		finish(database, published, file, rows);
	}

	private void write(Database database, Schema schema, List<? extends Record> entries) {
		Schema published = schema.behind(Schema.RUN);
		Path path = this.files.begin(published);
		try (ParquetFile file = new ParquetFile(path, published)) {
			entries.forEach((entry) -> file.write(List.of(this.id.runId(), this.id.attempt()), entry));
		}
		finish(database, published, path, entries.size());
	}

	private void finish(Database database, Schema published, Path file, long rows) {
		this.files.finish(published, file, rows);
		database.view(published, List.of(file));
	}

}
