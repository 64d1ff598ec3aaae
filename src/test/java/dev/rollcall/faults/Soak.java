package dev.rollcall.faults;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** How much of a counted suite runs, and how it reports. */
public final class Soak {

	private Soak() {
	}

	/** Whether everything runs, and not a sample. */
	public static boolean isOn() {
		return Boolean.getBoolean("rollcall.soak");
	}

	/** What a sample is drawn with. */
	public static long seed() {
		return Long.getLong("rollcall.seed", 1);
	}

	/** Prints the line of a suite, and fails naming what did not hold. */
	@SuppressWarnings("SystemOut")
	public static void report(String suite, int injected, int failed, List<String> faults) {
		System.out.printf("%s: %d injected, %d held (seed %d)%n", suite, injected, injected - failed, seed());
		assertThat(faults).isEmpty();
		assertThat(injected).isPositive();
	}

}
