package dev.rollcall.faults;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.simulator.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A problem of one operation of a source, in one account and Region.
 *
 * @param region as the simulator calls it: {@code global} for services that have none;
 * null: any
 */
record Injection(SourceDefinition source, String operation, Problem problem, String account, @Nullable String region) {

	private static final Set<String> WITHOUT_REGION = Set.of("iam", "organizations", "account", "s3");

	/** What the server is to do; empty where no server is met. */
	Optional<Fault> fault() {
		return Optional.ofNullable(this.problem.effect())
			.map((effect) -> new Fault(this.account, this.region, this.operation, effect, this.problem.times()));
	}

	static List<Fault> faults(List<Injection> injections) {
		return injections.stream().flatMap((injection) -> injection.fault().stream()).toList();
	}

	/** Whether a call is one that goes wrong. */
	boolean meets(String calledAccount, String calledRegion, String calledOperation) {
		String service = calledOperation.substring(0, calledOperation.indexOf(':'));
		String place = WITHOUT_REGION.contains(service) ? "global" : calledRegion;
		return this.account.equals(calledAccount) && this.operation.equals(calledOperation)
				&& (this.region == null || this.region.equals(place));
	}

	@Override
	public String toString() {
		return this.source.name() + " " + this.operation + " " + this.problem + " in " + this.account + " "
				+ this.region;
	}

}
