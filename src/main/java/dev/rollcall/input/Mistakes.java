package dev.rollcall.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Collects what is wrong with several things, so that a person is told all of it at once.
 */
public final class Mistakes {

	private final List<BadInputException> found = new ArrayList<>();

	/**
	 * Runs every check, whatever the others refuse.
	 * @throws BadInputException with a line for each mistake
	 */
	public static void all(Runnable... checks) {
		Mistakes mistakes = new Mistakes();
		for (Runnable check : checks) {
			mistakes.pass(check);
		}
		mistakes.refuse();
	}

	/**
	 * Reads every one of several things.
	 * @throws BadInputException with a line for each mistake
	 */
	public static <T, R> List<R> each(Collection<T> things, Function<T, R> read) {
		Mistakes mistakes = new Mistakes();
		List<R> all = new ArrayList<>();
		things.forEach((thing) -> mistakes.of(() -> read.apply(thing)).ifPresent(all::add));
		mistakes.refuse();
		return all;
	}

	/**
	 * Checks every one of several things.
	 * @throws BadInputException with a line for each mistake
	 */
	public static <T> void forEach(Collection<T> things, Consumer<T> check) {
		Mistakes mistakes = new Mistakes();
		things.forEach((thing) -> mistakes.pass(() -> check.accept(thing)));
		mistakes.refuse();
	}

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

	/** How often something was refused. */
	public int count() {
		return this.found.size();
	}

	/**
	 * Refuses what was remembered, if anything.
	 * @throws BadInputException with a line for each
	 */
	public void refuse() {
		if (this.found.size() == 1) {
			throw this.found.get(0);
		}
		if (!this.found.isEmpty()) {
			throw new BadInputException(this.found);
		}
	}

}
