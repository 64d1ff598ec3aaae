package dev.rollcall.job;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Keyed;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.PolicyNotFoundException;

/**
 * The instances of ten stack sets that each have one in every Region of every account of
 * an organization: as many rows as one cell may come to have, without a server that has
 * to answer them.
 */
final class StackInstanceSource implements Source {

	static final int SETS = 10;

	static final int REGIONS = 17;

	private final int accounts;

	StackInstanceSource(int accounts) {
		this.accounts = accounts;
	}

	@Override
	public SourceDefinition definition() {
		return SourceDefinition
			.organizational("generated-stack-instances", Scope.ORGANIZATION, OrganizationsClient.class)
			.askedIn(AskedIn.READER)
			.operations("0.2.0", "organizations:DescribePolicy")
			.evidence(StackInstance.class)
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		List<String> sets = IntStream.range(0, SETS).mapToObj((i) -> "stack-set-" + i).toList();
		cell.parts(sets, (set) -> set, PolicyNotFoundException.class, this::instances);
		return Answer.READ;
	}

	private void instances(String set, CellScope part) {
		for (int account = 0; account < this.accounts; account++) {
			for (int region = 0; region < REGIONS; region++) {
				part.emit(instance(set, "%012d".formatted(account), "region-" + region));
			}
		}
	}

	private static StackInstance instance(String set, String account, String region) {
		UUID id = new UUID((set + region).hashCode(), account.hashCode());
		return new StackInstance(set, account, region, "CURRENT", "IN_SYNC",
				"arn:aws:cloudformation:" + region + ":" + account + ":stack/StackSet-" + set + "/" + id);
	}

	/** An instance of a stack set, as wide as the real one. */
	record StackInstance(String stackSet, String account, String instanceRegion, String status, String driftStatus,
			String stackId) implements Keyed {

		@Override
		public List<?> naturalKey() {
			return List.of(this.stackSet, this.account, this.instanceRegion);
		}

	}

}
