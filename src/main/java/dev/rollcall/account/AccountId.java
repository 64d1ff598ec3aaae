package dev.rollcall.account;

import java.util.regex.Pattern;

/**
 * The twelve digits that name an AWS account, leading zeros included.
 *
 * @param value twelve decimal digits
 */
public record AccountId(String value) implements Comparable<AccountId> {

	private static final Pattern DIGITS = Pattern.compile("[0-9]{12}");

	public AccountId {
		if (!isAccountId(value)) {
			throw new IllegalArgumentException("'" + value + "' is not an account id: 12 digits expected");
		}
	}

	public static boolean isAccountId(String text) {
		return DIGITS.matcher(text).matches();
	}

	@Override
	public int compareTo(AccountId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
