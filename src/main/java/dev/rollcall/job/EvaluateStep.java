package dev.rollcall.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.account.CallEnvironment;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.control.Acceptance;
import dev.rollcall.control.Comparison;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.control.ControlEntry;
import dev.rollcall.control.Evaluation;
import dev.rollcall.control.Excuses;
import dev.rollcall.control.JudgedDatasets;
import dev.rollcall.control.ParameterEntry;
import dev.rollcall.control.Projection;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.Discovery;
import org.springframework.stereotype.Component;

/**
 * Projects the evidence, has every control judge it, and puts the verdicts beside those
 * of the night before.
 */
@Component
class EvaluateStep {

	private final NightRequest request;

	private final NightId id;

	private final ControlCatalog controls;

	private final SourceCatalog sources;

	private final EarlierNights earlier;

	private final Workspace workspace;

	private final CallEnvironment environment;

	EvaluateStep(NightRequest request, SourceCatalog sources, EarlierNights earlier, CallEnvironment environment,
			Workspace workspace) {
		this.environment = environment;
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
			this.controls.projections().ofEvidence().forEach((projection) -> write(projection, writer));
			writer.write(JudgedDatasets.CONTROL, this.controls.controls().stream().map(ControlEntry::of).toList());
			writer.write(JudgedDatasets.CONFIG_RULE_CSF, this.controls.configRules());
			writer.write(JudgedDatasets.PARAMETER, parameters());
			writer.write(JudgedDatasets.LEFT_OUT_CONTROL, this.controls.leftOut());
			Evaluation evaluation = new Evaluation(database);
			this.controls.controls().forEach(evaluation::run);
			evaluation.countRules();
			Optional<LocalDate> comparedWith = judge(database, writer, compacted.discovery());
			NightOutcome outcome = new OutcomeCounter(database).count(this.request, this.environment.throttles().sum());
			return new Judged(compacted.discovery(), writer.files(), outcome, comparedWith.orElse(null));
		}
	}

	/**
	 * Makes findings of verdicts: beside the previous night's, and with their waivers.
	 * @return the previous night
	 */
	private Optional<LocalDate> judge(Database database, DatasetWriter writer, Discovery discovery) {
		Optional<LocalDate> previous = this.earlier.show(database);
		new EarlierThings(this.sources, this.workspace, discovery).show(database, previous.flatMap(this.earlier::of));
		Comparison comparison = new Comparison(database, this.id.snapshotDate(), previous);
		Acceptance acceptance = new Acceptance(database, this.request.waivers(), this.request.today(),
				this.request.configuration().timeZone());
		comparison.run(this.controls.controls(), sourcesBelowTheOrganization(), acceptance, excuses(database));
		writer.write(JudgedDatasets.FINDING, comparison.findings());
		writer.write(JudgedDatasets.UNIT, comparison.units());
		writer.write(JudgedDatasets.CHANGE, comparison.changes());
		writer.write(JudgedDatasets.WAIVER, acceptance.entries());
		this.controls.projections().ofFindings().forEach((projection) -> write(projection, writer));
		return previous;
	}

	private List<ParameterEntry> parameters() {
		Stream<ParameterEntry> ofControls = this.controls.controls()
			.stream()
			.flatMap((control) -> ParameterEntry.of(control).stream());
		return Stream
			.concat(ofControls, Stream.of(ParameterEntry.ofScores(this.request.configuration().unknownLimit())))
			.toList();
	}

	private Excuses excuses(Database database) {
		List<String> entering = this.sources.definitions()
			.stream()
			.filter(SourceDefinition::entersAccount)
			.map(SourceDefinition::name)
			.toList();
		List<Excuses.ExpectedRegion> expected = this.request.configuration()
			.expectedGaps()
			.closedRegions()
			.map((gap) -> new Excuses.ExpectedRegion(gap.account(), String.valueOf(gap.region()), gap.source()))
			.toList();
		return new Excuses(database, expected, entering);
	}

	/** The sources whose cells are each about an account, or a thing that it owns. */
	private Set<String> sourcesBelowTheOrganization() {
		return this.sources.definitions()
			.stream()
			.filter((source) -> !source.isOrganizational())
			.map(SourceDefinition::name)
			.collect(Collectors.toSet());
	}

	private static void write(Projection projection, DatasetWriter writer) {
		writer.write(projection.schema(), projection.sql());
	}

}
