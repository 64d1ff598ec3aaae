package dev.rollcall.collect.guardduty;

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
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.AdminAccount;
import software.amazon.awssdk.services.guardduty.model.AdminStatus;
import software.amazon.awssdk.services.guardduty.model.ListOrganizationAdminAccountsResponse;

/**
 * Reads who administers GuardDuty in each Region. Only management may ask, and GuardDuty
 * keeps a list a Region.
 */
@Component
class GuarddutyAdministratorsSource implements Source {

	static final String NAME = "guardduty-administrators";

	/** The largest page that GuardDuty allows for any list. */
	static final int PAGE = 50;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.organizational(NAME, Scope.ORGANIZATION_REGION, GuardDutyClient.class)
			.askedIn(AskedIn.MANAGEMENT)
			.operations("0.5.0", "guardduty:ListOrganizationAdminAccounts")
			.evidence(GuarddutyAdministrator.class)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		GuardDutyClient client = cell.client(GuardDutyClient.class);
		Pages.each(
				(token) -> client.listOrganizationAdminAccounts((request) -> request.maxResults(PAGE).nextToken(token)),
				ListOrganizationAdminAccountsResponse::nextToken,
				(page) -> page.adminAccounts().forEach((account) -> cell.emit(administrator(account))));
		return Answer.READ;
	}

	private static GuarddutyAdministrator administrator(AdminAccount account) {
		if (account.adminAccountId() == null) {
			throw new UnexpectedAnswerException(
					"guardduty:ListOrganizationAdminAccounts showed an administrator without its account");
		}
		return new GuarddutyAdministrator(new AccountId(account.adminAccountId()),
				Vocabulary.required("guardduty:ListOrganizationAdminAccounts: adminStatus", AdminStatus.class,
						account.adminStatusAsString()));
	}

}
