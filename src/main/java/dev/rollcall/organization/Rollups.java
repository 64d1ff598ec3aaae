package dev.rollcall.organization;

/** The four ways in which accounts are split. */
public record Rollups(Rollup environment, Rollup workload, Rollup businessUnit, Rollup billing) {

	/** By the tags environment, workload, business-unit and cost-center. */
	public static final Rollups DEFAULT = new Rollups(new Rollup.Tag("environment"), new Rollup.Tag("workload"),
			new Rollup.Tag("business-unit"), new Rollup.Tag("cost-center"));

}
