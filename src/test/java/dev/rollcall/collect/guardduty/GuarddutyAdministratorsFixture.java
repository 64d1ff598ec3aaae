package dev.rollcall.collect.guardduty;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.guardduty.model.AdminAccount;
import software.amazon.awssdk.services.guardduty.model.ListOrganizationAdminAccountsResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code guardduty-administrators}. */
class GuarddutyAdministratorsFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("guardduty:ListOrganizationAdminAccounts",
				ListOrganizationAdminAccountsResponse::builder, "adminAccounts",
				(n) -> AdminAccount.builder().adminAccountId("%012d".formatted(n)).adminStatus("ENABLED").build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
