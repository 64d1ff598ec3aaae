package dev.rollcall.account;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How long Rollcall waits before it calls something a gap.
 *
 * @param attempt one HTTP exchange
 * @param call one operation with its retries, waiting for a turn not counted
 * @param cell from a cell's last answered page to the next one
 * @param night from the start of collecting; cells not begun by then are not called
 */
public record Deadlines(Duration attempt, Duration call, Duration cell, Duration night) {

	public static final Deadlines DEFAULT = new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(30),
			Duration.ofMinutes(5), Duration.ofHours(4));

	/** As a person reads them, in seconds. */
	public String inWords() {
		return "attempt " + seconds(this.attempt) + ", call " + seconds(this.call) + ", cell " + seconds(this.cell)
				+ ", night " + seconds(this.night);
	}

	private static String seconds(Duration duration) {
		return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
	}

}
