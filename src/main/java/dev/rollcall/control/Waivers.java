package dev.rollcall.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
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
	 * Reads the file.
	 * @param controls the ids of all controls, and those that their rows stood under
	 * @throws BadInputException naming file, line, key and expectation
	 */
	public static List<Waiver> load(JobConfig config, Set<String> controls) {
		return read("job-config/" + FILE, config.text(FILE), controls);
	}

	static List<Waiver> read(String file, String text, Set<String> controls) {
		YamlMapping root = YamlMapping.read(file, 1, text).onlyKeys("waivers");
		List<Waiver> waivers = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		for (YamlMapping entry : root.mappings("waivers")) {
			Waiver waiver = waiver(entry, controls);
			if (!ids.add(waiver.id())) {
				throw new BadInputException(entry.place("id") + ": '" + waiver.id() + "' is here a second time");
			}
			waivers.add(waiver);
		}
		return List.copyOf(waivers);
	}

	private static Waiver waiver(YamlMapping entry, Set<String> controls) {
		entry.onlyKeys("id", "control", "scope", "owner", "reason", "ticket", "granted-on", "expires-on");
		LocalDate grantedOn = date(entry, "granted-on");
		LocalDate expiresOn = date(entry, "expires-on");
		if (expiresOn.isBefore(grantedOn)) {
			throw new BadInputException(
					entry.place("expires-on") + ": '" + expiresOn + "': a day not before granted-on was expected");
		}
		return new Waiver(id(entry), control(entry, controls), scope(entry.mapping("scope")), words(entry, "owner"),
				words(entry, "reason"), entry.text("ticket").filter((ticket) -> !ticket.isBlank()).orElse(null),
				grantedOn, expiresOn);
	}

	private static String id(YamlMapping entry) {
		String id = entry.requiredText("id");
		if (!ID.matcher(id).matches()) {
			throw new BadInputException(entry.place("id") + ": '" + id
					+ "': letters, digits, '.', '_' and '-' were expected, such as W-2026-014");
		}
		return id;
	}

	private static String control(YamlMapping entry, Set<String> controls) {
		String control = entry.requiredText("control");
		if (!controls.contains(control)) {
			throw new BadInputException(
					entry.place("control") + ": '" + control + "' is no control; " + Suggestion.of(control, controls));
		}
		return control;
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
		try {
			if (DATE.matcher(date).matches()) {
				return LocalDate.parse(date);
			}
		}
		catch (DateTimeException ex) {
			// Refused below, as any other text.
		}
		throw new BadInputException(entry.place(key) + ": '" + date + "': a day such as 2026-11-24 was expected");
	}

	private static Waiver.Scope scope(YamlMapping scope) {
		scope.onlyKeys("accounts", "ou", "regions", "resource", "tag");
		scope.keys().stream().filter(scope::isEmpty).findFirst().ifPresent((key) -> {
			throw new BadInputException(scope.place(key) + ": is empty; leave it out to match any");
		});
		Optional<String> resource = scope.text("resource");
		return new Waiver.Scope(scope.texts("accounts").stream().map((id) -> account(scope, id)).toList(),
				scope.texts("ou").stream().map((unit) -> unit(scope, unit)).toList(),
				scope.texts("regions").stream().map((region) -> region(scope, region)).toList(), resource.orElse(null),
				tags(scope.mapping("tag")));
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
		mapping.keys().forEach((key) -> tags.put(key, mapping.requiredText(key)));
		return tags;
	}

}
