package dev.rollcall.account;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.rollcall.account.LimitReachedException.Limit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Reads a paged operation to its end. A page may be empty and still not be the last; a
 * token that comes a second time would never end, and is an error.
 */
public final class Pages {

	/** A million rows at a hundred a page. */
	private static final int MOST = 10_000;

	private Pages() {
	}

	/**
	 * Asks for page after page.
	 * @param page asks for the page that a token names; null for the first
	 * @param next the token of the page behind a page; null or empty after the last
	 * @param use takes each page in turn
	 * @throws UnexpectedAnswerException when a token is repeated
	 * @throws PageTokenRefusedException when a token that was given is refused
	 * @throws LimitReachedException when the pages do not end
	 */
	public static <P> void each(Function<@Nullable String, P> page, Function<P, @Nullable String> next,
			Consumer<P> use) {
		Set<String> seen = new HashSet<>();
		String token = null;
		do {
			P current = ask(page, token);
			use.accept(current);
			token = next.apply(current);
			if (token != null && !token.isEmpty() && !seen.add(token)) {
				throw new UnexpectedAnswerException(
						"The answer's next-page token was given before; reading on would loop");
			}
			if (seen.size() >= MOST) {
				throw new LimitReachedException(Limit.PAGES,
						"The list has more than " + MOST + " pages; it was read no further");
			}
		}
		while (token != null && !token.isEmpty());
	}

	private static <P> P ask(Function<@Nullable String, P> page, @Nullable String token) {
		try {
			return page.apply(token);
		}
		catch (AwsServiceException ex) {
			if (token != null && PageTokenRefusedException.isTokenRefused(ex)) {
				throw new PageTokenRefusedException(ex);
			}
			throw ex;
		}
	}

}
