package dev.rollcall.account;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads a paged operation to its end. A page may be empty and still not be the last; a
 * token that comes a second time would never end, and is an error.
 */
public final class Pages {

	private Pages() {
	}

	/**
	 * Asks for page after page.
	 * @param page asks for the page that a token names; null for the first
	 * @param next the token of the page behind a page; null or empty after the last
	 * @param use takes each page in turn
	 * @throws UnexpectedAnswerException when a token is repeated
	 */
	public static <P> void each(Function<@Nullable String, P> page, Function<P, @Nullable String> next,
			Consumer<P> use) {
		Set<String> seen = new HashSet<>();
		String token = null;
		do {
			P current = page.apply(token);
			use.accept(current);
			token = next.apply(current);
			if (token != null && !token.isEmpty() && !seen.add(token)) {
				throw new UnexpectedAnswerException(
						"The answer's next-page token was given before; reading on would loop");
			}
		}
		while (token != null && !token.isEmpty());
	}

}
