package dev.rollcall.collect;

/** What became of a cell. */
public enum CellStatus {

	/** Every call of the cell answered. */
	READ(Kind.EVIDENCE),

	/** The service says that it is off here, which is evidence too. */
	NOT_ENABLED(Kind.EVIDENCE),

	/** The service does not exist in this Region. */
	NOT_AVAILABLE(Kind.NOTHING_TO_SEE),

	/** The account has not enabled the Region. */
	REGION_DISABLED(Kind.NOTHING_TO_SEE),

	/** The account is suspended, closing, closed or not yet active: not called. */
	ACCOUNT_NOT_ACTIVE(Kind.NOTHING_TO_SEE),

	/** Configuration or flags said not to ask. */
	EXCLUDED(Kind.NOT_ASKED),

	/** AWS refused the read. */
	DENIED(Kind.GAP),

	/** AWS refused the read as too frequent until time was over. */
	THROTTLED(Kind.GAP),

	/** No answer in time. */
	TIMED_OUT(Kind.GAP),

	/** Anything else. */
	FAILED(Kind.GAP);

	private final Kind kind;

	CellStatus(Kind kind) {
		this.kind = kind;
	}

	/** Whether the cell should have been read and was not. */
	public boolean isGap() {
		return this.kind == Kind.GAP;
	}

	/** Whether a control may judge by the rows of this cell, their absence included. */
	public boolean isEvidence() {
		return this.kind == Kind.EVIDENCE;
	}

	/** Whether there is nothing that could be judged. */
	public boolean isNothingToSee() {
		return this.kind == Kind.NOTHING_TO_SEE;
	}

	private enum Kind {

		EVIDENCE, NOTHING_TO_SEE, NOT_ASKED, GAP

	}

}
