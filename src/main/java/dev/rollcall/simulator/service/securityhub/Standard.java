package dev.rollcall.simulator.service.securityhub;

import dev.rollcall.simulator.world.Partition;
import org.jspecify.annotations.Nullable;

/**
 * A standard that an account checks in a Region.
 *
 * @param name with its version, as ARNs have it
 * @param status as Security Hub writes it
 * @param reason what is wrong; null where nothing is
 */
record Standard(String name, String status, @Nullable String reason) {

	/** AWS's own, which works. */
	static final Standard FOUNDATIONAL = new Standard("aws-foundational-security-best-practices/v/1.0.0", "READY",
			null);

	/** The benchmark of the Center for Internet Security, which works. */
	static final Standard CIS = new Standard("cis-aws-foundations-benchmark/v/3.0.0", "READY", null);

	Standard but(String other, @Nullable String why) {
		return new Standard(this.name, other, why);
	}

	/** The same where nothing is recorded that it could check. */
	Standard blind() {
		return but("READY", "NO_AVAILABLE_CONFIGURATION_RECORDER");
	}

	String arn(String region) {
		return Partition.of(region).arn("securityhub", region, "", "standards/" + this.name);
	}

	String subscription(String region, String account) {
		return Partition.of(region).arn("securityhub", region, account, "subscription/" + this.name);
	}

}
