package dev.rollcall.job;

import java.util.List;
import java.util.Map;

/**
 * What a published night is made of, in numbers.
 *
 * @param cells how many cells have a status, by its name
 * @param gaps the kinds of gaps, the most frequent first
 * @param notEntered why accounts were not entered, the most frequent reason first
 * @param nonCompliant NON_COMPLIANT findings that no waiver accepts, by severity
 * @param calls HTTP exchanges of all cells, retries included, of dead launches too
 * @param retries how many of those repeated another
 * @param throttles how often AWS refused a call of this launch as too frequent
 */
public record NightFigures(Map<String, Long> cells, List<GapKind> gaps, List<NotEntered> notEntered,
		Map<String, Long> nonCompliant, long calls, long retries, long throttles) {

	public NightFigures {
		cells = Map.copyOf(cells);
		gaps = List.copyOf(gaps);
		notEntered = List.copyOf(notEntered);
		nonCompliant = Map.copyOf(nonCompliant);
	}

	/** How many accounts should have been entered and were not. */
	public long accountsNotEntered() {
		return this.notEntered.stream().mapToLong(NotEntered::accounts).sum();
	}

	/**
	 * Gaps of one kind.
	 *
	 * @param status such as {@code DENIED}
	 * @param deniedBy which kind of policy refused; empty where none did
	 */
	public record GapKind(String status, String deniedBy, long cells) {

	}

	/**
	 * Accounts whose role was not assumed, for one reason.
	 *
	 * @param errorCode what STS answered
	 * @param deniedBy which kind of policy refused; empty where none did
	 */
	public record NotEntered(String errorCode, String deniedBy, long accounts) {

	}

}
