package dev.rollcall.job;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.CommittedRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs that died have left under {@code staging/} and {@code lease/}. It is thrown
 * away only where a commit says that nobody will go on with it: of an attempt that is
 * committed, or that a later attempt of its date has overtaken. What an attempt without a
 * known end has read is kept for whoever goes on with it.
 */
final class Leftovers {

	private static final Pattern ATTEMPT = Pattern
		.compile("[a-z]+/snapshot_date=(\\d{4}-\\d{2}-\\d{2})/attempt=(\\d{1,9})/.*");

	private static final Logger logger = LoggerFactory.getLogger(Leftovers.class);

	private final Output output;

	private final Workspace workspace;

	Leftovers(Output output, Workspace workspace) {
		this.output = output;
		this.workspace = workspace;
	}

	/**
	 * Throws away what may be. The night is published by then: what cannot be listed or
	 * deleted is said and left, and fails nothing.
	 */
	void clear() {
		try {
			CommittedRuns committed = CommittedRuns.of(this.output, this.workspace);
			for (String prefix : List.of(NightId.STAGING, NightId.LEASES)) {
				this.output.list(prefix)
					.stream()
					.filter((key) -> isSettled(key, committed))
					.forEach(this.output::delete);
			}
		}
		catch (OutputException ex) {
			logger.warn("What unfinished runs left under {} and {} is left behind: {}", NightId.STAGING, NightId.LEASES,
					ex.getMessage());
		}
	}

	private static boolean isSettled(String key, CommittedRuns committed) {
		Matcher matcher = ATTEMPT.matcher(key);
		if (!matcher.matches()) {
			return false;
		}
		try {
			LocalDate date = LocalDate.parse(matcher.group(1));
			return committed.nextAttempt(date) > Integer.parseInt(matcher.group(2));
		}
		catch (DateTimeException ex) {
			// No night has such a date: nothing of ours lies there.
			return false;
		}
	}

}
