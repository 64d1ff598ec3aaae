package dev.rollcall.configuration;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Arn;
import dev.rollcall.account.Deadlines;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.control.ControlSettings;
import dev.rollcall.control.Severity;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.dataset.Output;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Durations;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Setting;
import dev.rollcall.input.Suggestion;
import dev.rollcall.input.YamlMapping;
import dev.rollcall.organization.Rollup;
import dev.rollcall.organization.Rollups;
import dev.rollcall.organization.Roster;
import org.jspecify.annotations.Nullable;

/**
 * Puts a configuration together and refuses what is not as expected, before anything is
 * called.
 */
public final class ConfigurationReader {

	private static final String DEFAULT_ROLE = "RollcallAudit";

	private static final String ROLE = "role/";

	private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");

	private static final Pattern ROLE_NAME = Pattern
		.compile("([\\w+=,@-][\\w+=,.@-]{0,127}/)*[\\w+=,@-][\\w+=,.@-]{0,63}");

	private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

	private static final String ACCOUNTS = "account ids of 12 digits";

	private static final String REGIONS = "Regions such as ap-northeast-1";

	private static final Pattern KMS_KEY = Pattern.compile("(arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:)?alias/[\\w/-]{1,250}"
			+ "|(arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:key/)?(mrk-)?[0-9a-f][0-9a-f-]{30,40}");

	/** A hundred years, which S3 does not exceed. */
	private static final int MOST_DAYS = 36_500;

	private static final Function<Setting, String> LOCALE = choice("en", "ja");

	private static final Map<String, String[]> BELOW = Map.of("organization", new String[] { "role-arn" }, "score",
			new String[] { "unknown-limit" }, "exclude", new String[] { "accounts", "sources", "controls" },
			"deadlines", new String[] { "attempt", "call", "cell", "night" }, "rollups",
			new String[] { "environment", "workload", "business-unit", "billing" }, "signing",
			new String[] { "kms-key", "private-key" }, "object-lock", new String[] { "mode", "days" }, "log-archive",
			new String[] { "account" });

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
		mistakes.pass(() -> file.onlyKeys("roster", "accounts", "role-name", "external-id", "organization", "regions",
				"output", "locale", "csf", "fail-on", "score", "exclude", "controls", "expected-gaps", "deadlines",
				"rollups", "signing", "object-lock", "time-zone", "log-archive"));
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
		Roster roster = one("roster", Roster.ORGANIZATION, ConfigurationReader::roster);
		Set<AccountId> accounts = accounts("accounts");
		if (this.mistakes.count() == before) {
			this.mistakes.pass(() -> refuseStrayAccounts(roster, accounts));
		}
		return new Configuration(roster, accounts, one("role-name", DEFAULT_ROLE, matching(ROLE_NAME, "a role's name")),
				optional("external-id", ConfigurationReader::externalId),
				optional("organization.role-arn", ConfigurationReader::role), regions(),
				optional("output", ConfigurationReader::location), one("locale", "en", LOCALE),
				one("csf", CsfVersion.V2_0, ConfigurationReader::csf),
				optional("fail-on", ConfigurationReader::severity), accounts("exclude.accounts"), excludedSources(),
				this.mistakes.of(this::expectedGaps).orElse(ExpectedGaps.NONE),
				this.mistakes.of(this::deadlines).orElse(Deadlines.DEFAULT), rollups(),
				this.mistakes.of(this::seal).orElse(Seal.NONE),
				this.mistakes.of(this::controls).orElse(ControlSettings.NONE),
				one("score.unknown-limit", Configuration.UNKNOWN_LIMIT, ConfigurationReader::percent),
				one("time-zone", ZoneOffset.UTC, ConfigurationReader::timeZone),
				optional("log-archive.account", (setting) -> accountId(setting, setting.value())));
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

	private static Roster roster(Setting setting) {
		return switch (choice("organization", "list", "self").apply(setting)) {
			case "organization" -> Roster.ORGANIZATION;
			case "list" -> Roster.LIST;
			default -> Roster.SELF;
		};
	}

