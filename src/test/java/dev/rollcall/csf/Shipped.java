package dev.rollcall.csf;

import dev.rollcall.input.JobConfig;

/** The files of {@code job-config/csf}. */
final class Shipped {

	private static final JobConfig CONFIG = JobConfig.find("job-config");

	static final Framework V2_0 = Framework.read(CsfVersion.V2_0, CONFIG.open("csf/csf-2.0.tsv"));

	static final Framework V1_1 = Framework.read(CsfVersion.V1_1, CONFIG.open("csf/csf-1.1.tsv"));

	static final Crosswalk CROSSWALK = Crosswalk.read(CONFIG.open("csf/csf-1.1-to-2.0.tsv"));

	static final ManagedRules RULES = ManagedRules.read(CONFIG.open("csf/config-rules.tsv"), V2_0, V1_1);

	private Shipped() {
	}

}
