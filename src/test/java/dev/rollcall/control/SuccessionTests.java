package dev.rollcall.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.rollcall.dataset.StableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Succession}: rows whose key is another than the night before. */
class SuccessionTests {

	private static final String ONE = TwoNights.ONE;

	private static final String KNOWN_SINCE = "2026-11-11";

	private static final String TONIGHT = "2026-11-23";

	@RegisterExtension
	final TwoNights nights = new TwoNights();

	private SuccessionTests split(String control) {
		this.nights.control("control", control, 1, "LOW", "hash").was(control, "c.one", false);
		return this;
	}

	private SuccessionTests renamed(String control) {
		split(control);
		this.nights.without("control", "control_id = 'c.one'");
		return this;
	}

	private SuccessionTests becameTheAccounts() {
		this.nights.without("control", "control_id = 'c.one'")
			.control("control", "c.one", 2, "LOW", "hash")
			.was("c.one", "", true);
		return this;
	}

	private void lastNight(String region, String resource, String verdict) {
		this.nights.lastNight("c.one", ONE, region, resource, verdict, verdict, null);
	}

	@Test
	void knowsSinceWhenOfARowThatASplitControlTookOver() {
		split("c.new");
		lastNight(TwoNights.REGION, ONE, "NON_COMPLIANT");
		this.nights.tonight("c.one", ONE, TwoNights.REGION, ONE, "NON_COMPLIANT")
			.tonight("c.new", ONE, TwoNights.REGION, ONE, "NON_COMPLIANT");
		assertThat(this.nights.findings("control_id, first_seen_on")).containsExactly("c.new " + KNOWN_SINCE,
				"c.one " + KNOWN_SINCE);
		assertThat(this.nights.changes()).containsExactly("c.new CONTROL_CHANGED null null");
	}

	@Test
	void countsAnotherVerdictOfASplitControlFromTonightAndCallsItNoChange() {
		split("c.new");
		lastNight(TwoNights.REGION, ONE, "COMPLIANT");
		this.nights.tonight("c.one", ONE, TwoNights.REGION, ONE, "COMPLIANT")
			.tonight("c.new", ONE, TwoNights.REGION, ONE, "NON_COMPLIANT");
		assertThat(this.nights.findings("control_id, first_seen_on")).containsExactly("c.new " + TONIGHT,
				"c.one " + KNOWN_SINCE);
		assertThat(this.nights.changes()).containsExactly("c.new CONTROL_CHANGED null null");
	}

	@Test
	void splitsAResourcesRowAndAnAccountsRow() {
		split("c.new");
		lastNight(TwoNights.REGION, "arn:aws:x", "NON_COMPLIANT");
		this.nights.tonight("c.one", ONE, TwoNights.REGION, "arn:aws:x", "NON_COMPLIANT")
			.tonight("c.new", ONE, TwoNights.REGION, "arn:aws:x", "NON_COMPLIANT")
			.tonight("c.new", ONE, TwoNights.REGION, "arn:aws:y", "NON_COMPLIANT");
		assertThat(this.nights.findings("control_id, resource_id, first_seen_on")).containsExactly(
				"c.new arn:aws:x " + KNOWN_SINCE, "c.new arn:aws:y " + TONIGHT, "c.one arn:aws:x " + KNOWN_SINCE);
	}

	@Test
	void findsNothingNewFixedOrUnseenWhereAControlHasAnotherName() {
		renamed("c.new");
		lastNight(TwoNights.REGION, "arn:aws:x", "NON_COMPLIANT");
		lastNight(TwoNights.REGION, "arn:aws:y", "COMPLIANT");
		this.nights.tonight("c.new", ONE, TwoNights.REGION, "arn:aws:x", "NON_COMPLIANT")
			.tonight("c.new", ONE, TwoNights.REGION, "arn:aws:y", "COMPLIANT");
		assertThat(this.nights.findings("resource_id, first_seen_on")).containsExactly("arn:aws:x " + KNOWN_SINCE,
				"arn:aws:y " + KNOWN_SINCE);
		assertThat(this.nights.changes()).containsExactly("c.new CONTROL_CHANGED null null");
	}

	@Test
	void keepsTheIdUnderWhichARowWasFirstPublished() {
		renamed("c.new");
		split("c.newer");
		lastNight(TwoNights.REGION, "arn:aws:x", "NON_COMPLIANT");
		this.nights.tonight("c.new", ONE, TwoNights.REGION, "arn:aws:x", "COMPLIANT")
			.tonight("c.newer", ONE, TwoNights.REGION, "arn:aws:x", "COMPLIANT");
		assertThat(this.nights.findings("finding_id")).containsExactly(
				StableId.of("c.one", ONE, TwoNights.REGION, "arn:aws:x"),
				StableId.of("c.newer", ONE, TwoNights.REGION, "arn:aws:x"));
	}

	@Test
	void leavesTheirIdsToRowsOfAControlThatGoesOnJudging() {
		split("c.new");
		lastNight(TwoNights.REGION, ONE, "NON_COMPLIANT");
		this.nights.tonight("c.one", ONE, TwoNights.REGION, ONE, "NON_COMPLIANT")
			.tonight("c.new", ONE, TwoNights.REGION, ONE, "NON_COMPLIANT");
		assertThat(this.nights.findings("finding_id")).containsExactly(StableId.of("c.new", ONE, TwoNights.REGION, ONE),
				StableId.of("c.one", ONE, TwoNights.REGION, ONE));
	}

