package dev.rollcall.collect.accessanalyzer;

/** Who can reach a resource from outside the analyzer's zone of trust. */
public enum Exposure {

	/** Anybody. */
	PUBLIC,

	/** An account that is not on the roster. */
	OUTSIDE_ORGANIZATION,

	/** Another account of the roster. */
	INSIDE_ORGANIZATION,

	/** An identity provider's users. */
	FEDERATED,

	/** An AWS service. */
	SERVICE,

	/** The finding does not say, or the roster cannot tell. */
	UNKNOWN

}
