package dev.rollcall.configuration;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Deadlines;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.control.ControlSettings;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Durations;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Setting;
import dev.rollcall.input.Suggestion;
import dev.rollcall.input.YamlMapping;
import dev.rollcall.organization.Rollups;
import dev.rollcall.organization.Roster;
import org.jspecify.annotations.Nullable;

/**
 * Puts a configuration together and refuses what is not as expected, before anything is
 * called.
 */
public final class ConfigurationReader {

	private static final String DEFAULT_ROLE = "RollcallAudit";

	private static final List<String> TOP = List.of("roster", "accounts", "role-name", "external-id", "organization",
			"regions", "output", "locale", "csf", "fail-on", "score", "exclude", "controls", "expected-gaps",
			"deadlines", "rollups", "signing", "object-lock", "time-zone", "log-archive", "notice", "metrics");

	private static final Map<String, String[]> BELOW = Map.ofEntries(below("organization", "role-arn"),
			below("score", "unknown-limit"), below("exclude", "accounts", "sources", "controls"),
			below("deadlines", "attempt", "call", "cell", "night"),
			below("rollups", "environment", "workload", "business-unit", "billing"),
			below("signing", "kms-key", "private-key"), below("object-lock", "mode", "days"),
			below("log-archive", "account"), below("notice", "sns-topic", "event-bus"),
			below("metrics", "otlp-endpoint"));

	private final Settings settings;

	private final YamlMapping file;

	private final Set<String> sources;

	private final Mistakes mistakes;

	private ConfigurationReader(Settings settings, YamlMapping file, Set<String> sources, Mistakes mistakes) {
		this.settings = settings;
		this.mistakes = mistakes;
		this.file = file;
		this.sources = sources;
	}

	private static Map.Entry<String, String[]> below(String key, String... known) {
		return Map.entry(key, known);
	}

