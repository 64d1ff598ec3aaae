package dev.rollcall.control;

import dev.rollcall.collect.CellStatus;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code account.security_contact}. */
class AccountSecurityContactTests {

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "222222222222";

	@RegisterExtension
	final TestNight night = new TestNight();

	AccountSecurityContactTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesAnAccountWithASecurityContactCompliant() {
		this.night.read(ACCOUNT, "account-contacts", "global");
		contact(ACCOUNT, Map.of("contact_type", "SECURITY", "present", true, "email_domain", "example.com"));
		assertThat(judge())
			.containsExactly(Judgement.of(ACCOUNT, "COMPLIANT", "The account has a security contact, at example.com."));
	}

	@Test
	void judgesAnAccountWithoutOneNonCompliant() {
		this.night.read(ACCOUNT, "account-contacts", "global");
		contact(ACCOUNT, Map.of("contact_type", "SECURITY", "present", false));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"The account has no security contact: notices go to the address of the root user alone."));
	}

	@Test
	void takesNoOtherKindOfContactAndNoOtherAccountsForOne() {
		this.night.member(OTHER).read(ACCOUNT, "account-contacts", "global").read(OTHER, "account-contacts", "global");
		contact(ACCOUNT, Map.of("contact_type", "BILLING", "present", true, "email_domain", "example.com"));
		contact(OTHER, Map.of("contact_type", "SECURITY", "present", true, "email_domain", "example.com"));
		assertThat(judge()).containsExactly(
				Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
						"Account Management does not say whether there is a security contact."),
				Judgement.of(OTHER, "COMPLIANT", "The account has a security contact, at example.com."));
	}

	@Test
	void doesNotKnowOfAContactThatMayNotBeRead() {
		this.night.denied(ACCOUNT, "account-contacts", "global", "account:GetAlternateContact")
			.read(ACCOUNT, "account-tags", "global");
		contact(ACCOUNT, Map.of("contact_type", "SECURITY", "present", true, "email_domain", "example.com"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"account:GetAlternateContact was denied (AccessDenied); the permission account:GetAlternateContact is missing."));
	}

	@Test
	void appliesToNoAccountThatIsClosed() {
		this.night.cell(ACCOUNT, "account-contacts", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	private void contact(String account, Map<String, ?> values) {
		this.night.row("alternate_contact", account, "global", values);
	}

	private List<Judgement> judge() {
		return this.night.judge("account.security_contact");
	}

}
