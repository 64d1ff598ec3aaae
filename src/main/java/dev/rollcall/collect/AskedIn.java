package dev.rollcall.collect;

/** Whose credentials ask. */
public enum AskedIn {

	/** The account that the question is about. */
	ACCOUNT,

	/** The identity that reads Organizations. */
	READER,

	/** The organization's management account. */
	MANAGEMENT,

	/**
	 * The service's delegated administrator where there is one, else management; about
	 * itself management is asked, since no member may ask about it.
	 */
	ADMINISTRATOR_OR_MANAGEMENT,

	/** Management, and each of the service's delegated administrators. */
	MANAGEMENT_AND_ADMINISTRATORS,

	/**
	 * The account that another source's evidence names, which may be another one in each
	 * Region: {@link NamesAdministrator}.
	 */
	NAMED_ADMINISTRATOR

}