	/** Every key that has a value of its own, levels joined by dots. */
	static Set<String> keys() {
		return TOP.stream()
			.flatMap((top) -> BELOW.containsKey(top) ? Arrays.stream(BELOW.get(top)).map((key) -> top + "." + key)
					: Stream.of(top))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Reads a configuration.
	 * @param name what to call the file in messages
	 * @param text the file's text
	 * @param flags the flags that were given, by the keys that they stand for
	 * @param environment the environment's variables
	 * @param sources the names of all sources
	 * @throws BadInputException with a line for each mistake, naming place, value and
	 * expectation
	 */
	public static Configuration read(String name, String text, Map<String, String> flags,
			Map<String, String> environment, Set<String> sources) {
		YamlMapping root = YamlMapping.read(name, 1, text);
		Mistakes mistakes = new Mistakes();
		mistakes.pass(() -> root.onlyKeys("rollcall"));
		YamlMapping file = mistakes.of(() -> root.mapping("rollcall")).orElseGet(() -> YamlMapping.read(name, 1, ""));
		mistakes.pass(() -> file.onlyKeys(TOP.toArray(String[]::new)));
		BELOW.forEach((key, known) -> mistakes.pass(() -> file.mapping(key).onlyKeys(known)));
		Settings settings = new Settings(flags, environment, file);
		Optional<Configuration> configuration = mistakes
			.of(new ConfigurationReader(settings, file, sources, mistakes)::read);
		mistakes.pass(settings::refuseMisspeltVariables);
		mistakes.refuse();
		return configuration.orElseThrow();
	}

	/** Where a mistake is remembered the default stands in for what is refused. */
	private Configuration read() {
		int before = this.mistakes.count();
		Roster roster = one("roster", Roster.ORGANIZATION, SettingValues::roster);
		Set<AccountId> accounts = accounts("accounts");
		if (this.mistakes.count() == before) {
			this.mistakes.pass(() -> refuseStrayAccounts(roster, accounts));
		}
		return new Configuration(roster, accounts,
				one("role-name", DEFAULT_ROLE, SettingValues.matching(SettingValues.ROLE_NAME, "a role's name")),
				optional("external-id", SettingValues::externalId),
				optional("organization.role-arn", SettingValues::role), regions(),
				optional("output", SettingValues::location), one("locale", "en", SettingValues.LOCALE),
				one("csf", CsfVersion.V2_0, SettingValues::csf), optional("fail-on", SettingValues::severity),
				accounts("exclude.accounts"), excludedSources(),
				this.mistakes.of(this::expectedGaps).orElse(ExpectedGaps.NONE),
				this.mistakes.of(this::deadlines).orElse(Deadlines.DEFAULT), rollups(),
				this.mistakes.of(this::seal).orElse(Seal.NONE),
				this.mistakes.of(this::controls).orElse(ControlSettings.NONE),
				one("score.unknown-limit", Configuration.UNKNOWN_LIMIT, SettingValues::percent),
				one("time-zone", ZoneOffset.UTC, SettingValues::timeZone),
				optional("log-archive.account", (setting) -> SettingValues.accountId(setting, setting.value())),
				audience());
	}

	private void refuseStrayAccounts(Roster roster, Set<AccountId> accounts) {
		if (roster == Roster.LIST && accounts.isEmpty()) {
			throw new BadInputException(this.file.place("accounts") + ": roster 'list' needs the ids of its accounts");
		}
		if (roster != Roster.LIST && !accounts.isEmpty()) {
			throw new BadInputException(this.file.place("accounts") + ": only roster 'list' takes accounts");
		}
	}

	private <T> T one(String key, T otherwise, Function<Setting, T> parse) {
		return optional(key, parse).orElse(otherwise);
	}

	private <T> Optional<T> optional(String key, Function<Setting, T> parse) {
		return this.mistakes.of(() -> this.settings.find(key).map(parse)).flatMap(Function.identity());
	}

	private Set<AccountId> accounts(String key) {
		return this.mistakes.of(() -> this.settings.findUnflagged(key).map(SettingValues::accounts))
			.flatMap(Function.identity())
			.orElse(Set.of());
	}

	/** The language that a flag names. */
	public static String locale(String flag, String value) {
		return SettingValues.LOCALE.apply(new Setting(flag, List.of(value)));
	}

	/** The version of the framework that a flag names. */
	public static CsfVersion csf(String flag, String value) {
		return SettingValues.csf(new Setting(flag, List.of(value)));
	}

	/**
	 * The accounts that a flag names.
	 * @throws BadInputException with a line for each that is none
	 */
	public static Set<AccountId> accounts(String flag, String values) {
		return SettingValues.accounts(new Setting(flag, Arrays.stream(values.split(",")).map(String::strip).toList()));
	}

	/** The Regions that a flag names. */
	public static List<String> regions(String flag, String values) {
		return SettingValues.regions(new Setting(flag, Arrays.stream(values.split(",")).map(String::strip).toList()));
	}

	private List<String> regions() {
		return optional("regions", SettingValues::regions).orElse(List.of());
	}

	private Set<String> excludedSources() {
		Set<String> excluded = new LinkedHashSet<>();
		this.mistakes.pass(() -> this.settings.findUnflagged("exclude.sources")
			.ifPresent(
					(setting) -> Mistakes.forEach(setting.values(), (value) -> excluded.add(source(setting, value)))));
		return excluded;
	}

	private String source(Setting setting, String value) {
		if (!this.sources.contains(value)) {
			throw setting.refuse(value, "a source (" + Suggestion.of(value, this.sources) + ")");
		}
		return value;
	}

	private ExpectedGaps expectedGaps() {
		return new ExpectedGaps(Mistakes.each(this.file.mappings("expected-gaps"), this::expectedGap));
	}

	private ExpectedGaps.Pattern expectedGap(YamlMapping gap) {
		if (gap.keys().isEmpty()) {
			throw new BadInputException(gap.place() + ": at least one of account, region, source, status was expected");
		}
		Mistakes mistakes = new Mistakes();
		mistakes.pass(() -> gap.onlyKeys("account", "region", "source", "status"));
		ExpectedGaps.Pattern pattern = new ExpectedGaps.Pattern(
				part(gap, "account", (setting) -> SettingValues.accountId(setting, setting.value()), mistakes),
				part(gap, "region", SettingValues::regionOrGlobal, mistakes),
				part(gap, "source", (setting) -> source(setting, setting.value()), mistakes),
				part(gap, "status", SettingValues::gapStatus, mistakes));
		mistakes.refuse();
		return pattern;
	}

	private static <T> @Nullable T part(YamlMapping gap, String key, Function<Setting, T> parse, Mistakes mistakes) {
		return mistakes.of(() -> setting(gap, key).map(parse)).flatMap(Function.identity()).orElse(null);
	}

	private static Optional<Setting> setting(YamlMapping mapping, String key) {
		return mapping.text(key).map((value) -> new Setting(mapping.place(key), List.of(value)));
	}

	private Deadlines deadlines() {
		int before = this.mistakes.count();
		Deadlines defaults = Deadlines.DEFAULT;
		Deadlines deadlines = new Deadlines(one("deadlines.attempt", defaults.attempt(), Durations::parse),
				one("deadlines.call", defaults.call(), Durations::parse),
				one("deadlines.cell", defaults.cell(), Durations::parse),
				one("deadlines.night", defaults.night(), Durations::parse));
		List<Duration> rising = List.of(deadlines.attempt(), deadlines.call(), deadlines.cell(), deadlines.night());
		for (int i = 1; i < rising.size() && this.mistakes.count() == before; i++) {
			if (rising.get(i).compareTo(rising.get(i - 1)) < 0) {
				throw new BadInputException(this.file.place("deadlines")
						+ ": attempt <= call <= cell <= night was expected, these are " + rising);
			}
		}
		return deadlines;
	}

	private Rollups rollups() {
		Rollups defaults = Rollups.DEFAULT;
		return new Rollups(one("rollups.environment", defaults.environment(), SettingValues::rollup),
				one("rollups.workload", defaults.workload(), SettingValues::rollup),
				one("rollups.business-unit", defaults.businessUnit(), SettingValues::rollup),
				one("rollups.billing", defaults.billing(), SettingValues::rollup));
	}

	/** Whether there are such controls and parameters shows when they are read. */
	private ControlSettings controls() {
		Map<String, Map<String, Setting>> parameters = new LinkedHashMap<>();
		Map<String, String> places = new LinkedHashMap<>();
		YamlMapping controls = this.file.mapping("controls");
		Mistakes.forEach(controls.keys(), (id) -> {
			YamlMapping values = controls.mapping(id);
			Map<String, Setting> named = new LinkedHashMap<>();
			Mistakes.forEach(values.keys(),
					(name) -> named.put(name, new Setting(values.place(name), values.texts(name))));
			parameters.put(id, named);
			places.put(id, controls.place(id));
		});
		return new ControlSettings(this.settings.findUnflagged("exclude.controls").stream().toList(), parameters,
				places);
	}

	private Seal seal() {
		Optional<String> kmsKey = optional("signing.kms-key",
				SettingValues.matching(SettingValues.KMS_KEY, "a KMS key's ARN, alias/NAME or id"));
		Optional<String> privateKey = optional("signing.private-key", Setting::value);
		if (kmsKey.isPresent() && privateKey.isPresent()) {
			throw new BadInputException(this.file.place("signing") + ": kms-key or private-key was expected, not both");
		}
		return new Seal(kmsKey, privateKey, objectLock());
	}

	private Optional<Seal.ObjectLock> objectLock() {
		int before = this.mistakes.count();
		Optional<String> mode = optional("object-lock.mode", SettingValues.choice("governance", "compliance"));
		Optional<Integer> days = optional("object-lock.days", SettingValues::days);
		if (mode.isPresent() != days.isPresent() && this.mistakes.count() == before) {
			throw new BadInputException(this.file.place("object-lock") + ": mode and days were expected, both of them");
		}
		return mode.flatMap((name) -> days.map((number) -> new Seal.ObjectLock(name.equals("compliance"), number)));
	}

	private Audience audience() {
		return new Audience(optional("notice.sns-topic", SettingValues::topic),
				optional("notice.event-bus",
						SettingValues.matching(SettingValues.EVENT_BUS, "an event bus's name or ARN")),
				optional("metrics.otlp-endpoint", SettingValues::endpoint));
	}

}
