package dev.rollcall.collect.securityhub;

import java.util.List;

import dev.rollcall.collect.Cells;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.securityhub.model.AdminAccount;
import software.amazon.awssdk.services.securityhub.model.ListOrganizationAdminAccountsResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code securityhub-administrators}. */
class SecurityhubAdministratorsFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("securityhub:ListOrganizationAdminAccounts",
				ListOrganizationAdminAccountsResponse::builder, "AdminAccounts",
				SecurityhubAdministratorsFixture::administrator));
	}

	/** The first is the member. */
	private static Object administrator(int n) {
		return AdminAccount.builder()
			.accountId(String.valueOf(Long.parseLong(Cells.MEMBER) + n))
			.status("ENABLED")
			.build();
	}

	/** moto does not know who, unless somebody says it in its place. */
	@Override
	public MotoAnswer moto(JsonNode truth) {
		return truth.has("securityhub_administrators") ? MotoAnswer.served()
				: MotoAnswer.refused("securityhub:ListOrganizationAdminAccounts");
	}

}
