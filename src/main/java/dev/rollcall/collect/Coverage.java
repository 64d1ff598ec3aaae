package dev.rollcall.collect;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.account.IamAction;
import dev.rollcall.dataset.StableId;
import org.jspecify.annotations.Nullable;

/**
 * One source asked of one account in one Region, or about one thing found, and what
 * became of it: the row of the dataset {@code coverage}.
 *
 * @param accountId the account that the cell asks
 * @param region the Region that it asks in; {@code global} where there is none
 * @param source the source
 * @param status what became of the cell
 * @param operation the failed operation; null where none failed
 * @param errorCode the code of the refusal or failure; null where none failed
 * @param errorMessage its message; null where there is none
 * @param deniedBy the kind of policy that denied it; null where none did
 * @param requestId the failed call's, else the last; of a cell that its owner's answer
 * proved, the owner's
 * @param calls how many calls it took, repeats included
 * @param retries how many of them were repeats
 * @param durationMs how many milliseconds it took
 * @param collectedAt when it was read
 * @param expected whether the configuration expects this gap; false where it is none
 * @param unreadVerdict what a control that needs this cell says, whatever else it reads;
 * null where the evidence decides
 * @param unreadReason the same in a sentence
 * @param gap whether the cell should have been read and was not
 * @param resourceId the thing found that the cell is about, by its ARN; null for a cell
 * that asks an account once
 * @param answeredByAccount whose answer proved this cell, which was not called; null
 * where it was
 * @param answeredBySource the source of that answer
 * @param gapId names a gap on every night, by its cell; null where it is none
 * @param permission the IAM action that a denied operation needs; null where none was
 * denied
 */
public record Coverage(AccountId accountId, String region, String source, CellStatus status, @Nullable String operation,
		@Nullable String errorCode, @Nullable String errorMessage, @Nullable DeniedBy deniedBy,
		@Nullable String requestId, long calls, long retries, long durationMs, Instant collectedAt, boolean expected,
		@Nullable String unreadVerdict, @Nullable String unreadReason, boolean gap, @Nullable String resourceId,
		@Nullable AccountId answeredByAccount, @Nullable String answeredBySource, @Nullable String gapId,
		@Nullable String permission) {

	/** What makes a gap of a row of versions before 0.2.0, which have no such column. */
	public static final String GAP_BEFORE = Arrays.stream(CellStatus.values())
		.filter(CellStatus::isGap)
		.map((status) -> "'" + status + "'")
		.collect(Collectors.joining(", ", "status IN (", ")"));

	/** What makes the id of a gap of such a row. */
	public static final String GAP_ID_BEFORE = "CASE WHEN " + GAP_BEFORE + " THEN "
			+ StableId.sql("account_id", "region", "source", "coalesce(resource_id, '')") + " END";

	public static Coverage of(CellResult result, ExpectedGaps expectedGaps) {
		Cell cell = result.cell();
		CellFailure failure = result.failure();
		Cell owner = result.answeredBy();
		boolean gap = result.status().isGap();
		return new Coverage(cell.account(), cell.region(), cell.source(), result.status(),
				(failure != null) ? failure.operation() : null, (failure != null) ? failure.errorCode() : null,
				(failure != null) ? failure.message() : null, (failure != null) ? failure.deniedBy() : null,
				result.requestId(), result.calls(), result.retries(), result.durationMillis(), result.collectedAt(),
				gap && expectedGaps.match(cell, result.status()), verdict(result.status()),
				reason(result.status(), failure), gap, cell.resourceId(), (owner != null) ? owner.account() : null,
				(owner != null) ? owner.source() : null, gap ? gapId(cell) : null, permission(failure));
	}

	private static @Nullable String permission(@Nullable CellFailure failure) {
		return (failure != null && failure.status() == CellStatus.DENIED && failure.operation() != null)
				? IamAction.of(failure.operation()) : null;
	}

	private static String gapId(Cell cell) {
		return StableId.of(cell.account().value(), cell.region(), cell.source(),
				(cell.resourceId() != null) ? cell.resourceId() : "");
	}

	/** What became of the cell, without its rows. */
	public CellResult result() {
		Cell cell = new Cell(this.accountId, this.region, this.source, this.resourceId);
		CellFailure failure = this.gap ? new CellFailure(this.status, this.operation,
				(this.errorCode != null) ? this.errorCode : this.status.name(), this.errorMessage, this.deniedBy,
				this.requestId) : null;
		return new CellResult(cell, this.status, failure, Math.toIntExact(this.calls), Math.toIntExact(this.retries),
				this.requestId, this.durationMs, this.collectedAt, List.of(), List.of());
	}

	private static @Nullable String verdict(CellStatus status) {
		if (status.isEvidence()) {
			return null;
		}
		return status.isNothingToSee() ? "NOT_APPLICABLE" : "INSUFFICIENT_DATA";
	}

	private static @Nullable String reason(CellStatus status, @Nullable CellFailure failure) {
		return switch (status) {
			case READ, NOT_ENABLED -> null;
			case NOT_AVAILABLE -> "The service does not exist in this Region.";
			case REGION_DISABLED -> "The Region is not enabled in this account.";
			case ACCOUNT_NOT_ACTIVE ->
				(failure != null) ? "The account is no longer in the organization." : "The account is not active.";
			case EXCLUDED -> "Left out by configuration or flags.";
			case DENIED, THROTTLED, TIMED_OUT, FAILED -> gap(status, failure);
		};
	}

	private static String gap(CellStatus status, @Nullable CellFailure failure) {
		if (failure == null) {
			return "Could not be read.";
		}
		if (failure.isOwnerUnknown()) {
			return "Which account would have to be asked is not known (" + failure.errorCode() + ").";
		}
		String operation = (failure.operation() != null) ? failure.operation() : "The read";
		String part = (failure.part() != null) ? " [" + failure.part() + "]" : "";
		String what = operation + part + switch (status) {
			case DENIED -> " was denied" + by(failure);
			case THROTTLED -> " was refused as too frequent";
			case TIMED_OUT -> " was not answered in time";
			default -> " failed";
		} + " (" + failure.errorCode() + ")" + ((failure.listedAs() != null)
				? ", although account:ListRegions calls the Region " + failure.listedAs() : "");
		// Who may not enter lacks no permission of its own where the role does not trust
		// it.
		String permission = (failure.deniedBy() != DeniedBy.TRUST) ? permission(failure) : null;
		String missing = (permission != null) ? "; the permission " + permission + " is missing" : "";
		String request = (failure.requestId() != null) ? "; request " + failure.requestId() : "";
		return what + missing + request + ".";
	}

	private static String by(CellFailure failure) {
		DeniedBy deniedBy = failure.deniedBy();
		return switch ((deniedBy != null) ? deniedBy : DeniedBy.UNKNOWN) {
			case SCP -> " by a service control policy";
			case RCP -> " by a resource control policy";
			case IDENTITY -> " by " + whose(String.valueOf(failure.operation()));
			case SESSION -> " by the session policy";
			case TRUST -> ": the role is missing or does not trust us";
			case UNKNOWN -> "";
		};
	}

	/** Whose policy lets an operation be called. */
	private static String whose(String operation) {
		if (operation.equals(EntryRefusedException.OPERATION)) {
			return "the policy of what runs Rollcall";
		}
		return operation.startsWith("organizations:") ? "the policy of the organization's reader"
				: "the role's own policy";
	}

}
