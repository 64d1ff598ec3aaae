package dev.rollcall.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeWordsTests {

	@Test
	void saysWhichKindsOfGapsThereAreAndWhyAccountsWereNotEntered() {
		assertThat(OutcomeWords.of(Outcomes.withGaps()))
			.isEqualTo("3 accounts, 3 of them not entered (AccessDenied by TRUST 2, TIMED_OUT 1), 40 cells,"
					+ " 9 gaps (2 expected; DENIED by TRUST 6, DENIED by SCP 2, TIMED_OUT 1), 90 findings,"
					+ " 7 of them NON_COMPLIANT; /out/rollcall.xlsx");
	}

	@Test
	void saysNothingOfWhatThereIsNot() {
		assertThat(OutcomeWords.of(Outcomes.complete()))
			.isEqualTo("3 accounts, 40 cells, 0 gaps (0 expected), 90 findings, 1 of them NON_COMPLIANT;"
					+ " /out/rollcall.xlsx");
	}

}
