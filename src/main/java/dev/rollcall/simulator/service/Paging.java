package dev.rollcall.simulator.service;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;

import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.world.Dice;
import org.jspecify.annotations.Nullable;

/**
 * Cuts lists into pages. Every tenth list or so begins with an empty page that has a
 * token all the same, as several services' lists may.
 */
public final class Paging {

	private static final int EMPTY_FIRST_PERCENT = 10;

	private final Dice dice;

	public Paging(Dice dice) {
		this.dice = dice;
	}

	/**
	 * A page.
	 * @param operation whose list it is
	 * @param what tells several lists of the operation apart; empty where there is one
	 * @param token as an earlier page gave it; null for the first
	 * @param asked how many items were asked for; null where it was not said
	 * @param refusal the error code for a token that this list did not give
	 */
	public <T> Page<T> page(Caller caller, String operation, String what, int size, IntFunction<T> item,
			@Nullable String token, @Nullable Integer asked, Cap cap, String refusal) {
		String list = operation + " " + caller.member().position() + " " + caller.region() + " " + what;
		if (token == null && beginsEmpty(caller.member().position(), caller.region(), operation, what)) {
			return new Page<>(List.of(), token(list, 0));
		}
		int from = (token != null) ? offset(list, token, refusal) : 0;
		int to = Math.min(size, from + cap.of(asked));
		List<T> items = new ArrayList<>();
		for (int i = from; i < to; i++) {
			items.add(item.apply(i));
		}
		return new Page<>(items, (to < size) ? token(list, to) : null);
	}

	/** How many pages a list has for a client that asks for the largest. */
	public int pages(int position, String region, String operation, String what, int size, int largest) {
		return Math.max(1, (size + largest - 1) / largest) + (beginsEmpty(position, region, operation, what) ? 1 : 0);
	}

	private boolean beginsEmpty(int position, String region, String operation, String what) {
		return this.dice.with("empty page")
			.with(position)
			.with(region)
			.with(operation)
			.with(what)
			.percent(EMPTY_FIRST_PERCENT);
	}

	private static String token(String list, int offset) {
		return Base64.getUrlEncoder().encodeToString((offset + " " + list).getBytes(StandardCharsets.UTF_8));
	}

	private static int offset(String list, String token, String refusal) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			int space = text.indexOf(' ');
			if (space > 0 && text.substring(space + 1).equals(list)) {
				return Integer.parseInt(text.substring(0, space));
			}
		}
		catch (IllegalArgumentException ex) {
			// As any other token that was never given.
		}
		throw new ErrorAnswer(400, refusal, "The pagination token is not valid.");
	}

	/** A page of a list; {@code next} is null on the last. */
	public record Page<T>(List<T> items, @Nullable String next) {

	}

	/**
	 * How many items a page may have.
	 *
	 * @param otherwise where a request does not say
	 * @param refusal the error code for a request that asks for more; null where the
	 * service gives as many as it may
	 */
	public record Cap(int largest, int otherwise, @Nullable String refusal) {

		public static Cap of(int largest, String refusal) {
			return new Cap(largest, largest, refusal);
		}

		int of(@Nullable Integer asked) {
			if (asked == null || asked == 0) {
				return this.otherwise;
			}
			if (asked < 1 || (asked > this.largest && this.refusal != null)) {
				throw new ErrorAnswer(400, (this.refusal != null) ? this.refusal : "ValidationException",
						"The page size must be between 1 and " + this.largest + ".");
			}
			return Math.min(asked, this.largest);
		}

	}

}
