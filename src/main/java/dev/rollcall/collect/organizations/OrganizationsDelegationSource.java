package dev.rollcall.collect.organizations;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Vanished;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AccountNotRegisteredException;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountResponse;

/** Reads which accounts administer which services, and which services are trusted. */
@Component
class OrganizationsDelegationSource implements Source {

	/** The largest page that Organizations allows. */
	private static final int PAGE = 20;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition
			.organizational("organizations-delegation", Scope.ORGANIZATION, OrganizationsClient.class)
			.askedIn(AskedIn.READER)
			.operations("0.1.0", "organizations:ListDelegatedAdministrators",
					"organizations:ListDelegatedServicesForAccount",
					"organizations:ListAWSServiceAccessForOrganization")
			.evidence(DelegatedAdministrator.class, TrustedService.class)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		OrganizationsClient client = cell.client(OrganizationsClient.class);
		for (String administrator : administrators(cell, client)) {
			services(cell, client, administrator).forEach(cell::emit);
		}
		Pages.each(
				(token) -> client
					.listAWSServiceAccessForOrganization((request) -> request.maxResults(PAGE).nextToken(token)),
				ListAwsServiceAccessForOrganizationResponse::nextToken,
				(page) -> page.enabledServicePrincipals()
					.forEach((service) -> cell
						.emit(new TrustedService(service.servicePrincipal(), service.dateEnabled()))));
		return Answer.READ;
	}

	/** One that left, or administers nothing any longer, is no administrator. */
	private static List<DelegatedAdministrator> services(CellScope cell, OrganizationsClient client,
			String administrator) {
		Map<String, DelegatedAdministrator> services = new LinkedHashMap<>();
		try {
			Pages.each(
					(token) -> client.listDelegatedServicesForAccount(
							(request) -> request.accountId(administrator).maxResults(PAGE).nextToken(token)),
					ListDelegatedServicesForAccountResponse::nextToken, (page) -> {
						page.delegatedServices()
							.forEach((service) -> services.putIfAbsent(service.servicePrincipal(),
									new DelegatedAdministrator(administrator, service.servicePrincipal(),
											service.delegationEnabledDate())));
						cell.holds(services.size());
					});
			return List.copyOf(services.values());
		}
		catch (AccountNotRegisteredException ex) {
			return List.of();
		}
		catch (AwsServiceException ex) {
			if (Vanished.isSaidBy(ex)) {
				return List.of();
			}
			throw ex;
		}
	}

	private static Set<String> administrators(CellScope cell, OrganizationsClient client) {
		Set<String> administrators = new LinkedHashSet<>();
		Pages.each(
				(token) -> client.listDelegatedAdministrators((request) -> request.maxResults(PAGE).nextToken(token)),
				ListDelegatedAdministratorsResponse::nextToken, (page) -> {
					page.delegatedAdministrators().forEach((account) -> administrators.add(account.id()));
					cell.holds(administrators.size());
				});
		return administrators;
	}

}
