package dev.rollcall.job;

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
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import org.springframework.stereotype.Component;

/**
 * Projects the evidence, has every control judge it, and puts the verdicts beside those
 * of the night before.
 */
@Component
class EvaluateStep {

	private static final Schema CONTROL = named("control", ControlEntry.class);

	private static final Schema RULES = Schema.of(ConfigRuleCsf.class);

	private static final Schema WAIVER = named("waiver", WaiverEntry.class);

	private final NightRequest request;

	private final NightId id;

	private final ControlCatalog controls;

	private final SourceCatalog sources;

	private final EarlierNights earlier;

	private final Workspace workspace;

	EvaluateStep(NightRequest request, SourceCatalog sources, EarlierNights earlier, Workspace workspace) {
		this.request = request;
		this.id = request.night();
		this.controls = request.controls();
		this.sources = sources;
		this.earlier = earlier;
		this.workspace = workspace;
	}

	/** Judges the night. */
	Judged evaluate(Compacted compacted) {
		try (Database database = compacted.files().open(this.workspace, compacted.discovery())) {
			DatasetWriter writer = new DatasetWriter(this.id, this.workspace, database, compacted.files());
			for (Map.Entry<Schema, String> projection : this.controls.projections().entrySet()) {
				writer.write(projection.getKey(), projection.getValue());
			}
			writer.write(CONTROL, this.controls.controls().stream().map(ControlEntry::of).toList());
			writer.write(RULES, this.controls.configRules());
			Evaluation evaluation = new Evaluation(database);
			this.controls.controls().forEach(evaluation::run);
			evaluation.countRules();
			Optional<LocalDate> comparedWith = judge(database, writer);
			NightOutcome outcome = new OutcomeCounter(database).count(this.request);
			return new Judged(compacted.discovery(), writer.files(), outcome, comparedWith.orElse(null));
		}
	}

	/**
	 * Makes findings of verdicts: beside the previous night's, and with their waivers.
	 * @return the previous night
	 */
	private Optional<LocalDate> judge(Database database, DatasetWriter writer) {
		Optional<LocalDate> previous = this.earlier.show(database);
		Comparison comparison = new Comparison(database, this.id.snapshotDate(), previous);
		Acceptance acceptance = new Acceptance(database, this.request.waivers(), this.id.snapshotDate());
		comparison.run(this.controls.controls(), accountSources(), acceptance);
		writer.write(Schema.of(Finding.class), comparison.findings());
		writer.write(Schema.of(Change.class), comparison.changes());
		writer.write(WAIVER, acceptance.entries());
		writer.write(Schema.of(Score.class), this.controls.score());
		return previous;
	}

	/** The sources that every account is asked. */
	private Set<String> accountSources() {
		return this.sources.definitions()
			.stream()
			.filter((source) -> !source.isOrganizational())
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

}
