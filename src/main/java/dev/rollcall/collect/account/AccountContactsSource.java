package dev.rollcall.collect.account;

import java.util.Locale;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.account.model.ResourceNotFoundException;

/**
 * Reads whether an account has a security contact. Who administers Account Management is
 * asked about all members; about itself an account is asked without naming it, as
 * management has to be.
 */
@Component
class AccountContactsSource implements Source {

	private static final String OPERATION = "account:GetAlternateContact";

	private static final String SECURITY = AlternateContactType.SECURITY.toString();

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.global("account-contacts", AccountClient.class)
			.askedIn(AskedIn.ADMINISTRATOR_OR_MANAGEMENT, "account.amazonaws.com")
			.operations("0.5.0", OPERATION)
			.evidence(AlternateContact.class)
			.whenEmpty("–")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		cell.emit(
				contact(cell.client(AccountClient.class), cell.isAskedOfItself() ? null : cell.account().id().value()));
		return Answer.READ;
	}

	private static AlternateContact contact(AccountClient client, @Nullable String account) {
		try {
			var contact = client
				.getAlternateContact((request) -> request.accountId(account).alternateContactType(SECURITY))
				.alternateContact();
			if (contact == null || !SECURITY.equals(type(contact.alternateContactTypeAsString()))) {
				throw new UnexpectedAnswerException(OPERATION + " did not answer with a security contact");
			}
			return new AlternateContact(SECURITY, true, domain(contact.emailAddress()));
		}
		catch (ResourceNotFoundException ex) {
			return new AlternateContact(SECURITY, false, null);
		}
	}

	private static String type(@Nullable String word) {
		return Vocabulary.required(OPERATION + ": AlternateContactType", AlternateContactType.class, word);
	}

	/** A contact without an address is told nothing. */
	private static String domain(@Nullable String address) {
		int at = (address != null) ? address.lastIndexOf('@') : -1;
		if (address == null || at < 1 || at == address.length() - 1) {
			throw new UnexpectedAnswerException(OPERATION + " answered a contact without an e-mail address");
		}
		return address.substring(at + 1).toLowerCase(Locale.ROOT);
	}

}
