package dev.rollcall.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When things happened in the organization; always the same for its today.
 *
 * @param written the day on which it was drawn and written
 * @param today the day at hand, which has seen nothing yet
 */
public record Past(LocalDate written, LocalDate today) {

	private static final int YEAR_HOURS = 365 * 24;

	private static final int DAY_MINUTES = 24 * 60;

	/**
	 * A time within the year before the organization was written, which stays when it
	 * lives on.
	 */
	public Instant once(Dice dice) {
		return midnight(this.written).minus(Duration.ofHours(1 + dice.below(YEAR_HOURS)));
	}

	/** The same of something of an account. */
	public Instant once(int position, String what) {
		return once(Dice.of(position).with(what));
	}

	/** A time on a day so many days before the organization was written. */
	public Instant daysAgo(int days, Dice dice) {
		return midnight(this.written.minusDays(days)).plus(Duration.ofMinutes(dice.below(DAY_MINUTES)));
	}

	/** A time within the day before today: of what goes on day by day. */
	public Instant lately(Dice dice) {
		return midnight(this.today).minus(Duration.ofMinutes(1 + dice.below(DAY_MINUTES)));
	}

	/** The same of something of an account. */
	public Instant lately(int position, String what) {
		return lately(Dice.of(position).with(what));
	}

	/** When today began: of what goes on all the time. */
	public Instant lastly() {
		return midnight(this.today);
	}

	private static Instant midnight(LocalDate day) {
		return day.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

}
