package dev.rollcall.control;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Units} and {@link Excuses}: what scores count, and what they do not.
 */
class UnitsTests {

	private static final String ONE = TwoNights.ONE;

	private static final String CLOSED = "eu-west-1";

	private static final String OPEN = "us-east-1";

	private static final String DENIED = "x:Y was denied by a service control policy; request 1.";

	@RegisterExtension
	final TwoNights nights = new TwoNights();

	private TwoNights closed(String by) {
		return this.nights.denied(ONE, "here", CLOSED, by, DENIED)
			.answered(ONE, "here", OPEN)
			.tonight(CLOSED, ONE, "INSUFFICIENT_DATA", DENIED);
	}

	@Test
	void countsWhatWasSeenBesideARegionThatIsExpectedToBeClosed() {
		closed("SCP").expecting(CLOSED).tonight(OPEN, ONE, "COMPLIANT", "Fine.");
		assertThat(this.nights.units()).containsExactly("c.one COMPLIANT null null");
		assertThat(this.nights.findings("region, expected_gap")).containsExactly("eu-west-1 true", "us-east-1 false");
	}

	@Test
	void countsAFailureElsewhere() {
		closed("RCP").expecting(CLOSED).tonight(OPEN, ONE, "NON_COMPLIANT", "Bad.");
		assertThat(this.nights.units()).containsExactly("c.one NON_COMPLIANT null null");
	}

	@Test
	void leavesOutWhatOnlyTheClosedRegionWouldShow() {
		closed("SCP").expecting(CLOSED).tonight(OPEN, ONE, "NOT_APPLICABLE", "Nothing here.");
		assertThat(this.nights.units()).containsExactly("c.one INSUFFICIENT_DATA EXPECTED_GAP null");
	}

	@Test
	void excusesNoRegionThatNobodyExpectsToBeClosed() {
		closed("SCP").expecting("eu-west-2").tonight(OPEN, ONE, "COMPLIANT", "Fine.");
		assertThat(this.nights.units()).containsExactly("c.one INSUFFICIENT_DATA null null");
		assertThat(this.nights.findings("expected_gap")).containsExactly("false", "false");
	}

	@Test
	void excusesNoRefusalByTheRole() {
		closed("IDENTITY").expecting(CLOSED).tonight(OPEN, ONE, "COMPLIANT", "Fine.");
		assertThat(this.nights.units()).containsExactly("c.one INSUFFICIENT_DATA null null");
	}

	@Test
	void excusesNothingWhereAnotherCellIsAGapToo() {
		closed("SCP").expecting(CLOSED).denied(ONE, "there", "global", "IDENTITY", "x:Z was denied.");
		assertThat(this.nights.units()).containsExactly("c.one INSUFFICIENT_DATA null null");
	}

	@Test
	void excusesNoVerdictThatHasAnotherReason() {
		this.nights.denied(ONE, "here", CLOSED, "SCP", DENIED)
			.answered(ONE, "there", "global")
			.expecting(CLOSED)
			.tonight(CLOSED, ONE, "INSUFFICIENT_DATA", "AWS says nothing of it.");
		assertThat(this.nights.units()).containsExactly("c.one INSUFFICIENT_DATA null null");
	}

	@Test
	void excusesNothingInAnAccountOfWhichNothingWasRead() {
		this.nights.denied(ONE, "here", CLOSED, "SCP", DENIED)
			.expecting(CLOSED)
			.tonight(CLOSED, ONE, "INSUFFICIENT_DATA", DENIED);
		assertThat(this.nights.units()).containsExactly("c.one INSUFFICIENT_DATA null null");
	}

	@Test
	void leavesOutWhatASourceThatTheRoleIsPermittedNowhereWouldShow() {
		closed("IDENTITY").refusedEverywhere("here").tonight(OPEN, ONE, "COMPLIANT", "Fine.");
		assertThat(this.nights.units()).containsExactly("c.one INSUFFICIENT_DATA NOT_PERMITTED null");
		assertThat(this.nights.findings("expected_gap")).containsExactly("false", "false");
	}

	@Test
	void countsAFailureBesideASourceThatTheRoleIsPermittedNowhere() {
		closed("UNKNOWN").refusedEverywhere("here").tonight(OPEN, ONE, "NON_COMPLIANT", "Bad.");
		assertThat(this.nights.units()).containsExactly("c.one NON_COMPLIANT null null");
	}

	@Test
	void leavesOutWhatIsExcluded() {
		this.nights.excluded(ONE, "here", CLOSED).tonight(CLOSED, ONE, "INSUFFICIENT_DATA", "Left out.");
		assertThat(this.nights.units()).containsExactly("c.one INSUFFICIENT_DATA EXCLUDED null");
	}

	@Test
	void leavesOutAControlThatCountsInNoScore() {
		this.nights.unscored("c.one").tonight(OPEN, ONE, "NON_COMPLIANT", "Bad.");
		assertThat(this.nights.units()).containsExactly("c.one NON_COMPLIANT NOT_SCORED null");
	}

	/** As a Config rule's, which has one of its own. */
	@Test
	void comparesNoUnitOfAnotherSubcategory() {
		this.nights.lastNightAs("PR.AA-05", OPEN, "COMPLIANT").tonight(OPEN, ONE, "NON_COMPLIANT", "Bad.");
		assertThat(this.nights.units()).containsExactly("c.one NON_COMPLIANT null null");
	}

	@Test
	void setsAUnitBesideWhatItWas() {
		this.nights.lastNightAs("PR.AA-01", OPEN, "COMPLIANT").tonight(OPEN, ONE, "NON_COMPLIANT", "Bad.");
		assertThat(this.nights.units()).containsExactly("c.one NON_COMPLIANT null COMPLIANT");
	}

	@Test
	void comparesNoUnitOfAControlThatJudgesOtherwise() {
		this.nights.without(Comparison.CONTROL, "control_id = 'c.one'")
			.control(Comparison.CONTROL, "c.one", 2, "LOW", "hash")
			.lastNightAs("PR.AA-01", OPEN, "COMPLIANT")
			.tonight(OPEN, ONE, "NON_COMPLIANT", "Bad.");
		assertThat(this.nights.units()).containsExactly("c.one NON_COMPLIANT null null");
	}

}
