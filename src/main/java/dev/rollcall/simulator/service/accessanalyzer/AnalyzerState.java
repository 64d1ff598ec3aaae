package dev.rollcall.simulator.service.accessanalyzer;

import dev.rollcall.simulator.world.Partition;

/**
 * An IAM Access Analyzer.
 *
 * @param owner the account that made it
 * @param type as the service writes it, such as {@code ORGANIZATION}
 * @param status ACTIVE, CREATING, DISABLED or FAILED
 */
public record AnalyzerState(String owner, String region, String name, String type, String status) {

	public String arn() {
		return Partition.of(this.region).arn("access-analyzer", this.region, this.owner, "analyzer/" + this.name);
	}

	/** Whether it looks for access from outside. */
	public boolean isExternal() {
		return this.type.equals("ACCOUNT") || this.type.equals("ORGANIZATION");
	}

	public boolean isOrganizational() {
		return this.type.startsWith("ORGANIZATION");
	}

}
