package dev.rollcall.doctor;

/**
 * What would become of a night that was run now, the worst last, as far as it can be seen
 * without one.
 */
public enum Prognosis {

	/** It would be published and complete. */
	COMPLETE,

	/** It would be published, with gaps. */
	GAPS,

	/**
	 * It would not be published: nobody says which accounts there are, or none can be
	 * entered.
	 */
	UNREADABLE,

	/** It would not begin: nothing can be kept where nights are kept. */
	UNUSABLE_OUTPUT,

	/** It would not begin: the configuration asks for what cannot be had. */
	REFUSED;

	/** The worse of the two. */
	Prognosis and(Prognosis other) {
		return (compareTo(other) > 0) ? this : other;
	}

}
