package dev.rollcall.csf;

import java.util.Optional;

/** The versions of the framework that Rollcall maps to. */
public enum CsfVersion {

	V1_1("1.1"), V2_0("2.0");

	private final String number;

	CsfVersion(String number) {
		this.number = number;
	}

	/** The version by its number, such as {@code 2.0}. */
	public static Optional<CsfVersion> of(String number) {
		for (CsfVersion version : values()) {
			if (version.number.equals(number)) {
				return Optional.of(version);
			}
		}
		return Optional.empty();
	}

	public String number() {
		return this.number;
	}

}