	private static Function<Setting, String> choice(String... known) {
		return (setting) -> {
			String value = setting.value();
			if (!List.of(known).contains(value)) {
				throw setting.refuse(value,
						"one of " + String.join(", ", known) + " (" + Suggestion.of(value, List.of(known)) + ")");
			}
			return value;
		};
	}

	private static Function<Setting, String> matching(Pattern pattern, String expected) {
		return (setting) -> {
			String value = setting.value();
			if (!pattern.matcher(value).matches()) {
				throw setting.refuse(value, expected);
			}
			return value;
		};
	}

	/** An external id is a shared secret of sorts: it is not repeated in a message. */
	private static String externalId(Setting setting) {
		String value = setting.value();
		if (!EXTERNAL_ID.matcher(value).matches()) {
			throw setting.refuse("...", "2 to 1224 letters, digits and +=,.@:/-");
		}
		return value;
	}

	/** What it leads to is looked at where it is opened. */
	private static String location(Setting setting) {
		String value = setting.value();
		try {
			Output.check(value);
			return value;
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException(setting.place() + ": " + ex.getMessage());
		}
	}

	private static CsfVersion csf(Setting setting) {
		return CsfVersion.of(setting.value()).orElseThrow(() -> setting.refuse(setting.value(), "2.0 or 1.1"));
	}

	private static Severity severity(Setting setting) {
		return Severity.valueOf(choice("critical", "high", "medium", "low").apply(setting).toUpperCase(Locale.ROOT));
	}

	private static int percent(Setting setting) {
		if (!setting.value().matches("[0-9]{1,2}|100")) {
			throw setting.refuse(setting.value(), "a whole number of percent from 0 to 100");
		}
		return Integer.parseInt(setting.value());
	}

	private static Arn role(Setting setting) {
		String value = setting.value();
		return Arn.parse(value)
			.filter((arn) -> arn.service().equals("iam") && AccountId.isAccountId(arn.account())
					&& arn.resource().startsWith(ROLE)
					&& ROLE_NAME.matcher(arn.resource().substring(ROLE.length())).matches())
			.orElseThrow(() -> setting.refuse(value, "a role's ARN"));
	}

	private Set<AccountId> accounts(String key) {
		return this.mistakes.of(() -> this.settings.findUnflagged(key).map(ConfigurationReader::accounts))
			.flatMap(Function.identity())
			.orElse(Set.of());
	}

	/**
	 * An account id that somebody wrote. Twelve digits without quotes are a number to
	 * YAML, which is no matter here: the text itself is read.
	 */
	private static AccountId accountId(Setting setting, String value) {
		if (!AccountId.isAccountId(value)) {
			throw setting.refuse(value, ACCOUNTS);
		}
		return new AccountId(value);
	}

	/** The language that a flag names. */
	public static String locale(String flag, String value) {
		return LOCALE.apply(new Setting(flag, List.of(value)));
	}

	/** The version of the framework that a flag names. */
	public static CsfVersion csf(String flag, String value) {
		return csf(new Setting(flag, List.of(value)));
	}

	/**
	 * The accounts that a flag names.
	 * @throws BadInputException with a line for each that is none
	 */
	public static Set<AccountId> accounts(String flag, String values) {
		return accounts(new Setting(flag, Arrays.stream(values.split(",")).map(String::strip).toList()));
	}

	private static Set<AccountId> accounts(Setting setting) {
		return new LinkedHashSet<>(Mistakes.each(setting.some(ACCOUNTS), (value) -> accountId(setting, value)));
	}

	/** The Regions that a flag names. */
	public static List<String> regions(String flag, String values) {
		return regions(new Setting(flag, Arrays.stream(values.split(",")).map(String::strip).toList()));
	}

	private List<String> regions() {
		return optional("regions", ConfigurationReader::regions).orElse(List.of());
	}

