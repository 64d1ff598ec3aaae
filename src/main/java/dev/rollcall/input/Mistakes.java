package dev.rollcall.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects what is wrong with several things, so that a person is told all of it at once.
 */
public final class Mistakes {

	private final List<BadInputException> found = new ArrayList<>();

	/** Reads something; empty where it is refused, which is remembered. */
	public <T> Optional<T> of(Supplier<T> read) {
		try {
			return Optional.of(read.get());
		}
		catch (BadInputException ex) {
			this.found.add(ex);
			return Optional.empty();
		}
	}

	/** Whether a check refuses nothing; what it refuses is remembered. */
	public boolean pass(Runnable check) {
		return of(() -> {
			check.run();
			return true;
		}).isPresent();
	}

	/** Whether anything was refused. */
	public boolean any() {
		return !this.found.isEmpty();
	}

	/**
	 * Refuses what was remembered, if anything.
	 * @throws BadInputException with a line for each
	 */
	public void refuse() {
		if (this.found.size() == 1) {
			throw this.found.get(0);
		}
		if (any()) {
			throw new BadInputException(this.found);
		}
	}

}
