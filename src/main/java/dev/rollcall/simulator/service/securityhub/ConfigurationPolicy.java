package dev.rollcall.simulator.service.securityhub;

import java.util.List;

/**
 * A configuration policy of the organization.
 *
 * @param on whether it turns Security Hub on
 */
record ConfigurationPolicy(String id, String name, boolean on) {

	static final ConfigurationPolicy BASELINE = new ConfigurationPolicy("4b0d6f0e-7c1e-4c55-9a29-0b5b54b0a001",
			"baseline", true);

	static final ConfigurationPolicy OFF = new ConfigurationPolicy("4b0d6f0e-7c1e-4c55-9a29-0b5b54b0a002", "off",
			false);

	static final List<ConfigurationPolicy> ALL = List.of(BASELINE, OFF);

}
