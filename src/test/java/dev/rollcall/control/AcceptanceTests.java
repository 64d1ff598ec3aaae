package dev.rollcall.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.account.AccountId;
import dev.rollcall.control.Waiver.Scope;
import dev.rollcall.control.Waiver.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@link Acceptance}: which findings a waiver accepts, and until when. */
class AcceptanceTests {

	private static final String NON_COMPLIANT = "NON_COMPLIANT";

	private static final Scope EVERYTHING = new Scope(List.of(), List.of(), List.of(), null, null, Map.of());

	@RegisterExtension
	final TwoNights nights = new TwoNights();

	@Test
	void keepsTheVerdictAndPutsTheWaiverBesideIt() {
		this.nights.waived(waiver("W-1", EVERYTHING))
			.tonight("bad", NON_COMPLIANT)
			.tonight("good", "COMPLIANT")
			.tonight("unseen", "INSUFFICIENT_DATA");
		assertThat(this.nights.findings("resource_id, verdict, waiver_id")).containsExactly("bad NON_COMPLIANT W-1",
				"good COMPLIANT null", "unseen INSUFFICIENT_DATA null");
	}

	@Test
	void acceptsOnlyFindingsOfItsControl() {
		this.nights.waived(waiver("W-1", EVERYTHING))
			.tonight("c.two", TwoNights.ONE, TwoNights.REGION, "bad", NON_COMPLIANT);
		assertThat(this.nights.findings("waiver_id")).containsExactly("null");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", delimiter = '|', textBlock = """
			000000000001 | -                  | -         | -        | -    | -       | W
			000000000002 | -                  | -         | -        | -    | -       | -
			-            | Root               | -         | -        | -    | -       | W
			-            | Root/Workloads     | -         | -        | -    | -       | W
			-            | Root/Work          | -         | -        | -    | -       | -
			-            | Root/Workloads/Dev | -         | -        | -    | -       | -
			-            | -                  | eu-west-1 | -        | -    | -       | W
			-            | -                  | global    | -        | -    | -       | -
			-            | -                  | -         | arn:*:b% | -    | -       | -
			-            | -                  | -         | arn:*_b? | -    | -       | W
			-            | -                  | -         | arn:*    | -    | -       | W
			-            | -                  | -         | *:x      | -    | -       | -
			-            | -                  | -         | -        | tier | sandbox | W
			-            | -                  | -         | -        | tier | prod    | -
			-            | -                  | -         | -        | what | sandbox | -
			000000000001 | Root               | eu-west-1 | arn:*    | tier | sandbox | W
			000000000001 | Root               | eu-west-1 | arn:*    | tier | prod    | -
			""")
	void matchesWhatAllPartsOfItsScopeMatch(String account, String unit, String region, String resource, String key,
			String value, String waiver) {
		Scope scope = new Scope((account != null) ? List.of(new AccountId(account)) : List.of(),
				(unit != null) ? List.of(unit) : List.of(), (region != null) ? List.of(region) : List.of(), null,
				resource, (key != null) ? Map.of(key, value) : Map.of());
		this.nights.without("account", "account_id = '000000000001'")
			.account(TwoNights.ONE, "Root/Workloads", Map.of("tier", "sandbox"))
			.waived(waiver("W", scope))
			.tonight("arn:a_bc", NON_COMPLIANT);
		assertThat(this.nights.findings("waiver_id")).containsExactly(String.valueOf(waiver));
	}

	@Test
	void doesNotMatchTagsThatNobodyCouldRead() {
		this.nights.without("account", "account_id = '000000000001'")
			.account(TwoNights.ONE, "Root", null)
			.waived(waiver("W-1", new Scope(List.of(), List.of(), List.of(), null, null, Map.of("tier", "sandbox"))))
			.tonight("bad", NON_COMPLIANT);
		assertThat(this.nights.findings("waiver_id")).containsExactly("null");
	}

	@Test
	void flipsBackWhenItIsExpiredAndIsListed() {
		this.nights.waived(waiver("W-1", EVERYTHING, "2026-01-01", "2026-11-22"))
			.lastNight("c.one", TwoNights.ONE, TwoNights.REGION, "bad", NON_COMPLIANT, NON_COMPLIANT, "W-1")
			.tonight("bad", NON_COMPLIANT);
		assertThat(this.nights.findings("waiver_id, first_seen_on")).containsExactly("null 2026-11-11");
		assertThat(this.nights.changes())
			.containsExactly("c.one/000000000001/eu-west-1/bad WAIVER_ENDED NON_COMPLIANT NON_COMPLIANT");
		assertThat(this.nights.waivers()).singleElement().satisfies((entry) -> {
			assertThat(entry.state()).isEqualTo(State.EXPIRED);
			assertThat(entry.findings()).isOne();
			assertThat(entry.unused()).isFalse();
		});
	}

	@Test
	void isAChangeWhenItBegins() {
		this.nights.waived(waiver("W-1", EVERYTHING))
			.lastNight("bad", NON_COMPLIANT)
			.tonight("bad", NON_COMPLIANT)
			.tonight("new", NON_COMPLIANT);
		assertThat(this.nights.changes()).containsExactly(
				"c.one/000000000001/eu-west-1/bad WAIVED NON_COMPLIANT NON_COMPLIANT",
				"c.one/000000000001/eu-west-1/new NEW null NON_COMPLIANT",
				"c.one/000000000001/eu-west-1/new WAIVED null NON_COMPLIANT");
	}

	@Test
	void isNoChangeWhenAnotherTakesOverOrNobodyCouldLook() {
		this.nights.waived(waiver("W-2", EVERYTHING))
			.lastNight("c.one", TwoNights.ONE, TwoNights.REGION, "bad", NON_COMPLIANT, NON_COMPLIANT, "W-1")
			.lastNight("c.one", TwoNights.ONE, TwoNights.REGION, "unseen", "INSUFFICIENT_DATA", NON_COMPLIANT, "W-1")
			.tonight("bad", NON_COMPLIANT)
			.tonight("unseen", "INSUFFICIENT_DATA");
		assertThat(this.nights.changes()).isEmpty();
		assertThat(this.nights.findings("resource_id, waiver_id")).containsExactly("bad W-2", "unseen W-2");
	}

	@Test
	void takesTheWaiverThatEndsLast() {
		this.nights.waived(waiver("W-1", EVERYTHING, "2026-01-01", "2027-01-01"))
			.waived(waiver("W-2", EVERYTHING, "2026-01-01", "2026-12-01"))
			.waived(waiver("W-3", EVERYTHING, "2026-12-01", "2028-12-01"))
			.tonight("bad", NON_COMPLIANT);
		assertThat(this.nights.findings("waiver_id")).containsExactly("W-1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					false | No account has the tag what.              | No account has the tag tier with the value prod.
					true  | No account whose tags are known has the tag what. | No account whose tags are known has the tag tier with the value prod.
					""")
	void saysOfTagsThatItKnowsNotAll(boolean unknown, String key, String value) {
		this.nights.account("000000000003", "Root", Map.of("tier", "sandbox"))
			.waived(waiver("W-1", new Scope(List.of(), List.of(), List.of(), null, null, Map.of("what", "sandbox"))))
			.waived(waiver("W-2", new Scope(List.of(), List.of(), List.of(), null, null, Map.of("tier", "prod"))));
		assertThat(remarks(unknown)).containsExactly(key, value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					false | No account is in a unit Elsewhere.                       | No account is in all parts of the scope at once.
					true  | No account whose unit is known is in a unit Elsewhere.   | No account is known to be in all parts of the scope at once.
					""")
	void saysOfUnitsThatItKnowsNotAll(boolean unknown, String unit, String together) {
		this.nights.account("000000000003", "Root/Sandbox", Map.of())
			.waived(waiver("W-1", new Scope(List.of(), List.of("Elsewhere"), List.of(), null, null, Map.of())))
			.waived(waiver("W-2", new Scope(List.of(new AccountId(TwoNights.ONE)), List.of("Root/Sandbox"), List.of(),
					null, null, Map.of())));
		assertThat(remarks(unknown)).containsExactly(unit, together);
	}

	private List<String> remarks(boolean unknown) {
		if (unknown) {
			this.nights.unknownAccount("000000000004");
		}
		return this.nights.waivers().stream().flatMap((entry) -> entry.remarks().stream()).toList();
	}

	@ParameterizedTest
	@CsvSource({ "false, false, , ", "true, false, ' that was read', ' and that was read'",
			"false, true, , ' and that was read'" })
	void saysOfRulesAndResourcesThatNotAllWereRead(boolean rules, boolean details, @Nullable String ofRules,
			@Nullable String ofResources) {
		this.nights.reads("c.one", "config-rules")
			.waived(waiver("W-1", new Scope(List.of(), List.of(), List.of(), "a-rule", null, Map.of())))
			.waived(waiver("W-2", new Scope(List.of(), List.of(), List.of(), null, "bed", Map.of())))
			.tonight("bad", NON_COMPLIANT);
		if (rules) {
			this.nights.denied(TwoNights.TWO, "config-rules", TwoNights.REGION, "ROLE", "Denied.");
		}
		if (details) {
			this.nights.excluded(TwoNights.TWO, "config-rule-details", TwoNights.REGION);
		}
		assertThat(remarks(false)).containsExactly(
				"No Config rule" + Objects.requireNonNullElse(ofRules, "") + " is named a-rule.",
				"Nothing that the control judges" + Objects.requireNonNullElse(ofResources, "")
						+ " is the resource bed; did you mean bad?");
	}

	@Test
	void saysWhichAreUnusedAndOverBroad() {
		this.nights.waived(waiver("W-1", EVERYTHING))
			.waived(waiver("W-2", new Scope(List.of(), List.of("Root"), List.of("eu-west-1"), null, "*", Map.of())))
			.waived(waiver("W-3",
					new Scope(List.of(new AccountId(TwoNights.TWO)), List.of(), List.of(), null, null, Map.of())))
			.tonight("bad", NON_COMPLIANT);
		assertThat(this.nights.waivers())
			.extracting(WaiverEntry::waiverId, WaiverEntry::scope, WaiverEntry::findings, WaiverEntry::unused,
					WaiverEntry::overBroad)
			.containsExactly(tuple("W-1", "*", 1L, false, true),
					tuple("W-2", "ou=Root; region=eu-west-1; resource=*", 1L, false, true),
					tuple("W-3", "account=000000000002", 0L, true, false));
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-24, 2027-11-24, NOT_YET_VALID", "2026-11-23, 2026-11-23, ENDING",
			"2026-01-01, 2026-11-22, EXPIRED", "2026-01-01, 2026-12-23, ENDING", "2026-01-01, 2026-12-24, ACTIVE" })
	void holdsFromItsFirstDayToItsLast(String grantedOn, String expiresOn, State state) {
		assertThat(waiver("W", EVERYTHING, grantedOn, expiresOn).state(TwoNights.TONIGHT)).isEqualTo(state);
	}

	private static Waiver waiver(String id, Scope scope) {
		return waiver(id, scope, "2026-01-01", "2027-12-31");
	}

	private static Waiver waiver(String id, Scope scope, String grantedOn, String expiresOn) {
		return new Waiver(id, "c.one", scope, "owner", "reason", null, LocalDate.parse(grantedOn),
				LocalDate.parse(expiresOn));
	}

}
