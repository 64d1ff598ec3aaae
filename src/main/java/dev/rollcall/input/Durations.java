package dev.rollcall.input;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 10s}, {@code 5m}, {@code 4h}. */
public final class Durations {

	private static final Duration LONGEST = Duration.ofDays(7);

	private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,6})(ms|s|m|h)");

	private Durations() {
	}

	/**
	 * Reads a duration.
	 * @throws BadInputException where it is none
	 */
	public static Duration parse(Setting setting) {
		Matcher matcher = DURATION.matcher(setting.value());
		if (!matcher.matches()) {
			throw setting.refuse(setting.value(), "a duration such as 500ms, 10s, 5m or 4h");
		}
		long number = Long.parseLong(matcher.group(1));
		Duration duration = switch (matcher.group(2)) {
			case "ms" -> Duration.ofMillis(number);
			case "s" -> Duration.ofSeconds(number);
			case "m" -> Duration.ofMinutes(number);
			default -> Duration.ofHours(number);
		};
		if (duration.compareTo(LONGEST) > 0) {
			throw setting.refuse(setting.value(), "a duration of at most " + LONGEST.toDays() + " days");
		}
		return duration;
	}

}
