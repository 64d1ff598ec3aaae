package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Comparison}: since when, and what changed, row by row. */
class ComparisonTests {

	private static final String NON_COMPLIANT = "NON_COMPLIANT";

	private static final String RESOURCE = "arn:aws:x";

	@RegisterExtension
	final TwoNights nights = new TwoNights();

	ComparisonTests() {
		this.nights.read(TwoNights.ONE, "here", TwoNights.REGION).read(TwoNights.ONE, "there", "global");
	}

	/**
	 * Every verdict of last night, what was known then, tonight's verdict, the change.
	 */
	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			-,                 -,              NON_COMPLIANT,     NEW
			-,                 -,              COMPLIANT,         -
			-,                 -,              NOT_APPLICABLE,    -
			-,                 -,              INSUFFICIENT_DATA, -
			NON_COMPLIANT,     NON_COMPLIANT,  NON_COMPLIANT,     -
			NON_COMPLIANT,     NON_COMPLIANT,  COMPLIANT,         FIXED
			NON_COMPLIANT,     NON_COMPLIANT,  NOT_APPLICABLE,    RESOURCE_GONE
			NON_COMPLIANT,     NON_COMPLIANT,  INSUFFICIENT_DATA, NOT_SEEN
			NON_COMPLIANT,     NON_COMPLIANT,  -,                 RESOURCE_GONE
			COMPLIANT,         COMPLIANT,      NON_COMPLIANT,     NEW
			COMPLIANT,         COMPLIANT,      COMPLIANT,         -
			COMPLIANT,         COMPLIANT,      NOT_APPLICABLE,    RESOURCE_GONE
			COMPLIANT,         COMPLIANT,      INSUFFICIENT_DATA, NOT_SEEN
			COMPLIANT,         COMPLIANT,      -,                 RESOURCE_GONE
			NOT_APPLICABLE,    NOT_APPLICABLE, NON_COMPLIANT,     NEW
			NOT_APPLICABLE,    NOT_APPLICABLE, COMPLIANT,         -
			NOT_APPLICABLE,    NOT_APPLICABLE, NOT_APPLICABLE,    -
			NOT_APPLICABLE,    NOT_APPLICABLE, INSUFFICIENT_DATA, NOT_SEEN
			NOT_APPLICABLE,    NOT_APPLICABLE, -,                 -
			INSUFFICIENT_DATA, -,              NON_COMPLIANT,     NEW
			INSUFFICIENT_DATA, -,              COMPLIANT,         -
			INSUFFICIENT_DATA, -,              NOT_APPLICABLE,    -
			INSUFFICIENT_DATA, -,              INSUFFICIENT_DATA, -
			INSUFFICIENT_DATA, -,              -,                 -
			INSUFFICIENT_DATA, NON_COMPLIANT,  NON_COMPLIANT,     -
			INSUFFICIENT_DATA, NON_COMPLIANT,  COMPLIANT,         FIXED
			INSUFFICIENT_DATA, NON_COMPLIANT,  NOT_APPLICABLE,    RESOURCE_GONE
			INSUFFICIENT_DATA, NON_COMPLIANT,  INSUFFICIENT_DATA, -
			INSUFFICIENT_DATA, NON_COMPLIANT,  -,                 RESOURCE_GONE
			INSUFFICIENT_DATA, COMPLIANT,      NON_COMPLIANT,     NEW
			INSUFFICIENT_DATA, COMPLIANT,      COMPLIANT,         -
			INSUFFICIENT_DATA, COMPLIANT,      NOT_APPLICABLE,    RESOURCE_GONE
			INSUFFICIENT_DATA, COMPLIANT,      INSUFFICIENT_DATA, -
			INSUFFICIENT_DATA, COMPLIANT,      -,                 RESOURCE_GONE
			INSUFFICIENT_DATA, NOT_APPLICABLE, NON_COMPLIANT,     NEW
			INSUFFICIENT_DATA, NOT_APPLICABLE, COMPLIANT,         -
			INSUFFICIENT_DATA, NOT_APPLICABLE, -,                 -
			""")
	void saysWhatBecameOfAResource(String from, String known, String to, String change) {
		if (from != null) {
			this.nights.lastNight("c.one", TwoNights.ONE, TwoNights.REGION, RESOURCE, from, known, null);
		}
		if (to != null) {
			this.nights.tonight(RESOURCE, to);
		}
		String thing = "c.one/000000000001/eu-west-1/arn:aws:x ";
		assertThat(this.nights.changes()).containsExactly(
				(change != null) ? new String[] { thing + change + " " + from + " " + to } : new String[0]);
	}

	@Test
	void calledAgainWhatWasFixedReappears() {
		this.nights.lastNight(RESOURCE, "COMPLIANT").tonight(RESOURCE, NON_COMPLIANT).changed(RESOURCE, "FIXED", null);
		assertThat(this.nights.changes()).singleElement().asString().contains(" REAPPEARED COMPLIANT NON_COMPLIANT");
	}

	@Test
	void whatWasGoneReappearsOnlyIfItWasAFault() {
		this.nights.tonight("bad", NON_COMPLIANT)
			.tonight("good", NON_COMPLIANT)
			.changed("bad", "RESOURCE_GONE", NON_COMPLIANT)
			.changed("good", "RESOURCE_GONE", "COMPLIANT");
		assertThat(this.nights.changes()).containsExactly(
				"c.one/000000000001/eu-west-1/bad REAPPEARED null NON_COMPLIANT",
				"c.one/000000000001/eu-west-1/good NEW null NON_COMPLIANT");
	}

	@Test
	void hasNoChangesWithoutANightBefore() {
		this.nights.withoutLastNight().without(Comparison.ACCOUNT, "true").without(Comparison.CONTROL, "true");
		this.nights.tonight(RESOURCE, NON_COMPLIANT);
		assertThat(this.nights.changes()).isEmpty();
		assertThat(this.nights.findings("first_seen_on, last_known_verdict"))
			.containsExactly("2026-11-23 NON_COMPLIANT");
	}

	/** What nobody could look at tonight stays what it was, unseen. */
	@ParameterizedTest
	@ValueSource(strings = { "NON_COMPLIANT", "COMPLIANT" })
	void writesAgainWhatLiesInACellThatIsAGap(String verdict) {
		this.nights.without("coverage", "true")
			.unread(TwoNights.ONE, "here", TwoNights.REGION, "INSUFFICIENT_DATA", "x:Y was denied.")
			.lastNight(RESOURCE, verdict)
			.tonight(TwoNights.ONE, "INSUFFICIENT_DATA");
		assertThat(this.nights
			.findings("resource_id, verdict, reason, severity, csf20_primary, first_seen_on," + " last_known_verdict"))
			.containsExactly("000000000001 INSUFFICIENT_DATA Said tonight. LOW PR.AA-01 2026-11-23 null",
					"arn:aws:x INSUFFICIENT_DATA x:Y was denied. LOW PR.AA-05 2026-11-11 " + verdict);
		assertThat(this.nights.changes())
			.containsExactly("c.one/000000000001/eu-west-1/arn:aws:x NOT_SEEN " + verdict + " INSUFFICIENT_DATA");
	}

	@Test
	void isNotNewWhenSightReturns() {
		this.nights
			.lastNight("c.one", TwoNights.ONE, TwoNights.REGION, RESOURCE, "INSUFFICIENT_DATA", NON_COMPLIANT, null)
			.tonight(RESOURCE, NON_COMPLIANT);
		assertThat(this.nights.changes()).isEmpty();
		assertThat(this.nights.findings("first_seen_on")).containsExactly("2026-11-11");
	}

	@Test
	void countsAnotherVerdictFromTonight() {
		this.nights.lastNight(RESOURCE, "COMPLIANT").tonight(RESOURCE, NON_COMPLIANT);
		assertThat(this.nights.findings("first_seen_on")).containsExactly("2026-11-23");
	}

	@Test
	void looksInItsOwnRegionWhateverTheGlobalCellSays() {
		this.nights.without("coverage", "source = 'there'")
			.unread(TwoNights.ONE, "there", "global", "INSUFFICIENT_DATA", "x:Y was denied.")
			.lastNight(RESOURCE, NON_COMPLIANT);
		assertThat(this.nights.changes()).singleElement().asString().contains(" RESOURCE_GONE NON_COMPLIANT null");
	}

	@Test
	void looksInTheGlobalCellWhereItsRegionIsNotAsked() {
		this.nights.without("coverage", "source = 'there'")
			.unread(TwoNights.ONE, "there", "global", "INSUFFICIENT_DATA", "x:Y was denied.")
			.lastNight("c.one", TwoNights.ONE, "us-east-1", RESOURCE, NON_COMPLIANT, NON_COMPLIANT, null);
		assertThat(this.nights.findings("region, verdict, reason"))
			.containsExactly("us-east-1 INSUFFICIENT_DATA x:Y was denied.");
	}

	/** Another account's analyzer would have found it, and could not be read. */
	@Test
	void believesAControlThatCouldNotSeeTheAccount() {
		this.nights.lastNight(RESOURCE, NON_COMPLIANT).tonight(TwoNights.ONE, "INSUFFICIENT_DATA");
		assertThat(this.nights.findings("resource_id, verdict, reason"))
			.contains("arn:aws:x INSUFFICIENT_DATA Said tonight.");
	}

	/**
	 * The Region is no Region of tonight's: the account's global cells say nothing of it.
	 */
	@Test
	void doesNotSeeWhatAnAccountHadInARegionThatNobodyAsksTonight() {
		this.nights.lastNight("c.one", TwoNights.ONE, "me-south-1", TwoNights.ONE, NON_COMPLIANT, NON_COMPLIANT, null)
			.lastNight("c.one", TwoNights.TWO, "me-south-1", TwoNights.TWO, "NOT_APPLICABLE", "NOT_APPLICABLE", null);
		assertThat(this.nights.changes())
			.containsExactly("c.one/000000000001/me-south-1/000000000001 NOT_SEEN NON_COMPLIANT null");
	}

	@Test
	void comesToKnowARegionWithoutAChangeButForWhatIsWrongThere() {
		this.nights.tonight("c.one", TwoNights.ONE, "me-south-1", TwoNights.ONE, NON_COMPLIANT)
			.tonight("c.two", TwoNights.ONE, "me-south-1", TwoNights.ONE, "COMPLIANT")
			.tonight("c.one", TwoNights.TWO, "me-south-1", TwoNights.TWO, "NOT_APPLICABLE")
			.tonight("c.two", TwoNights.TWO, "me-south-1", TwoNights.TWO, "INSUFFICIENT_DATA");
		assertThat(this.nights.changes())
			.containsExactly("c.one/000000000001/me-south-1/000000000001 NEW null NON_COMPLIANT");
	}

	@Test
	void doesNotSeeWhatIsNotAskedTonight() {
		this.nights.without("coverage", "true")
			.lastNight(RESOURCE, NON_COMPLIANT)
			.lastNight(TwoNights.ONE, "COMPLIANT")
			.lastNight("unseen", "INSUFFICIENT_DATA");
		assertThat(this.nights.changes()).containsExactly(
				"c.one/000000000001/eu-west-1/000000000001 NOT_SEEN COMPLIANT null",
				"c.one/000000000001/eu-west-1/arn:aws:x NOT_SEEN NON_COMPLIANT null");
		assertThat(this.nights.findings("resource_id")).isEmpty();
	}

	@Test
	void saysNothingOfAnAccountsRowThatGivesWayToItsResources() {
		this.nights.lastNight(TwoNights.ONE, "COMPLIANT").tonight(RESOURCE, "COMPLIANT");
		assertThat(this.nights.changes()).isEmpty();
	}

	/** More than are compared at once. */
	@Test
	void comparesEveryFindingOnceHoweverMany() {
		this.nights.fixed(40_000);
		assertThat(this.nights.findings("resource_id")).hasSize(80_000);
		assertThat(this.nights.changes()).hasSize(80_000)
			.doesNotHaveDuplicates()
			.allMatch((row) -> row.contains(" FIXED "));
	}

	@Test
	void saysOnceThatAnAccountIsAddedOrGone() {
		this.nights.account("000000000003", "Root", Map.of())
			.without("account", "account_id = '000000000002'")
			.lastNight("c.one", TwoNights.TWO, TwoNights.REGION, RESOURCE, NON_COMPLIANT, NON_COMPLIANT, null)
			.tonight("c.one", "000000000003", TwoNights.REGION, RESOURCE, NON_COMPLIANT);
		assertThat(this.nights.changes()).containsExactly("000000000002 ACCOUNT_GONE null null",
				"000000000003 ACCOUNT_ADDED null null");
	}

	@Test
	void saysOnceThatAControlIsAdded() {
		this.nights.without(Comparison.CONTROL, "control_id = 'c.two'")
			.tonight("c.two", TwoNights.ONE, TwoNights.REGION, RESOURCE, NON_COMPLIANT);
		assertThat(this.nights.changes()).containsExactly("c.two CONTROL_ADDED null null");
	}

	@Test
	void doesNotGuessWhetherTheWorldOrTheControlChanged() {
		this.nights.without("control", "control_id = 'c.one'")
			.control("control", "c.one", 2, "LOW", "hash")
			.lastNight(RESOURCE, NON_COMPLIANT)
			.tonight(RESOURCE, "COMPLIANT");
		assertThat(this.nights.changes()).containsExactly("c.one CONTROL_CHANGED null null");
	}

	/** The same version in other words: what differs is the world. */
	@Test
	void comparesThroughATextThatWasWrittenAnew() {
		this.nights.without("control", "control_id = 'c.one'")
			.control("control", "c.one", 1, "LOW", "hash of another text")
			.lastNight(RESOURCE, NON_COMPLIANT)
			.tonight(RESOURCE, "COMPLIANT");
		assertThat(this.nights.changes())
			.containsExactly("c.one/000000000001/eu-west-1/arn:aws:x FIXED NON_COMPLIANT COMPLIANT");
	}

	@Test
	void saysOnceThatAControlChanged() {
		for (String night : List.of("control", Comparison.CONTROL)) {
			this.nights.without(night, "control_id = 'c.one'").control(night, "c.one", 2, "LOW", "hash");
		}
		this.nights.lastNight(RESOURCE, NON_COMPLIANT).tonight(RESOURCE, "COMPLIANT");
		assertThat(this.nights.changes())
			.containsExactly("c.one/000000000001/eu-west-1/arn:aws:x FIXED NON_COMPLIANT COMPLIANT");
	}

	@Test
	void doesNotTakeARaisedLimitForARepair() {
		this.nights.parameter("parameter", "c.one", "days", "120")
			.parameter(Comparison.PARAMETER, "c.one", "days", "90")
			.lastNight(RESOURCE, NON_COMPLIANT)
			.tonight(RESOURCE, "COMPLIANT");
		assertThat(this.nights.changes()).containsExactly("c.one CONTROL_CHANGED null null");
	}

	@Test
	void comparesUnderTheSameLimitAndWhereAnEarlierNightHadNone() {
		this.nights.parameter("parameter", "c.one", "days", "90")
			.parameter("parameter", "c.one", "hours", "1")
			.parameter(Comparison.PARAMETER, "c.one", "days", "90")
			.parameter(Comparison.PARAMETER, "c.two", "hours", "2")
			.lastNight(RESOURCE, NON_COMPLIANT)
			.tonight(RESOURCE, "COMPLIANT");
		assertThat(this.nights.changes()).singleElement().asString().contains("FIXED");
	}

	@Test
	void stillComparesUnderAControlThatOnlyCountsDifferently() {
		this.nights.without("control", "control_id = 'c.one'")
			.control("control", "c.one", 1, "HIGH", "hash")
			.lastNight(RESOURCE, NON_COMPLIANT)
			.tonight(RESOURCE, "COMPLIANT");
		assertThat(this.nights.changes()).containsExactly("c.one CONTROL_CHANGED null null",
				"c.one/000000000001/eu-west-1/arn:aws:x FIXED NON_COMPLIANT COMPLIANT");
	}

	@Test
	void doesNotSeeWhatAControlThatIsGoneWouldHaveSaid() {
		this.nights.without("control", "control_id = 'c.one'")
			.lastNight(RESOURCE, NON_COMPLIANT)
			.lastNight("unseen", "INSUFFICIENT_DATA");
		assertThat(this.nights.changes())
			.containsExactly("c.one/000000000001/eu-west-1/arn:aws:x NOT_SEEN NON_COMPLIANT null");
	}

	/** Every other thing, and every other cell of the account, was read. */
	@Test
	void writesAgainAThingWhoseOwnCellIsAGap() {
		this.nights.lastNight(RESOURCE, NON_COMPLIANT)
			.lastNight("arn:aws:y", NON_COMPLIANT)
			.thing(TwoNights.ONE, RESOURCE, "x:Y was denied.")
			.thing(TwoNights.ONE, "arn:aws:y", null);
		assertThat(this.nights.findings("resource_id, verdict, reason, first_seen_on"))
			.containsExactly("arn:aws:x INSUFFICIENT_DATA x:Y was denied. 2026-11-11");
		assertThat(this.nights.changes()).containsExactly(
				"c.one/000000000001/eu-west-1/arn:aws:x NOT_SEEN NON_COMPLIANT INSUFFICIENT_DATA",
				"c.one/000000000001/eu-west-1/arn:aws:y RESOURCE_GONE NON_COMPLIANT null");
	}

	/**
	 * Nobody knows any longer whose it is: its cell stands at the account that named it.
	 */
	@Test
	void writesAgainAThingWhoseCellIsAGapElsewhere() {
		this.nights.lastNight(RESOURCE, NON_COMPLIANT).thing(TwoNights.TWO, RESOURCE, "Nobody knows.");
		assertThat(this.nights.findings("account_id, verdict, reason"))
			.containsExactly("000000000001 INSUFFICIENT_DATA Nobody knows.");
	}

	@Test
	void writesAgainAThingThatACellNamedWhichIsAGap() {
		this.nights.unread(TwoNights.TWO, "here", TwoNights.REGION, "INSUFFICIENT_DATA", "x:Y was denied.")
			.read(TwoNights.TWO, "there", "global")
			.named(RESOURCE, TwoNights.TWO, TwoNights.REGION, "here")
			.named(RESOURCE, TwoNights.ONE, TwoNights.REGION, "here")
			.named("arn:aws:y", TwoNights.ONE, TwoNights.REGION, "here")
			.lastNight(RESOURCE, NON_COMPLIANT)
			.lastNight("arn:aws:y", NON_COMPLIANT);
		assertThat(this.nights.findings("resource_id, verdict, reason"))
			.containsExactly("arn:aws:x INSUFFICIENT_DATA x:Y was denied.");
		assertThat(this.nights.changes()).containsExactly(
				"c.one/000000000001/eu-west-1/arn:aws:x NOT_SEEN NON_COMPLIANT INSUFFICIENT_DATA",
				"c.one/000000000001/eu-west-1/arn:aws:y RESOURCE_GONE NON_COMPLIANT null");
	}

	/** The owner's other cells say nothing of a thing that somebody else named. */
	@Test
	void believesWhoNamedAThingWhateverBecameOfItsOwner() {
		this.nights.without("coverage", "source = 'here'")
			.unread(TwoNights.ONE, "here", TwoNights.REGION, "INSUFFICIENT_DATA", "x:Y was denied.")
			.read(TwoNights.TWO, "here", TwoNights.REGION)
			.named(RESOURCE, TwoNights.TWO, TwoNights.REGION, "here")
			.lastNight(RESOURCE, NON_COMPLIANT)
			.tonight(TwoNights.ONE, "INSUFFICIENT_DATA");
		assertThat(this.nights.changes())
			.contains("c.one/000000000001/eu-west-1/arn:aws:x RESOURCE_GONE NON_COMPLIANT null");
	}

	@Test
	void doesNotSeeAThingWhereNobodyIsAskedWhoNamedIt() {
		this.nights.named(RESOURCE, TwoNights.TWO, "us-east-1", "here").lastNight(RESOURCE, NON_COMPLIANT);
		assertThat(this.nights.changes())
			.containsExactly("c.one/000000000001/eu-west-1/arn:aws:x NOT_SEEN NON_COMPLIANT null");
	}

}
