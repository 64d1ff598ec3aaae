package dev.rollcall.organization;

import java.util.Set;

import dev.rollcall.account.ErrorCode;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What Organizations says of an account or a unit that was there a moment ago: accounts
 * leave and units are deleted while they are read. It is never the night's end.
 */
public final class Vanished {

	private static final Set<String> CODES = Set.of("AccountNotFoundException", "ChildNotFoundException",
			"OrganizationalUnitNotFoundException", "ParentNotFoundException", "TargetNotFoundException");

	private Vanished() {
	}

	/** Whether an answer says that what was asked about is not there. */
	public static boolean isSaidBy(AwsServiceException answer) {
		return CODES.contains(ErrorCode.of(answer));
	}

}
