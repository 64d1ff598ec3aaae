package dev.rollcall.export;

/** What an event of OCSF says that became of its finding. */
enum OcsfActivity {

	/** Its verdict is new tonight. */
	CREATE(1, "Create"),

	/** Its verdict is as it was. */
	UPDATE(2, "Update"),

	/** Nothing is to be done about it. */
	CLOSE(3, "Close");

	private final int id;

	private final String caption;

	OcsfActivity(int id, String caption) {
		this.id = id;
		this.caption = caption;
	}

	static OcsfActivity of(ExportedNight night, Judgement judgement) {
		if (!judgement.isOpen()) {
			return CLOSE;
		}
		return judgement.finding().firstSeenOn().equals(night.snapshotDate()) ? CREATE : UPDATE;
	}

	int id() {
		return this.id;
	}

	String caption() {
		return this.caption;
	}

}
