package dev.rollcall.collect.securityhub;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.AdminAccount;
import software.amazon.awssdk.services.securityhub.model.AdminStatus;
import software.amazon.awssdk.services.securityhub.model.ListOrganizationAdminAccountsResponse;

/**
 * Reads who administers Security Hub in each Region. Only management may ask, and
 * Security Hub keeps a list a Region.
 */
@Component
class SecurityhubAdministratorsSource implements Source {

	static final String NAME = "securityhub-administrators";

	private static final String OPERATION = "securityhub:ListOrganizationAdminAccounts";

	/** The largest page of this list, smaller than that of others. */
	private static final int PAGE = 10;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.organizational(NAME, Scope.ORGANIZATION_REGION, SecurityHubClient.class)
			.askedIn(AskedIn.MANAGEMENT)
			.operations("0.5.0", OPERATION)
			.evidence(SecurityhubAdministrator.class)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		SecurityHubClient client = cell.client(SecurityHubClient.class);
		Pages.each(
				(token) -> client.listOrganizationAdminAccounts((request) -> request.maxResults(PAGE).nextToken(token)),
				ListOrganizationAdminAccountsResponse::nextToken,
				(page) -> page.adminAccounts().forEach((account) -> cell.emit(administrator(account))));
		return Answer.READ;
	}

	private static SecurityhubAdministrator administrator(AdminAccount account) {
		if (account.accountId() == null) {
			throw new UnexpectedAnswerException(OPERATION + " showed an administrator without its account");
		}
		return new SecurityhubAdministrator(new AccountId(account.accountId()),
				Vocabulary.required(OPERATION + ": status", AdminStatus.class, account.statusAsString()));
	}

}