	@Test
	void seesNobodyLookWhereARenamedControlsCellIsAGap() {
		renamed("c.new");
		this.nights.unread(ONE, "here", TwoNights.REGION, "INSUFFICIENT_DATA", "x:Y was denied.");
		lastNight(TwoNights.REGION, "arn:aws:x", "NON_COMPLIANT");
		this.nights.tonight("c.new", ONE, TwoNights.REGION, ONE, "INSUFFICIENT_DATA");
		assertThat(this.nights.findings("resource_id, verdict, first_seen_on, last_known_verdict")).containsExactly(
				ONE + " INSUFFICIENT_DATA " + KNOWN_SINCE + " NON_COMPLIANT",
				"arn:aws:x INSUFFICIENT_DATA " + KNOWN_SINCE + " NON_COMPLIANT");
	}

	@Test
	void makesOneRowOfAnAccountsRegions() {
		becameTheAccounts();
		lastNight("eu-west-1", ONE, "COMPLIANT");
		lastNight("us-east-1", ONE, "NON_COMPLIANT");
		this.nights.tonight("c.one", ONE, "global", ONE, "NON_COMPLIANT");
		assertThat(this.nights.findings("region, first_seen_on, finding_id"))
			.containsExactly("global " + KNOWN_SINCE + " " + StableId.of("c.one", ONE, "us-east-1", ONE));
		assertThat(this.nights.changes()).containsExactly("c.one CONTROL_CHANGED null null");
	}

	@Test
	void countsFromTonightWhatWasSoInNoRegion() {
		becameTheAccounts();
		lastNight("eu-west-1", ONE, "NON_COMPLIANT");
		lastNight("us-east-1", ONE, "NON_COMPLIANT");
		this.nights.tonight("c.one", ONE, "global", ONE, "COMPLIANT");
		assertThat(this.nights.findings("first_seen_on, last_known_verdict")).containsExactly(TONIGHT + " COMPLIANT");
		assertThat(this.nights.changes()).containsExactly("c.one CONTROL_CHANGED null null");
	}

	@Test
	void knowsTheWorstOfTheRegionsWhereNobodyCanLook() {
		becameTheAccounts();
		lastNight("eu-west-1", ONE, "COMPLIANT");
		lastNight("us-east-1", ONE, "NON_COMPLIANT");
		this.nights.tonight("c.one", ONE, "global", ONE, "INSUFFICIENT_DATA");
		assertThat(this.nights.findings("first_seen_on, last_known_verdict"))
			.containsExactly(KNOWN_SINCE + " NON_COMPLIANT");
	}

	@Test
	void changesNothingOnTheNightsAfter() {
		becameTheAccounts();
		this.nights.without(Comparison.CONTROL, "control_id = 'c.one'")
			.control(Comparison.CONTROL, "c.one", 2, "LOW", "hash");
		lastNight("global", ONE, "NON_COMPLIANT");
		this.nights.tonight("c.one", ONE, "global", ONE, "COMPLIANT");
		assertThat(this.nights.changes())
			.containsExactly("c.one/" + ONE + "/global/" + ONE + " FIXED NON_COMPLIANT COMPLIANT");
	}

	@Test
	void callsAgainWhatWasFixedUnderItsOldKeyReappeared() {
		becameTheAccounts();
		this.nights.without(Comparison.CONTROL, "control_id = 'c.one'")
			.control(Comparison.CONTROL, "c.one", 2, "LOW", "hash");
		lastNight("global", ONE, "COMPLIANT");
		this.nights.changed(ONE, "FIXED", null).tonight("c.one", ONE, "global", ONE, "NON_COMPLIANT");
		assertThat(this.nights.changes()).singleElement().asString().contains(" REAPPEARED COMPLIANT NON_COMPLIANT");
	}

	@Test
	void acceptsWhatAWaiverOfTheControlBeforeAccepts() {
		renamed("c.new");
		this.nights.lastNight("c.one", ONE, TwoNights.REGION, ONE, "NON_COMPLIANT", "NON_COMPLIANT", "W-1");
		this.nights.waived(waiver(List.of())).tonight("c.new", ONE, TwoNights.REGION, ONE, "NON_COMPLIANT");
		assertThat(this.nights.findings("control_id, waiver_id")).containsExactly("c.new W-1");
		assertThat(this.nights.changes()).containsExactly("c.new CONTROL_CHANGED null null");
	}

	@Test
	void acceptsAnAccountsRowByAWaiverOfAllItsRegionsOnly() {
		becameTheAccounts();
		this.nights.read(ONE, "here", "us-east-1").waived(waiver(List.of("eu-west-1", "us-east-1")));
		this.nights.tonight("c.one", ONE, "global", ONE, "NON_COMPLIANT");
		assertThat(this.nights.findings("waiver_id")).containsExactly("W-1");
	}

	@Test
	void doesNotAcceptAnAccountsRowByAWaiverOfOneOfItsRegions() {
		becameTheAccounts();
		this.nights.read(ONE, "here", TwoNights.REGION).read(ONE, "here", "us-east-1");
		this.nights.lastNight("c.one", ONE, "us-east-1", ONE, "NON_COMPLIANT", "NON_COMPLIANT", "W-1");
		this.nights.waived(waiver(List.of("us-east-1"))).tonight("c.one", ONE, "global", ONE, "NON_COMPLIANT");
		assertThat(this.nights.findings("waiver_id")).containsExactly("null");
		assertThat(this.nights.changes()).anyMatch((change) -> change.contains(" WAIVER_ENDED "));
	}

	private static Waiver waiver(List<String> regions) {
		return new Waiver("W-1", "c.one", new Waiver.Scope(List.of(), List.of(), regions, null, null, Map.of()), "me",
				"why", null, LocalDate.parse("2026-01-01"), LocalDate.parse("2027-12-31"));
	}

}
