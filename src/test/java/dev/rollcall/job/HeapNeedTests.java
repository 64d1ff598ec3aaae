package dev.rollcall.job;

import dev.rollcall.input.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeapNeedTests {

	private static final long MEGABYTE = 1 << 20;

	/** As docs/benchmark.md has them. */
	@ParameterizedTest
	@CsvSource({ "1, 1, 112", "24, 3, 112", "100, 17, 144", "1000, 17, 160", "10000, 1, 192", "10000, 17, 192" })
	void growsWithTheRosterAndNotWithWhatHasABound(int accounts, int regions, long megabytes) {
		assertThat(new HeapNeed(accounts, regions).megabytes()).isEqualTo(megabytes);
	}

	@Test
	void refusesAHeapThatTheNightWouldDieIn() {
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> new HeapNeed(10_000, 17).refuseLess(155 * MEGABYTE))
			.withMessage("10,000 accounts in 17 Regions need a heap of at least 192 MB, this one has 155 MB;"
					+ " -Xmx192m was expected, or a container with more memory");
	}

	@Test
	void takesWhatTheSerialCollectorSaysOfTheNamedSize() {
		assertThatCode(() -> new HeapNeed(1_000, 17).refuseLess(155 * MEGABYTE)).doesNotThrowAnyException();
	}

}
