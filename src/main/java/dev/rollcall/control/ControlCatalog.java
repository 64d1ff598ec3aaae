package dev.rollcall.control;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.control.LeftOutControl.By;
import dev.rollcall.csf.Crosswalk;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Framework;
import dev.rollcall.csf.ManagedRules;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.ConfigFile;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.MergedFiles;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.SqlFile;
import dev.rollcall.input.SqlText;

/**
 * The controls of a night, and the projections that they read: everything of
 * {@code job-config} that is SQL, checked before anything is called.
 */
public final class ControlCatalog {

	private final List<Control> controls;

	private final List<LeftOutControl> leftOut;

	private final Projections projections;

	private final Map<CsfVersion, Framework> frameworks;

	private final ManagedRules managedRules;

	private ControlCatalog(List<Control> controls, List<LeftOutControl> leftOut, Projections projections,
			Map<CsfVersion, Framework> frameworks, ManagedRules managedRules) {
		this.controls = List.copyOf(controls);
		this.leftOut = List.copyOf(leftOut);
		this.projections = projections;
		this.frameworks = frameworks;
		this.managedRules = managedRules;
	}

	/**
	 * Reads and checks the files, and tries somebody's own statements on nights without
	 * evidence. What ships was tried when it was built.
	 * @param night what every night looks like
	 * @throws BadInputException with a line for each file that is not as expected, whose
	 * SQL does not fit the night, or says what no control may say
	 */
	public static ControlCatalog load(JobConfig config, NightShape night) {
		return load(config, night, (file) -> false);
	}

	/** The same, and tries these files whether or not they ship. */
	static ControlCatalog load(JobConfig config, NightShape night, Predicate<ConfigFile> alsoTried) {
		Mistakes mistakes = new Mistakes();
		Map<CsfVersion, Framework> frameworks = mistakes.of(() -> Framework.all(config))
			.orElseGet(() -> Framework.all(config.packagedOnly()));
		Optional<ManagedRules> rules = mistakes.of(() -> ManagedRules.read(config.open("csf/config-rules.tsv"),
				framework(frameworks, CsfVersion.V2_0), framework(frameworks, CsfVersion.V1_1)));
		MergedFiles files = config.merged("controls", ".sql", mistakes);
		List<ControlDraft> drafts = drafts(files, config, frameworks, night, mistakes);
		try (Workspace workspace = new Workspace(); Database database = new Database(workspace.directory("check"))) {
			ProjectionReader reader = new ProjectionReader(database, night, mistakes);
			Projections projections = reader.read(config);
			Map<Control, SqlText> controls = new ControlChecks(database, reader, later(projections), mistakes)
				.sound(drafts);
			Map<Control, SqlText> tried = tried(controls, files,
					(file) -> !projections.areShipped() || alsoTried.test(file));
			if (!tried.isEmpty()) {
				new ControlRehearsal(database, night, projections, mistakes).run(tried);
			}
			mistakes.refuse();
			return new ControlCatalog(List.copyOf(controls.keySet()),
					files.removed().stream().map((id) -> new LeftOutControl(id, By.DISABLED)).toList(), projections,
					frameworks, rules.orElseThrow());
		}
	}

	private static Map<Control, SqlText> tried(Map<Control, SqlText> controls, MergedFiles files,
			Predicate<ConfigFile> also) {
		Map<Control, SqlText> tried = new LinkedHashMap<>(controls);
		Set<String> names = files.files()
			.stream()
			.filter((file) -> file.own() || also.test(file))
			.map(ConfigFile::name)
			.collect(Collectors.toSet());
		tried.keySet().removeIf((control) -> !names.contains(control.id()));
		return tried;
	}

	/** What is made when controls have judged. */
	private static Set<String> later(Projections projections) {
		Set<String> later = new HashSet<>(JudgedDatasets.names());
		later.remove(JudgedDatasets.PARAMETER.dataset());
		projections.ofFindings().forEach((projection) -> later.add(projection.name()));
		return later;
	}

	private static List<ControlDraft> drafts(MergedFiles files, JobConfig config, Map<CsfVersion, Framework> frameworks,
			NightShape night, Mistakes mistakes) {
		Crosswalk crosswalk = mistakes.of(() -> crosswalk(config)).orElseGet(() -> crosswalk(config.packagedOnly()));
		if (files.files().isEmpty()) {
			throw new BadInputException("job-config/controls: at least one control was expected");
		}
		return files.files().stream().map((file) -> {
			ControlFile read = new ControlFile("job-config/" + file.path(), file.text(), frameworks, crosswalk,
					night.sourceNames());
			Optional<Control> control = mistakes
				.of(() -> read.read().inPlaceOf(file.shipped().map(ControlFile::version).orElse(null)));
			return new ControlDraft(control, mistakes.of(read::statement));
		}).toList();
	}

	private static Crosswalk crosswalk(JobConfig config) {
		return Crosswalk.read(config.open("csf/csf-1.1-to-2.0.tsv"));
	}

	/**
	 * The ids of all controls that there are files of, whatever else is in them, and of
	 * those that their rows stood under before.
	 */
	public static Set<String> idsOf(JobConfig config) {
		MergedFiles files = config.merged("controls", ".sql", new Mistakes());
		Set<String> ids = new TreeSet<>(files.removed());
		files.files().forEach((file) -> {
			ids.add(file.name());
			new Mistakes().of(() -> Was.controls(new SqlFile(file.path(), file.text()).yaml())).ifPresent(ids::addAll);
		});
		return ids;
	}

	/**
	 * The controls as a configuration has them: with its limits, and without those that
	 * it leaves out.
	 * @throws BadInputException with a line for each control or parameter that there is
	 * not
	 */
	public ControlCatalog with(ControlSettings settings) {
		return new ConfiguredControls(settings, this.controls)
			.apply((controls, excluded) -> new ControlCatalog(controls,
					Stream.concat(this.leftOut.stream(), excluded.stream()).toList(), this.projections, this.frameworks,
					this.managedRules));
	}

	/** The controls that do not judge. */
	public List<LeftOutControl> leftOut() {
		return this.leftOut;
	}

	/** All controls, in order of id. */
	public List<Control> controls() {
		return this.controls;
	}

	/** The datasets that are made by SQL alone. */
	public Projections projections() {
		return this.projections;
	}

	/** The Config rules that have Subcategories of their own. */
	public List<ConfigRuleCsf> configRules() {
		return this.managedRules.all().stream().map(ConfigRuleCsf::of).toList();
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
