package dev.rollcall.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import dev.rollcall.dataset.OutputException;
import dev.rollcall.input.BadInputException;
import dev.rollcall.job.JobRepositoryException;
import dev.rollcall.job.NightFailure;
import dev.rollcall.organization.UnreadableOrganizationException;
import dev.rollcall.publication.AlteredNightException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the exit code of a night that was not published. */
final class Failures {

	private static final Logger logger = LoggerFactory.getLogger(Failures.class);

	private Failures() {
	}

	/**
	 * Ends with the code of a failure, wherever in its causes the reason stands. Of a
	 * night that a signal ended, {@link Stop} speaks, and the exit code is the signal's.
	 * @param err what is said goes to
	 */
	static ExitCode end(RuntimeException failure, PrintWriter err) {
		if (failure instanceof NightFailure night && night.reason() == NightFailure.Reason.STOPPED) {
			return ExitCode.INTERNAL_ERROR;
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			ExitCode code = code(cause);
			if (cause instanceof BadInputException input) {
				return end(input.mistakes(), err);
			}
			if (code != null) {
				return code.tell(err, String.valueOf(cause.getMessage()));
			}
		}
		Optional<JobRepositoryException> repository = JobRepositoryException.in(failure);
		if (repository.isPresent()) {
			return ExitCode.INTERNAL_ERROR.tell(err, String.valueOf(repository.get().getMessage()));
		}
		if (!isOfTheOutput(failure)) {
			logger.error("The night failed", failure);
		}
		return ExitCode.INTERNAL_ERROR.tell(err, detail(failure));
	}

	/**
	 * What the output said is in the last line, and where in the program says no more.
	 */
	private static boolean isOfTheOutput(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof OutputException) {
				return true;
			}
		}
		return false;
	}

	/** Says each of several mistakes in a line of its own. */
	private static ExitCode end(List<String> mistakes, PrintWriter err) {
		if (mistakes.size() == 1) {
			return ExitCode.BAD_INPUT.tell(err, mistakes.get(0));
		}
		mistakes.forEach((mistake) -> err.println(Rollcall.oneLine(mistake)));
		return ExitCode.BAD_INPUT.tell(err,
				mistakes.size() + " mistakes, each in a line above; 'check' says them without a night");
	}

	/**
	 * What a person needs of a failure: what the output said, else what lies at its root,
	 * with the file that it happened to.
	 */
	static String detail(Throwable failure) {
		Throwable root = failure;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof OutputException || cause instanceof BadInputException) {
				return String.valueOf(cause.getMessage());
			}
			if (cause instanceof UncheckedIOException file) {
				return file.getMessage() + ": " + file.getCause();
			}
			root = cause;
		}
		return (root == failure) ? String.valueOf(failure.getMessage()) : failure.getMessage() + ": " + root;
	}

	private static @Nullable ExitCode code(Throwable cause) {
		if (cause instanceof AlteredNightException) {
			return ExitCode.ALTERED;
		}
		if (cause instanceof UnreadableOrganizationException) {
			return ExitCode.UNREADABLE;
		}
		if (cause instanceof NightFailure failure) {
			return switch (failure.reason()) {
				case NOBODY_ANSWERED -> ExitCode.UNREADABLE;
				case ALREADY_PUBLISHED -> ExitCode.ALREADY_PUBLISHED;
				case HELD -> ExitCode.HELD;
				case STOPPED -> throw new IllegalStateException("What a signal ends has no code of its own", cause);
				case UNUSABLE_OUTPUT -> ExitCode.UNUSABLE_OUTPUT;
				case UNKNOWN_COMMIT -> ExitCode.UNKNOWN_COMMIT;
			};
		}
		return null;
	}

}
