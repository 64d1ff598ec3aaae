package dev.rollcall.collect.organizations;

import java.util.List;

import dev.rollcall.collect.Cells;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.organizations.model.DelegatedAdministrator;
import software.amazon.awssdk.services.organizations.model.DelegatedService;
import software.amazon.awssdk.services.organizations.model.EnabledServicePrincipal;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountResponse;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code organizations-delegation}. */
class OrganizationsDelegationFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(
				new PagedOperation("organizations:ListDelegatedAdministrators",
						ListDelegatedAdministratorsResponse::builder, "DelegatedAdministrators",
						OrganizationsDelegationFixture::administrator),
				new PagedOperation("organizations:ListDelegatedServicesForAccount",
						ListDelegatedServicesForAccountResponse::builder, "DelegatedServices",
						OrganizationsDelegationFixture::delegated),
				new PagedOperation("organizations:ListAWSServiceAccessForOrganization",
						ListAwsServiceAccessForOrganizationResponse::builder, "EnabledServicePrincipals",
						(n) -> EnabledServicePrincipal.builder().servicePrincipal("s" + n + ".amazonaws.com").build()));
	}

	/** The first is the member. */
	private static Object administrator(int n) {
		return DelegatedAdministrator.builder().id(String.valueOf(Long.parseLong(Cells.MEMBER) + n)).build();
	}

	/** The first is Config, whose aggregators are then asked of the member too. */
	private static Object delegated(int n) {
		return DelegatedService.builder()
			.servicePrincipal((n == 0) ? "config.amazonaws.com" : "s" + n + ".amazonaws.com")
			.build();
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
