package dev.rollcall.control;

import dev.rollcall.collect.CellStatus;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code account.tagged}. */
class AccountTaggedTests {

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "222222222222";

	@RegisterExtension
	final TestNight night = new TestNight();

	private static final Map<String, String> WHOLE = Map.of("environment", "prod", "workload", "erp", "business_unit",
			"retail", "billing", "cc-1");

	@Test
	void judgesAnAccountThatSaysAllCompliant() {
		this.night.member(ACCOUNT, WHOLE).read(ACCOUNT, "account-tags", "global");
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "The account says where it belongs."));
	}

	@Test
	void namesWhatIsMissingEmptyOrBlankInItsOrder() {
		this.night.member(ACCOUNT, Map.of("workload", "erp", "business_unit", "", "billing", " "))
			.member(OTHER, Map.of("environment", "prod", "business_unit", "retail", "billing", "cc-1"))
			.read(ACCOUNT, "account-tags", "global")
			.read(OTHER, "account-tags", "global");
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"Nothing says of the account, or says it with an empty value: environment, business-unit, billing."),
				Judgement.of(OTHER, "NON_COMPLIANT",
						"Nothing says of the account, or says it with an empty value: workload."));
	}

	@Test
	void wantsOnlyTheSplitsThatAreDemanded() {
		this.night.member(ACCOUNT, Map.of("environment", "prod")).read(ACCOUNT, "account-tags", "global");
		assertThat(this.night.judge(Chosen.control("account.tagged", Map.of("splits", List.of("environment")))))
			.extracting(Judgement::verdict)
			.containsExactly("COMPLIANT");
		assertThat(
				this.night.judge(Chosen.control("account.tagged", Map.of("splits", List.of("environment", "billing")))))
			.containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
					"Nothing says of the account, or says it with an empty value: billing."));
	}

	@Test
	void doesNotKnowTagsThatMayNotBeRead() {
		this.night.member(ACCOUNT)
			.denied(ACCOUNT, "account-tags", "global", "organizations:ListTagsForResource")
			.read(ACCOUNT, "account-regions", "global");
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"organizations:ListTagsForResource was denied (AccessDenied); the permission organizations:ListTagsForResource is missing."));
	}

	@Test
	void appliesToNoAccountThatIsClosed() {
		this.night.member(ACCOUNT).cell(ACCOUNT, "account-tags", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	private List<Judgement> judge() {
		return this.night.judge("account.tagged");
	}

}
