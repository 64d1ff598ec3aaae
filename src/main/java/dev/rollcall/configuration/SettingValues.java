package dev.rollcall.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Arn;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.control.Severity;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.dataset.Output;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Setting;
import dev.rollcall.input.Suggestion;
import dev.rollcall.organization.Rollup;
import dev.rollcall.organization.Roster;

/** What the configuration's keys and flags take, and what is said of anything else. */
final class SettingValues {

	private static final String ROLE = "role/";

	private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");

	/** In every Region's name, so that most misspelled ones are told from new ones. */
	private static final Pattern DIRECTION = Pattern
		.compile("-(central|north|south|(north|south)?east|(north|south)?west)-[0-9]");

	static final Pattern ROLE_NAME = Pattern.compile("([\\w+=,@-][\\w+=,.@-]{0,127}/)*[\\w+=,@-][\\w+=,.@-]{0,63}");

	private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

	private static final String ACCOUNTS = "account ids of 12 digits";

	private static final String REGIONS = "Regions such as ap-northeast-1";

	static final Pattern KMS_KEY = Pattern.compile("(arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:)?alias/[\\w/-]{1,250}"
			+ "|(arn:[a-z-]+:kms:[a-z0-9-]+:\\d{12}:key/)?(mrk-)?[0-9a-f][0-9a-f-]{30,40}");

	private static final Pattern TOPIC = Pattern.compile("[\\w-]{1,256}(\\.fifo)?");

	static final Pattern EVENT_BUS = Pattern
		.compile("(arn:[a-z-]+:events:[a-z0-9-]+:\\d{12}:event-bus/)?[/.\\w-]{1,256}");

	/** A hundred years, which S3 does not exceed. */
	private static final int MOST_DAYS = 36_500;

	static final Function<Setting, String> LOCALE = choice("en", "ja");

	private SettingValues() {
	}

	static Roster roster(Setting setting) {
		return switch (choice("organization", "list", "self").apply(setting)) {
			case "organization" -> Roster.ORGANIZATION;
			case "list" -> Roster.LIST;
			default -> Roster.SELF;
		};
	}

	static Function<Setting, String> choice(String... known) {
		return (setting) -> {
			String value = setting.value();
			if (!List.of(known).contains(value)) {
				throw setting.refuse(value, "one of " + String.join(", ", known) + meant(value, List.of(known)));
			}
			return value;
		};
	}

	private static String meant(String value, List<String> known) {
		return Suggestion.nearest(value, known).map((word) -> " (did you mean '" + word + "'?)").orElse("");
	}

	static Function<Setting, String> matching(Pattern pattern, String expected) {
		return (setting) -> {
			String value = setting.value();
			if (!pattern.matcher(value).matches()) {
				throw setting.refuse(value, expected);
			}
			return value;
		};
	}

	/** An external id is a shared secret of sorts: it is not repeated in a message. */
	static String externalId(Setting setting) {
		String value = setting.value();
		if (!EXTERNAL_ID.matcher(value).matches()) {
			throw setting.refuse("...", "2 to 1224 letters, digits and +=,.@:/-");
		}
		return value;
	}

	/** What it leads to is looked at where it is opened. */
	static String location(Setting setting) {
		String value = setting.value();
		try {
			Output.check(value);
			return value;
		}
		catch (IllegalArgumentException ex) {
			throw new BadInputException(setting.place() + ": " + ex.getMessage());
		}
	}

	static CsfVersion csf(Setting setting) {
		return CsfVersion.of(setting.value()).orElseThrow(() -> setting.refuse(setting.value(), "2.0 or 1.1"));
	}

	static Severity severity(Setting setting) {
		return Severity.valueOf(choice("critical", "high", "medium", "low").apply(setting).toUpperCase(Locale.ROOT));
	}

	static int percent(Setting setting) {
		if (!setting.value().matches("[0-9]{1,2}|100")) {
			throw setting.refuse(setting.value(), "a whole number of percent from 0 to 100");
		}
		return Integer.parseInt(setting.value());
	}

	static Arn role(Setting setting) {
		String value = setting.value();
		return Arn.parse(value)
			.filter((arn) -> arn.service().equals("iam") && AccountId.isAccountId(arn.account())
					&& arn.resource().startsWith(ROLE)
					&& ROLE_NAME.matcher(arn.resource().substring(ROLE.length())).matches())
			.orElseThrow(() -> setting.refuse(value, "a role's ARN"));
	}

	static Arn topic(Setting setting) {
		String value = setting.value();
		return Arn.parse(value)
			.filter((arn) -> arn.service().equals("sns") && REGION.matcher(arn.region()).matches()
					&& AccountId.isAccountId(arn.account()) && TOPIC.matcher(arn.resource()).matches())
			.orElseThrow(() -> setting.refuse(value, "an SNS topic's ARN"));
	}

	/** Whom it signs in is not repeated in a message. */
	static URI endpoint(Setting setting) {
		try {
			URI uri = new URI(setting.value());
			if (uri.getHost() != null && uri.getUserInfo() == null && List.of("http", "https").contains(uri.getScheme())
					&& uri.getQuery() == null && uri.getFragment() == null) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			// Refused below, as any other text.
		}
		throw setting.refuse(setting.value().replaceFirst("//.*@", "//...@"),
				"an http or https URL such as http://localhost:4318, without a user (OTEL_EXPORTER_OTLP_HEADERS"
						+ " signs in)");
	}

	static Set<AccountId> accounts(Setting setting) {
		return new LinkedHashSet<>(Mistakes.each(setting.some(ACCOUNTS), (value) -> accountId(setting, value)));
	}

	/**
	 * An account id that somebody wrote. Twelve digits without quotes are a number to
	 * YAML, which is no matter here: the text itself is read.
	 */
	static AccountId accountId(Setting setting, String value) {
		if (!AccountId.isAccountId(value)) {
			throw setting.refuse(value, ACCOUNTS);
		}
		return new AccountId(value);
	}

	static List<String> regions(Setting setting) {
		Mistakes.forEach(setting.some(REGIONS), (region) -> {
			if (!REGION.matcher(region).matches() || !DIRECTION.matcher(region).find()) {
				throw setting.refuse(region, REGIONS);
			}
		});
		return setting.values().stream().distinct().sorted().toList();
	}

	static String regionOrGlobal(Setting setting) {
		return setting.value().equals("global") ? "global" : regions(setting).get(0);
	}

	static CellStatus gapStatus(Setting setting) {
		return Arrays.stream(CellStatus.values())
			.filter(CellStatus::isGap)
			.filter((status) -> status.name().equals(setting.value()))
			.findFirst()
			.orElseThrow(() -> setting.refuse(setting.value(), "DENIED, THROTTLED, TIMED_OUT or FAILED"));
	}

	static Integer days(Setting setting) {
		String value = setting.value();
		if (!value.matches("[1-9]\\d{0,4}") || Integer.parseInt(value) > MOST_DAYS) {
			throw setting.refuse(value, "a number of days from 1 to " + MOST_DAYS);
		}
		return Integer.valueOf(value);
	}

	/** An offset is refused: it is another one in summer. */
	static ZoneId timeZone(Setting setting) {
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

	static Rollup rollup(Setting setting) {
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
