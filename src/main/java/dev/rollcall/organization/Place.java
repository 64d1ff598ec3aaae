package dev.rollcall.organization;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.CallGivenUpException;
import dev.rollcall.account.ErrorCode;
import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.Parent;

/**
 * Where an account is.
 *
 * @param unit the unit or root; null where nobody knows
 * @param left whether it is no longer in the organization
 * @param reason why nobody knows the unit; null where it is known
 */
record Place(@Nullable String unit, boolean left, @Nullable String reason) {

	private static final String OPERATION = "organizations:ListParents";

	static Place in(String unit) {
		return new Place(unit, false, null);
	}

	private static Place unknown(String reason) {
		return new Place(null, false, reason);
	}

	/**
	 * Asks where an account is now that was moved, made or left while the organization
	 * was read. What cannot be told of it is not the night's end.
	 */
	static Place ask(String account, OrganizationsClient organizations) {
		try {
			List<Parent> parents = new ArrayList<>();
			Pages.each((token) -> organizations.listParents((request) -> request.childId(account).nextToken(token)),
					ListParentsResponse::nextToken, (page) -> parents.addAll(page.parents()));
			return parents.isEmpty() ? unknown(OPERATION + " names no parent.") : in(parents.get(0).id());
		}
		catch (AwsServiceException ex) {
			String reason = OPERATION + " failed (" + ErrorCode.of(ex) + ").";
			return Vanished.isSaidBy(ex) ? new Place(null, true, reason) : unknown(reason);
		}
		catch (SdkException | UnexpectedAnswerException ex) {
			return unknown(OPERATION + " failed (" + ex.getClass().getSimpleName() + ").");
		}
		catch (CallGivenUpException ex) {
			return unknown(OPERATION + " failed (" + ex.reason() + ").");
		}
	}

}
