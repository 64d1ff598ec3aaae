package dev.rollcall.publication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Finds the dates that no night was committed for. */
final class MissingNights {

	/** A longer gap is named by its ends. */
	private static final long LONGEST = 400;

	private MissingNights() {
	}

	/**
	 * The gaps of a range.
	 * @param nights the dates that have a night, in order
	 */
	static List<String> of(VerificationScope scope, List<LocalDate> nights) {
		List<String> missing = new ArrayList<>();
		if (nights.isEmpty()) {
			return missing;
		}
		LocalDate from = scope.from();
		LocalDate to = scope.to();
		LocalDate next = (from != null) ? from : nights.get(0);
		for (LocalDate night : nights) {
			add(missing, next, night);
			next = night.plusDays(1);
		}
		if (to != null) {
			add(missing, next, to.plusDays(1));
		}
		return missing;
	}

	private static void add(List<String> missing, LocalDate first, LocalDate end) {
		if (ChronoUnit.DAYS.between(first, end) > LONGEST) {
			missing.add(first + "/" + end.minusDays(1));
			return;
		}
		for (LocalDate date = first; date.isBefore(end); date = date.plusDays(1)) {
			missing.add(date.toString());
		}
	}

}
