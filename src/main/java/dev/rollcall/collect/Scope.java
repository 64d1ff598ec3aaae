package dev.rollcall.collect;

/** How many cells a source has. */
public enum Scope {

	/** One an account. */
	GLOBAL(false, false),

	/** One an account and Region. */
	REGION(true, false),

	/** One an account that is asked for the whole organization. */
	ORGANIZATION(false, true),

	/** One such account and Region. */
	ORGANIZATION_REGION(true, true),

	/** One a thing that accounts' evidence names, in the account that owns the thing. */
	DISTINCT(false, false);

	private final boolean regional;

	private final boolean organizational;

	Scope(boolean regional, boolean organizational) {
		this.regional = regional;
		this.organizational = organizational;
	}

	public boolean isRegional() {
		return this.regional;
	}

	public boolean isOrganizational() {
		return this.organizational;
	}

}
