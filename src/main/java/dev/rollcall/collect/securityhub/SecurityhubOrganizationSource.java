package dev.rollcall.collect.securityhub;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.InvalidAccessException;
import software.amazon.awssdk.services.securityhub.model.ListMembersResponse;
import software.amazon.awssdk.services.securityhub.model.Member;

/**
 * Reads at the administrator of a Region how Security Hub is configured there for the
 * organization, and whose findings reach it.
 */
@Component
class SecurityhubOrganizationSource implements Source {

	static final String NAME = "securityhub-organization";

	private static final String MEMBERS = "securityhub:ListMembers";

	/** The largest page of members. */
	private static final int PAGE = 50;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.organizational(NAME, Scope.ORGANIZATION_REGION, SecurityHubClient.class)
			.askedIn(AskedIn.NAMED_ADMINISTRATOR)
			.operations("0.5.0", Configurations.OPERATION, MEMBERS)
			.evidence(SecurityhubOrganization.class, SecurityhubMember.class)
			.dependsOn(SecurityhubAdministratorsSource.NAME)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		SecurityHubClient client = cell.client(SecurityHubClient.class);
		try {
			cell.emit(Configurations.of(client));
			members(cell, client);
			return Answer.READ;
		}
		catch (InvalidAccessException ex) {
			if (Refused.isOff(ex)) {
				return Answer.NOT_ENABLED;
			}
			throw Refused.atAdministrator(ex, cell);
		}
	}

	/**
	 * Those too that were removed or have resigned: they are no members, and look like
	 * it.
	 */
	private static void members(CellScope cell, SecurityHubClient client) {
		Pages.each(
				(token) -> client
					.listMembers((request) -> request.onlyAssociated(false).maxResults(PAGE).nextToken(token)),
				ListMembersResponse::nextToken, (page) -> page.members().forEach((member) -> {
					AccountId account = account(member);
					cell.emit(account, cell.region().id(), new SecurityhubMember(account, cell.account().id(),
							status(member), member.invitedAt(), member.updatedAt()));
				}));
	}

	/** A free text: the one word that proves something is known however it is written. */
	private static String status(Member member) {
		String status = member.memberStatus();
		if (status == null) {
			throw new UnexpectedAnswerException(
					MEMBERS + " does not say what the account " + member.accountId() + " is");
		}
		return status.equalsIgnoreCase(SecurityhubMember.ENABLED) ? SecurityhubMember.ENABLED : status;
	}

	private static AccountId account(Member member) {
		if (member.accountId() == null) {
			throw new UnexpectedAnswerException(MEMBERS + " showed a member without its account");
		}
		return new AccountId(member.accountId());
	}

}
