package dev.rollcall.control;

/** How bad it is when a control is broken, worst first. */
public enum Severity {

	CRITICAL, HIGH, MEDIUM, LOW;

	/** Whether this is as bad as another, or worse. */
	public boolean isAtLeast(Severity other) {
		return compareTo(other) <= 0;
	}

}
