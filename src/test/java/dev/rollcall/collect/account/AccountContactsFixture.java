package dev.rollcall.collect.account;

import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.account.model.GetAlternateContactResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code account-contacts}. */
class AccountContactsFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("account:GetAlternateContact",
				Answer.of(GetAlternateContactResponse.builder()
					.alternateContact(
							(contact) -> contact.alternateContactType("SECURITY").emailAddress("security@example.com"))
					.build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
