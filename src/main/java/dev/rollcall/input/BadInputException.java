package dev.rollcall.input;

import java.util.List;
import java.util.stream.Collectors;

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
		super(several.stream().map(BadInputException::getMessage).collect(Collectors.joining("\n")));
		this.mistakes = several.stream().flatMap((one) -> one.mistakes.stream()).toList();
	}

	/** Each mistake in a line. */
	public List<String> mistakes() {
		return this.mistakes;
	}

}
