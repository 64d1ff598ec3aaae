package dev.rollcall.simulator.world;

import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * Account ids by position and back, without a table: steps of a fixed width around all
 * twelve-digit numbers, which meet none of them twice. Every tenth or so begins with a
 * zero.
 */
final class AccountNumbers {

	private static final BigInteger MODULUS = BigInteger.TEN.pow(12);

	private static final BigInteger FIRST = BigInteger.valueOf(111122223333L);

	/** Ends in 9, so it shares no factor with the modulus. */
	private static final BigInteger STEP = BigInteger.valueOf(618033988749L);

	private static final BigInteger BACK = STEP.modInverse(MODULUS);

	private AccountNumbers() {
	}

	static String id(int position) {
		return "%012d".formatted(STEP.multiply(BigInteger.valueOf(position)).add(FIRST).mod(MODULUS));
	}

	/** The position of an id among the first so many; empty where it is none of them. */
	static OptionalInt position(String id, int count) {
		if (!id.matches("[0-9]{12}")) {
			return OptionalInt.empty();
		}
		BigInteger position = new BigInteger(id).subtract(FIRST).multiply(BACK).mod(MODULUS);
		return (position.compareTo(BigInteger.valueOf(count)) < 0) ? OptionalInt.of(position.intValue())
				: OptionalInt.empty();
	}

}
