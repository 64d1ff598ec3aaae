package dev.rollcall.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.rollcall.account.AccountId;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Suggestion;
import dev.rollcall.input.YamlMapping;

/**
 * The waivers of {@code job-config/waivers.yaml}. One without an owner, a reason or an
 * end is refused.
 */
public final class Waivers {

	private static final String FILE = "waivers.yaml";

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	private static final Pattern REGION = Pattern.compile("global|[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");

	private Waivers() {
	}

	/**
	 * Reads the file. A waiver of a control that there is not is taken: one that an
	 * upgrade took away is no reason to have no night.
	 * @throws BadInputException with a line for each mistake, naming file, line, key and
	 * expectation
	 */
	public static List<Waiver> load(JobConfig config) {
		return read("job-config/" + FILE, config.text(FILE));
	}

	/**
	 * Refuses waivers of controls that there are not.
	 * @param controls the ids of all controls, and those that their rows stood under
	 * @throws BadInputException with a line for each
	 */
	public static void refuseUnknownControls(JobConfig config, Set<String> controls) {
		Mistakes.forEach(YamlMapping.read("job-config/" + FILE, 1, config.text(FILE)).mappings("waivers"), (entry) -> {
			String control = entry.text("control").orElse("");
			if (!control.isBlank() && !controls.contains(control)) {
				throw new BadInputException(entry.place("control") + ": '" + control + "' is no control; "
						+ Suggestion.of(control, controls));
			}
		});
	}

	static List<Waiver> read(String file, String text) {
		YamlMapping root = YamlMapping.read(file, 1, text);
		Set<String> ids = new HashSet<>();
		Mistakes.all(() -> root.onlyKeys("waivers"), () -> Mistakes.forEach(root.mappings("waivers"), Waivers::check),
				() -> Mistakes.forEach(root.mappings("waivers"), (entry) -> refuseSecond(entry, ids)));
		return root.mappings("waivers").stream().map(Waivers::waiver).toList();
	}

	private static void refuseSecond(YamlMapping entry, Set<String> ids) {
		String id = entry.text("id").orElse("");
		if (!id.isEmpty() && !ids.add(id)) {
			throw new BadInputException(entry.place("id") + ": '" + id + "' is here a second time");
		}
	}

	private static void check(YamlMapping entry) {
		Mistakes.all(
				() -> entry.onlyKeys("id", "control", "scope", "owner", "reason", "ticket", "granted-on", "expires-on"),
				() -> id(entry), () -> words(entry, "control"), () -> checkScope(entry.mapping("scope")),
				() -> words(entry, "owner"), () -> words(entry, "reason"), () -> entry.text("ticket"),
				() -> date(entry, "granted-on"), () -> date(entry, "expires-on"),
				() -> refuseEndBeforeBeginning(entry));
	}

	private static void refuseEndBeforeBeginning(YamlMapping entry) {
		Optional<LocalDate> granted = entry.text("granted-on").flatMap(Waivers::day);
		Optional<LocalDate> expires = entry.text("expires-on").flatMap(Waivers::day);
		if (granted.isPresent() && expires.isPresent() && expires.get().isBefore(granted.get())) {
			throw new BadInputException(
					entry.place("expires-on") + ": '" + expires.get() + "': a day not before granted-on was expected");
		}
	}

	private static Waiver waiver(YamlMapping entry) {
		return new Waiver(id(entry), words(entry, "control"), scope(entry.mapping("scope")), words(entry, "owner"),
				words(entry, "reason"), entry.text("ticket").filter((ticket) -> !ticket.isBlank()).orElse(null),
				date(entry, "granted-on"), date(entry, "expires-on"));
	}

	private static String id(YamlMapping entry) {
		String id = entry.requiredText("id");
		if (!ID.matcher(id).matches()) {
			throw new BadInputException(entry.place("id") + ": '" + id
					+ "': letters, digits, '.', '_' and '-' were expected, such as W-2026-014");
		}
		return id;
	}

	private static String words(YamlMapping entry, String key) {
		String words = entry.requiredText(key);
		if (words.isBlank()) {
			throw new BadInputException(entry.place(key) + ": is empty");
		}
		return words.strip();
	}

	private static LocalDate date(YamlMapping entry, String key) {
		String date = entry.requiredText(key);
		return day(date).orElseThrow(() -> new BadInputException(
				entry.place(key) + ": '" + date + "': a day such as 2026-11-24 was expected"));
	}

	private static Optional<LocalDate> day(String date) {
		try {
			return DATE.matcher(date).matches() ? Optional.of(LocalDate.parse(date)) : Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static void checkScope(YamlMapping scope) {
		Mistakes.all(() -> scope.onlyKeys("accounts", "ou", "regions", "rule", "resource", "tag"),
				() -> Mistakes.forEach(Set.copyOf(scope.keys()), (key) -> refuseEmpty(scope, key)),
				() -> accounts(scope), () -> units(scope), () -> regions(scope), () -> scope.text("rule"),
				() -> scope.text("resource"), () -> tags(scope.mapping("tag")));
	}

	private static void refuseEmpty(YamlMapping scope, String key) {
		if (scope.isEmpty(key)) {
			throw new BadInputException(scope.place(key) + ": is empty; leave it out to match any");
		}
	}

	private static Waiver.Scope scope(YamlMapping scope) {
		return new Waiver.Scope(accounts(scope), units(scope), regions(scope), scope.text("rule").orElse(null),
				scope.text("resource").orElse(null), tags(scope.mapping("tag")));
	}

	private static List<AccountId> accounts(YamlMapping scope) {
		return Mistakes.each(scope.texts("accounts"), (id) -> account(scope, id));
	}

	private static List<String> units(YamlMapping scope) {
		return Mistakes.each(scope.texts("ou"), (unit) -> unit(scope, unit));
	}

	private static List<String> regions(YamlMapping scope) {
		return Mistakes.each(scope.texts("regions"), (region) -> region(scope, region));
	}

	private static AccountId account(YamlMapping scope, String id) {
		try {
			return new AccountId(id);
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException(scope.place("accounts") + ": '" + id + "': twelve digits in quotes expected");
		}
	}

	private static String unit(YamlMapping scope, String unit) {
		if (unit.isBlank() || unit.startsWith("/") || unit.endsWith("/")) {
			throw new BadInputException(scope.place("ou") + ": '" + unit
					+ "': a unit's path from the root was expected, such as Root/Workloads/Prod");
		}
		return unit;
	}

	private static String region(YamlMapping scope, String region) {
		if (!REGION.matcher(region).matches()) {
			throw new BadInputException(
					scope.place("regions") + ": '" + region + "': a Region such as eu-west-1, or global, was expected");
		}
		return region;
	}

	private static Map<String, String> tags(YamlMapping mapping) {
		Map<String, String> tags = new LinkedHashMap<>();
		Mistakes.forEach(mapping.keys(), (key) -> tags.put(key, mapping.requiredText(key)));
		return tags;
	}

}
