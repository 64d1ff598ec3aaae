package dev.rollcall.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.rollcall.dataset.NightId;
import dev.rollcall.job.NightFigures;
import dev.rollcall.job.NightFigures.GapKind;
import dev.rollcall.job.NightFigures.NotEntered;
import dev.rollcall.job.NightOutcome;

/** Outcomes of nights for tests of what is said of them. */
final class Outcomes {

	static final NightId NIGHT = new NightId(LocalDate.parse("2026-11-20"), 2, "20261120t000000z-00c0ffee");

	private Outcomes() {
	}

	static NightOutcome complete() {
		return new NightOutcome(NIGHT, 3, 40, 0, 0, 90, 1, 0, false, List.of(), "/out/rollcall.xlsx", List.of(),
				new NightFigures(Map.of("READ", 40L), List.of(), List.of(), Map.of("HIGH", 1L), 60, 2, 1));
	}

	static NightOutcome withGaps() {
		return new NightOutcome(NIGHT, 3, 40, 9, 2, 90, 7, 3, false, List.of(), "/out/rollcall.xlsx", List.of(),
				new NightFigures(Map.of("READ", 31L, "DENIED", 8L, "TIMED_OUT", 1L),
						List.of(new GapKind("DENIED", "TRUST", 6), new GapKind("DENIED", "SCP", 2),
								new GapKind("TIMED_OUT", "", 1)),
						List.of(new NotEntered("AccessDenied", "TRUST", 2), new NotEntered("TIMED_OUT", "", 1)),
						Map.of("CRITICAL", 3L, "LOW", 4L), 60, 2, 1));
	}

}
