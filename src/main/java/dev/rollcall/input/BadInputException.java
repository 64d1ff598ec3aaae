package dev.rollcall.input;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a person wrote is not what was expected. The message is a line for each
 * mistake, which names the place, the thing and the expectation; mostly one.
 */
public final class BadInputException extends RuntimeException {

	private final List<String> mistakes;

	public BadInputException(String message) {
		super(OneLine.of(message));
		this.mistakes = List.of(OneLine.of(message));
	}

	BadInputException(List<BadInputException> several) {
		super(lines(several).collect(Collectors.joining("\n")));
		this.mistakes = lines(several).toList();
	}

	/** What two readers stumble over is one mistake. */
	private static Stream<String> lines(List<BadInputException> several) {
		return several.stream().flatMap((one) -> one.mistakes.stream()).distinct();
	}

	/** Each mistake in a line. */
	public List<String> mistakes() {
		return this.mistakes;
	}

}
