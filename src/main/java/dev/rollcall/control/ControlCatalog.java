package dev.rollcall.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Framework;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.DatabaseException;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;

/**
 * The controls of a night, and the projections that they read: everything of
 * {@code job-config} that is SQL, checked before anything is called.
 */
public final class ControlCatalog {

	/** What a control's statement gives, in any order. */
	static final List<String> COLUMNS = List.of("account_id", "region", "resource_id", "verdict", "reason");

	private static final List<Class<? extends Record>> DERIVED = List.of(RootUser.class, TrailReach.class,
			TrailCoverage.class, TrailSight.class, ExposedResource.class, AccessSight.class);

	private final List<Control> controls;

	private final Map<Schema, String> projections;

	private final Map<CsfVersion, Framework> frameworks;

	private ControlCatalog(List<Control> controls, Map<Schema, String> projections,
			Map<CsfVersion, Framework> frameworks) {
		this.controls = List.copyOf(controls);
		this.projections = projections;
		this.frameworks = frameworks;
	}

	/**
	 * Reads and checks the files.
	 * @param sources the names of all sources
	 * @param evidence the schemas that the statements may read
	 * @throws BadInputException when a file is not as expected, or its SQL does not fit
	 * the schemas
	 */
	public static ControlCatalog load(JobConfig config, Set<String> sources, List<Schema> evidence) {
		Map<CsfVersion, Framework> frameworks = frameworks(config);
		Map<String, String> files = config.files("controls", ".sql");
		List<Control> controls = new ArrayList<>();
		Map<String, String> named = new HashMap<>();
		files.forEach((file, text) -> {
			Control control = new ControlFile(file, text, frameworks, sources).read();
			String before = named.put(control.id(), file);
			if (before != null) {
				throw new BadInputException(file + ": id: '" + control.id() + "' is also the id of " + before);
			}
			controls.add(control);
		});
		if (controls.isEmpty()) {
			throw new BadInputException("job-config/controls: at least one control was expected");
		}
		ControlCatalog catalog = new ControlCatalog(controls, projections(config), frameworks);
		catalog.checkStatements(evidence);
		return catalog;
	}

	private static Map<CsfVersion, Framework> frameworks(JobConfig config) {
		Map<CsfVersion, Framework> frameworks = new EnumMap<>(CsfVersion.class);
		for (CsfVersion version : CsfVersion.values()) {
			frameworks.put(version, Framework.read(version, config.open("csf/csf-" + version.number() + ".tsv")));
		}
		return frameworks;
	}

	private static Map<Schema, String> projections(JobConfig config) {
		Map<Schema, String> projections = new LinkedHashMap<>();
		for (Class<? extends Record> type : DERIVED) {
			Schema schema = Schema.of(type);
			projections.put(schema, config.text("derived/" + schema.dataset() + ".sql"));
		}
		return projections;
	}

	/** Has DuckDB bind every statement to empty tables. */
	private void checkStatements(List<Schema> evidence) {
		try (Workspace workspace = new Workspace(); Database database = new Database(workspace.directory("check"))) {
			evidence.forEach((schema) -> database.view(schema, List.of()));
			this.projections.forEach((schema, sql) -> {
				check(database, "job-config/derived/" + schema.dataset() + ".sql", sql,
						schema.columns().stream().map((column) -> column.name()).toList());
				database.view(schema, List.of());
			});
			this.controls.forEach((control) -> check(database, control.id() + ".sql", control.sql(), COLUMNS));
		}
	}

	private static void check(Database database, String file, String sql, List<String> expected) {
		try {
			List<String> columns = new ArrayList<>(database.columnsOf(sql));
			List<String> missing = new ArrayList<>(expected);
			missing.removeAll(columns);
			columns.removeAll(expected);
			if (!missing.isEmpty() || !columns.isEmpty()) {
				throw new BadInputException(file + ": the columns " + String.join(", ", expected)
						+ " were expected; missing are " + missing + ", too many are " + columns);
			}
		}
		catch (DatabaseException ex) {
			throw new BadInputException(file + ": " + ex.getMessage());
		}
	}

	/** All controls, in order of id. */
	public List<Control> controls() {
		return this.controls;
	}

	/** The projections' statements, in the order in which they build on each other. */
	public Map<Schema, String> projections() {
		return Collections.unmodifiableMap(this.projections);
	}

	public Framework framework(CsfVersion version) {
		Framework framework = this.frameworks.get(version);
		if (framework == null) {
			throw new IllegalStateException("CSF " + version.number() + " is not loaded");
		}
		return framework;
	}

}
