package dev.rollcall.export;

/** How far work on a finding is, in the words of OCSF. */
enum OcsfState {

	NEW(1, "New"),

	/** A waiver accepts it. */
	SUPPRESSED(3, "Suppressed"),

	/** Nothing is to be done about it. */
	RESOLVED(4, "Resolved");

	private final int id;

	private final String caption;

	OcsfState(int id, String caption) {
		this.id = id;
		this.caption = caption;
	}

	static OcsfState of(Judgement judgement) {
		if (!judgement.isOpen()) {
			return RESOLVED;
		}
		return (judgement.waiver() != null) ? SUPPRESSED : NEW;
	}

	int id() {
		return this.id;
	}

	String caption() {
		return this.caption;
	}

}
