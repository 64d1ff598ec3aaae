package dev.rollcall.control;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.csf.Crosswalk;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Framework;
import dev.rollcall.csf.ManagedRules;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.SqlText;

/**
 * The controls of a night, and the projections that they read: everything of
 * {@code job-config} that is SQL, checked before anything is called.
 */
public final class ControlCatalog {

	private static final List<Class<? extends Record>> DERIVED = List.of(RootUser.class, TrailReach.class,
			TrailCoverage.class, TrailSight.class, ExposedResource.class, AccessSight.class);

	private final List<Control> controls;

	private final Map<Schema, String> projections = new LinkedHashMap<>();

	private final String score;

	private final Map<CsfVersion, Framework> frameworks;

	private final ManagedRules managedRules;

	private ControlCatalog(List<Control> controls, Map<Schema, SqlText> projections, SqlText score,
			Map<CsfVersion, Framework> frameworks, ManagedRules managedRules) {
		this.controls = controls;
		projections.forEach((schema, text) -> this.projections.put(schema, text.sql()));
		this.score = score.sql();
		this.frameworks = frameworks;
		this.managedRules = managedRules;
	}

	/**
	 * Reads and checks the files, and tries every statement on nights without evidence.
	 * @param night what every night looks like
	 * @throws BadInputException when a file is not as expected, its SQL does not fit the
	 * night, or says what no control may say
	 */
	public static ControlCatalog load(JobConfig config, NightShape night) {
		Map<CsfVersion, Framework> frameworks = Framework.all(config);
		ManagedRules rules = ManagedRules.read(config.open("csf/config-rules.tsv"),
				framework(frameworks, CsfVersion.V2_0), framework(frameworks, CsfVersion.V1_1));
		Map<Control, SqlText> controls = controls(config, frameworks, night);
		Map<Schema, SqlText> projections = projections(config);
		SqlText score = derived(config, Schema.of(Score.class));
		try (Workspace workspace = new Workspace(); Database database = new Database(workspace.directory("check"))) {
			night.schemas().forEach(database::table);
			projections.forEach((schema, text) -> {
				new StatementCheck(database, text).expect(types(schema));
				database.table(schema);
			});
			controls.values().forEach((text) -> new StatementCheck(database, text).expectFindings());
			database.table(Schema.of(Finding.class));
			new StatementCheck(database, score).expect(types(Schema.of(Score.class)));
			new ControlRehearsal(database, night, projections).run(controls);
		}
		return new ControlCatalog(List.copyOf(controls.keySet()), projections, score, frameworks, rules);
	}

	private static Map<Control, SqlText> controls(JobConfig config, Map<CsfVersion, Framework> frameworks,
			NightShape night) {
		Map<Control, SqlText> controls = new LinkedHashMap<>();
		Crosswalk crosswalk = Crosswalk.read(config.open("csf/csf-1.1-to-2.0.tsv"));
		config.merged("controls", ".sql").files().forEach((file) -> {
			ControlFile read = new ControlFile("job-config/" + file.path(), file.text(), frameworks, crosswalk,
					night.sourceNames());
			controls.put(read.read(), read.statement());
		});
		if (controls.isEmpty()) {
			throw new BadInputException("job-config/controls: at least one control was expected");
		}
		return controls;
	}

	private static Map<String, String> types(Schema schema) {
		Map<String, String> types = new LinkedHashMap<>();
		schema.columns().forEach((column) -> types.put(column.name(), column.type().sql()));
		return types;
	}

	private static Map<Schema, SqlText> projections(JobConfig config) {
		Map<Schema, SqlText> projections = new LinkedHashMap<>();
		for (Class<? extends Record> type : DERIVED) {
			Schema schema = Schema.of(type);
			projections.put(schema, derived(config, schema));
		}
		return projections;
	}

	private static SqlText derived(JobConfig config, Schema schema) {
		String file = "derived/" + schema.dataset() + ".sql";
		return new SqlText("job-config/" + file, 1, config.text(file));
	}

	/** All controls, in order of id. */
	public List<Control> controls() {
		return this.controls;
	}

	/** The projections' statements, in the order in which they build on each other. */
	public Map<Schema, String> projections() {
		return Collections.unmodifiableMap(this.projections);
	}

	/** The statement that counts findings, as {@link Score} has them. */
	public String score() {
		return this.score;
	}

	/** The Config rules that have Subcategories of their own. */
	public List<ConfigRuleCsf> configRules() {
		return this.managedRules.all().stream().map(ConfigRuleCsf::of).toList();
	}

	/** The schemas of all projections, in the order in which they build on each other. */
	public static List<Schema> derived() {
		return DERIVED.stream().<Schema>map(Schema::of).toList();
	}

	public Framework framework(CsfVersion version) {
		return framework(this.frameworks, version);
	}

	private static Framework framework(Map<CsfVersion, Framework> frameworks, CsfVersion version) {
		Framework framework = frameworks.get(version);
		if (framework == null) {
			throw new IllegalStateException("CSF " + version.number() + " is not loaded");
		}
		return framework;
	}

}
