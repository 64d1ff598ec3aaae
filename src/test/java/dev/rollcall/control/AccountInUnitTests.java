package dev.rollcall.control;

import dev.rollcall.collect.CellStatus;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code account.in_unit}. */
class AccountInUnitTests {

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "222222222222";

	@RegisterExtension
	final TestNight night = new TestNight();

	@Test
	void judgesAnAccountInAUnitCompliant() {
		placed(Map.of("ou_ids", List.of("r-1", "ou-1"), "ou_names", List.of("Root", "Prod")));
		assertThat(judge())
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "The account is in the unit Root/Prod."));
	}

	@Test
	void judgesAnAccountBelowTheRootNonCompliant() {
		placed(Map.of("ou_ids", List.of("r-1")));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"The account is directly below the root: only what binds the whole organization binds it."));
	}

	@Test
	void asksNoUnitOfTheManagementAccount() {
		placed(Map.of("ou_ids", List.of("r-1"), "management", true));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE",
				"No service control policy binds the management account, in whichever unit it is."));
	}

	@Test
	void doesNotKnowAPlaceThatTheWalkLost() {
		placed(Map.of("unplaced_reason", "It moved."));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"Where the account is in the organization is not known: It moved."));
	}

	@Test
	void doesNotKnowAPlaceThatTheRosterDoesNotSay() {
		placed(Map.of());
		assertThat(judge()).containsExactly(
				Judgement.of(ACCOUNT, "INSUFFICIENT_DATA", "The roster does not say in which unit the account is."));
	}

	@Test
	void knowsThePlaceOfAnAccountWhoseTagsMayNotBeRead() {
		this.night.member(ACCOUNT, Map.of("ou_ids", List.of("r-1")))
			.member(OTHER, Map.of("unplaced_reason", "It moved."))
			.denied(ACCOUNT, "account-tags", "global", "organizations:ListTagsForResource")
			.denied(OTHER, "account-tags", "global", "organizations:ListTagsForResource");
		assertThat(judge()).containsExactly(
				Judgement.of(ACCOUNT, "NON_COMPLIANT",
						"The account is directly below the root: only what binds the whole organization binds it."),
				Judgement.of(OTHER, "INSUFFICIENT_DATA",
						"Where the account is in the organization is not known: It moved."));
	}

	@Test
	void knowsNothingWhereNobodyAsksTheOrganization() {
		this.night.listed(ACCOUNT)
			.cell(ACCOUNT, "account-tags", "global", CellStatus.EXCLUDED)
			.read(ACCOUNT, "account-regions", "global");
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
		assertThat(judge()).extracting(Judgement::reason)
			.doesNotContain("The roster does not say in which unit the account is.");
	}

	@Test
	void appliesToNoAccountThatIsClosed() {
		this.night.member(ACCOUNT, Map.of("ou_ids", List.of("r-1")))
			.cell(ACCOUNT, "account-tags", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	private void placed(Map<String, ?> values) {
		this.night.member(ACCOUNT, values)
			.read(ACCOUNT, "account-tags", "global")
			.read(ACCOUNT, "account-regions", "global");
	}

	private List<Judgement> judge() {
		return this.night.judge("account.in_unit");
	}

}