	private static List<String> regions(Setting setting) {
		Mistakes.forEach(setting.some(REGIONS), (region) -> {
			if (!REGION.matcher(region).matches()) {
				throw setting.refuse(region, REGIONS);
			}
		});
		return setting.values().stream().distinct().sorted().toList();
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
				part(gap, "account", (setting) -> accountId(setting, setting.value()), mistakes),
				part(gap, "region", ConfigurationReader::regionOrGlobal, mistakes),
				part(gap, "source", (setting) -> source(setting, setting.value()), mistakes),
				part(gap, "status", ConfigurationReader::gapStatus, mistakes));
		mistakes.refuse();
		return pattern;
	}

	private static <T> @Nullable T part(YamlMapping gap, String key, Function<Setting, T> parse, Mistakes mistakes) {
		return mistakes.of(() -> setting(gap, key).map(parse)).flatMap(Function.identity()).orElse(null);
	}

	private static Optional<Setting> setting(YamlMapping mapping, String key) {
		return mapping.text(key).map((value) -> new Setting(mapping.place(key), List.of(value)));
	}

	private static String regionOrGlobal(Setting setting) {
		return setting.value().equals("global") ? "global" : regions(setting).get(0);
	}

	private static CellStatus gapStatus(Setting setting) {
		return Arrays.stream(CellStatus.values())
			.filter(CellStatus::isGap)
			.filter((status) -> status.name().equals(setting.value()))
			.findFirst()
			.orElseThrow(() -> setting.refuse(setting.value(), "DENIED, THROTTLED, TIMED_OUT or FAILED"));
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
		return new Rollups(one("rollups.environment", defaults.environment(), ConfigurationReader::rollup),
				one("rollups.workload", defaults.workload(), ConfigurationReader::rollup),
				one("rollups.business-unit", defaults.businessUnit(), ConfigurationReader::rollup),
				one("rollups.billing", defaults.billing(), ConfigurationReader::rollup));
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
		Optional<String> kmsKey = optional("signing.kms-key", matching(KMS_KEY, "a KMS key's ARN, alias/NAME or id"));
		Optional<String> privateKey = optional("signing.private-key", Setting::value);
		if (kmsKey.isPresent() && privateKey.isPresent()) {
			throw new BadInputException(this.file.place("signing") + ": kms-key or private-key was expected, not both");
		}
		return new Seal(kmsKey, privateKey, objectLock());
	}

	private Optional<Seal.ObjectLock> objectLock() {
		int before = this.mistakes.count();
		Optional<String> mode = optional("object-lock.mode", choice("governance", "compliance"));
		Optional<Integer> days = optional("object-lock.days", ConfigurationReader::days);
		if (mode.isPresent() != days.isPresent() && this.mistakes.count() == before) {
			throw new BadInputException(this.file.place("object-lock") + ": mode and days were expected, both of them");
		}
		return mode.flatMap((name) -> days.map((number) -> new Seal.ObjectLock(name.equals("compliance"), number)));
	}

	private static Integer days(Setting setting) {
		String value = setting.value();
		if (!value.matches("[1-9]\\d{0,4}") || Integer.parseInt(value) > MOST_DAYS) {
			throw setting.refuse(value, "a number of days from 1 to " + MOST_DAYS);
		}
		return Integer.valueOf(value);
	}

	/** An offset is refused: it is another one in summer. */
	private static ZoneId timeZone(Setting setting) {
		Set<String> zones = ZoneId.getAvailableZoneIds();
		if (setting.value().equals("UTC")) {
			return ZoneOffset.UTC;
		}
		if (!zones.contains(setting.value())) {
			throw setting.refuse(setting.value(),
					Suggestion.nearest(setting.value(), zones)
						.map((zone) -> "a time zone (did you mean '" + zone + "'?)")
						.orElse("a time zone such as UTC or Asia/Tokyo"));
		}
		return ZoneId.of(setting.value());
	}

	private static Rollup rollup(Setting setting) {
		String value = setting.value();
		if (value.startsWith("tag:") && !value.substring("tag:".length()).isBlank()) {
			return new Rollup.Tag(value.substring("tag:".length()));
		}
		if (value.matches("ou:[1-5]")) {
			return new Rollup.OuLevel(Integer.parseInt(value.substring("ou:".length())));
		}
		throw setting.refuse(value, "tag:KEY or ou:LEVEL (1 to 5)");
	}

}
