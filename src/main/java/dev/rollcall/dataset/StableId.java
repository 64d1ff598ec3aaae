package dev.rollcall.dataset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The id of a row that is the same on every night: the first 16 hexadecimal digits of the
 * SHA-256 of its key, the parts of which are joined by {@code |}.
 */
public final class StableId {

	private static final int DIGITS = 16;

	private StableId() {
	}

	/** The id of a key. */
	public static String of(String... key) {
		return Sha256.of(String.join("|", key).getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
	}

	/**
	 * The same in SQL.
	 * @param key an expression of each part; none may be null
	 */
	public static String sql(String... key) {
		return List.of(key).stream().collect(Collectors.joining(" || '|' || ", "left(sha256(", "), " + DIGITS + ")"));
	}

}
