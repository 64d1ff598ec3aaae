package dev.rollcall.simulator.service.accessanalyzer;

import java.util.List;
import java.util.stream.Stream;

import dev.rollcall.simulator.world.Partition;

/**
 * An IAM Access Analyzer.
 *
 * @param owner the account that made it
 * @param type as the service writes it, such as {@code ORGANIZATION}
 * @param status ACTIVE, CREATING, DISABLED or FAILED
 * @param accepted ARNs of resources for each of which there is an archive rule
 * @param leftOut the accounts in which it does not look for unused access
 */
public record AnalyzerState(String owner, String region, String name, String type, String status, List<String> accepted,
		List<String> leftOut) {

	/** After how many days without use access is unused. */
	static final int UNUSED_DAYS = 90;

	public AnalyzerState {
		accepted = List.copyOf(accepted);
		leftOut = List.copyOf(leftOut);
	}

	/** One that archives nothing of itself, and looks everywhere. */
	AnalyzerState(String owner, String region, String name, String type, String status) {
		this(owner, region, name, type, status, List.of(), List.of());
	}

	/** The same with an archive rule for a resource. */
	AnalyzerState accepting(String resource) {
		return new AnalyzerState(this.owner, this.region, this.name, this.type, this.status,
				Stream.concat(this.accepted.stream(), Stream.of(resource)).toList(), this.leftOut);
	}

	/** The same where it does not look for unused access in these accounts. */
	AnalyzerState leavingOut(String... accounts) {
		return new AnalyzerState(this.owner, this.region, this.name, this.type, this.status, this.accepted,
				List.of(accounts));
	}

	public String arn() {
		return Partition.of(this.region).arn("access-analyzer", this.region, this.owner, "analyzer/" + this.name);
	}

	/** Whether it looks for access from outside. */
	public boolean isExternal() {
		return this.type.equals("ACCOUNT") || this.type.equals("ORGANIZATION");
	}

	/** Whether it looks for access that nobody uses. */
	public boolean isUnused() {
		return this.type.endsWith("_UNUSED_ACCESS");
	}

	public boolean isOrganizational() {
		return this.type.startsWith("ORGANIZATION");
	}

}
