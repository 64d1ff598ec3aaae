package dev.rollcall.collect;

import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.Set;

import dev.rollcall.account.CallGivenUpException;
import dev.rollcall.account.CallLog;
import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.account.ErrorCode;
import dev.rollcall.account.LimitReachedException;
import dev.rollcall.account.LimitReachedException.Limit;
import dev.rollcall.account.PageTokenRefusedException;
import dev.rollcall.account.Redaction;
import dev.rollcall.organization.Account;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Why a cell was not read.
 *
 * @param status what to call it
 * @param operation the failed operation, as {@code service:Operation}
 * @param errorCode AWS's code; {@code HTTP nnn} where the answer carried none; else the
 * name of the exception behind it
 * @param message what was answered, shortened and without credentials
 * @param deniedBy which kind of policy refused; null unless denied
 * @param requestId the request id of the failed call
 * @param part the part of the cell that failed; null where it has none
 * @param listedAs what the account's own list calls the Region that was answered to be
 * disabled; null where nothing contradicts the answer
 */
public record CellFailure(CellStatus status, @Nullable String operation, String errorCode, @Nullable String message,
		@Nullable DeniedBy deniedBy, @Nullable String requestId, @Nullable String part, @Nullable String listedAs) {

	private static final int LONGEST_MESSAGE = 1000;

	private static final String OWNER_UNKNOWN = "OWNER_UNKNOWN";

	private static final String ACCOUNT_LEFT = "ACCOUNT_LEFT";

	private static final Set<String> DENIALS = Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation",
			"AuthorizationError", "AuthorizationErrorException", "NotAuthorized", "NotAuthorizedException", "Forbidden",
			"ForbiddenException");

	private static final Set<String> DISABLED_REGIONS = Set.of("RegionDisabledException", "OptInRequired");

	private static final Set<String> UNSUPPORTED = Set.of("UnsupportedOperationException", "UnsupportedOperation",
			"UnsupportedAPIEndpointException", "UnknownOperationException");

	public CellFailure {
		message = (message != null) ? Redaction.of(message, LONGEST_MESSAGE) : null;
	}

	/** Why a cell was not read that is asked as a whole. */
	public CellFailure(CellStatus status, @Nullable String operation, String errorCode, @Nullable String message,
			@Nullable DeniedBy deniedBy, @Nullable String requestId) {
		this(status, operation, errorCode, message, deniedBy, requestId, null, null);
	}

	/**
	 * Classifies what a cell threw, by the table of facts about each service's errors.
	 * @param now the time of this machine's clock, which may be what was wrong
	 */
	static CellFailure of(Throwable thrown, CallLog log, Instant now) {
		if (thrown instanceof EntryRefusedException refused) {
			Throwable cause = (refused.getCause() != null) ? refused.getCause() : refused;
			return of(cause, EntryRefusedException.OPERATION, refused.log().lastRequestId(), now).asGap();
		}
		if (thrown instanceof PartFailedException failed) {
			return failed.failure();
		}
		if (thrown instanceof AccountLeftException left) {
			return of(left.said(), log, now).as(CellStatus.ACCOUNT_NOT_ACTIVE);
		}
		if (thrown instanceof NotOwnerException) {
			return ownerUnknown(String.valueOf(thrown.getMessage()));
		}
		if (thrown instanceof PageTokenRefusedException refused) {
			return of(refused.refusal(), log, now);
		}
		return of(thrown, log.lastOperation(), log.lastRequestId(), now);
	}

	/** Of a cell about what an account owns that nobody knows, or that is not ours. */
	static CellFailure ownerUnknown(String message) {
		return new CellFailure(CellStatus.FAILED, null, OWNER_UNKNOWN, message, null, null);
	}

	/**
	 * Of a cell in a Region of which the account's own list, which was read, does not say
	 * that it is disabled, and in which the account was not asked.
	 * @param optStatus the list's word for it; null where it has none
	 */
	static CellFailure notListed(String region, @Nullable String optStatus) {
		return new CellFailure(CellStatus.FAILED, "account:ListRegions", "REGION_NOT_LISTED",
				"Its answer " + ((optStatus != null) ? "calls " + region + " " + optStatus : "does not name " + region)
						+ "; DISABLED, or cells of the account there, were expected",
				null, null);
	}

	/** Whether it is that nobody knows whom to ask. */
	boolean isOwnerUnknown() {
		return this.errorCode.equals(OWNER_UNKNOWN);
	}

	/** Of a cell of an account that was no longer there when the night began. */
	static CellFailure left(Account account) {
		return new CellFailure(CellStatus.ACCOUNT_NOT_ACTIVE, null, ACCOUNT_LEFT, account.unplaced(), null, null);
	}

	private CellFailure as(CellStatus other) {
		return new CellFailure(other, this.operation, this.errorCode, this.message, null, this.requestId);
	}

	/**
	 * The same as a gap: what proves something about a Region only where the Region's own
	 * endpoint says it is a failure elsewhere.
	 */
	CellFailure asGap() {
		return this.status.isGap() ? this : new CellFailure(CellStatus.FAILED, this.operation, this.errorCode,
				this.message, null, this.requestId);
	}

	/**
	 * The same where the account's own list calls the Region enabled: an answer that
	 * calls it disabled contradicts that, and neither counts.
	 * @param optStatus the list's word
	 */
	CellFailure contradicted(String optStatus) {
		if (!DISABLED_REGIONS.contains(this.errorCode)) {
			return this;
		}
		String said = (this.message != null) ? ": " + this.message : "";
		return new CellFailure(CellStatus.FAILED, this.operation, this.errorCode,
				"account:ListRegions calls the Region " + optStatus + said, null, this.requestId, this.part, optStatus);
	}

	/** The same of a part, which is a gap of the cell whatever it would prove alone. */
	CellFailure ofPart(String name) {
		CellFailure gap = asGap();
		return new CellFailure(gap.status, gap.operation, gap.errorCode,
				(gap.message != null) ? name + ": " + gap.message : name, gap.deniedBy, gap.requestId, name, null);
	}

	private static CellFailure of(Throwable thrown, @Nullable String operation, @Nullable String requestId,
			Instant now) {
		if (thrown instanceof CallGivenUpException givenUp) {
			return givenUp(givenUp, operation, requestId);
		}
		if (thrown instanceof AwsServiceException answer) {
			return answered(answer, operation, requestId, now);
		}
		if (thrown instanceof LimitReachedException reached) {
			return new CellFailure(CellStatus.FAILED, operation, reached.limit().code(), reached.getMessage(), null,
					requestId);
		}
		if (thrown instanceof StackOverflowError) {
			return new CellFailure(CellStatus.FAILED, operation, Limit.DEPTH.code(),
					"The answer's values lie too deep in each other", null, requestId);
		}
		CellStatus status = isTimeout(thrown) ? CellStatus.TIMED_OUT : CellStatus.FAILED;
		return new CellFailure(status, operation, rootName(thrown), thrown.getMessage(), null, requestId);
	}

	private static CellFailure givenUp(CallGivenUpException givenUp, @Nullable String operation,
			@Nullable String requestId) {
		String code = (givenUp.getCause() instanceof AwsServiceException answer) ? ErrorCode.of(answer)
				: givenUp.reason().name();
		CellStatus status = switch (givenUp.reason()) {
			case THROTTLED -> CellStatus.THROTTLED;
			case TIMED_OUT -> CellStatus.TIMED_OUT;
		};
		return new CellFailure(status, operation, code, givenUp.getMessage(), null, requestId);
	}

	private static CellFailure answered(AwsServiceException answer, @Nullable String operation,
			@Nullable String requestId, Instant now) {
		String code = ErrorCode.of(answer);
		CellStatus status = status(code);
		String message = (answer.awsErrorDetails() != null && answer.awsErrorDetails().errorMessage() != null)
				? answer.awsErrorDetails().errorMessage() : answer.getMessage();
		DeniedBy deniedBy = (status == CellStatus.DENIED) ? DeniedBy.of(operation, message) : null;
		String hint = CredentialHint.of(code, answer, now);
		return new CellFailure(status, operation, code, (hint != null) ? hint + ": " + message : message, deniedBy,
				requestId);
	}

	private static CellStatus status(String code) {
		if (DENIALS.contains(code)) {
			return CellStatus.DENIED;
		}
		if (DISABLED_REGIONS.contains(code)) {
			return CellStatus.REGION_DISABLED;
		}
		return UNSUPPORTED.contains(code) ? CellStatus.NOT_AVAILABLE : CellStatus.FAILED;
	}

	private static boolean isTimeout(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof ApiCallAttemptTimeoutException || cause instanceof ApiCallTimeoutException
					|| cause instanceof InterruptedIOException) {
				return true;
			}
		}
		return false;
	}

	private static String rootName(Throwable thrown) {
		Throwable root = thrown;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root.getClass().getSimpleName();
	}

}
