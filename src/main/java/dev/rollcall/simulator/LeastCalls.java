package dev.rollcall.simulator;

import java.util.List;

import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.world.AnalyzerState;
import dev.rollcall.simulator.world.Delivery;
import dev.rollcall.simulator.world.Entry;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Recorder;
import dev.rollcall.simulator.world.RegionState;
import dev.rollcall.simulator.world.Rule;
import dev.rollcall.simulator.world.TrailState;
import dev.rollcall.simulator.world.Unit;
import dev.rollcall.simulator.world.World;

/**
 * The fewest calls that answer every question of a night once, with the largest pages,
 * where nothing goes wrong: computed from the organization, not from any client.
 */
final class LeastCalls {

	private static final int ORGANIZATIONS_PAGE = 20;

	private static final int RULES_PAGE = 25;

	private static final int PAGE = 100;

	private final World world;

	private final Paging paging;

	private final Sink sink;

	/**
	 * A computation.
	 * @param sink is told each kind of call
	 */
	LeastCalls(World world, Paging paging, Sink sink) {
		this.world = world;
		this.paging = paging;
		this.sink = sink;
	}

	void compute() {
		organization();
		this.world.members(0).forEach(this::account);
	}

	/** What is asked once, by the audit account or at who owns the answer. */
	private void organization() {
		int audit = World.AUDIT;
		add(audit, this.world.home(), "sts:GetCallerIdentity", 1);
		paged(audit, Frontend.GLOBAL, "account:ListRegions", "[ENABLED, ENABLED_BY_DEFAULT]",
				this.world.regions().size(), 50);
		add(audit, Frontend.GLOBAL, "organizations:DescribeOrganization", 1);
		paged(audit, Frontend.GLOBAL, "organizations:ListRoots", "", 1, ORGANIZATIONS_PAGE);
		for (Unit unit : Unit.values()) {
			long below = List.of(Unit.values()).stream().filter((child) -> child.parent() == unit).count();
			paged(audit, Frontend.GLOBAL, "organizations:ListOrganizationalUnitsForParent", unit.id(), (int) below,
					ORGANIZATIONS_PAGE);
			long inside = this.world.members(0).filter((member) -> member.unit() == unit).count();
			paged(audit, Frontend.GLOBAL, "organizations:ListAccountsForParent", unit.id(), (int) inside,
					ORGANIZATIONS_PAGE);
		}
		paged(audit, Frontend.GLOBAL, "organizations:ListAccounts", "", this.world.size(), ORGANIZATIONS_PAGE);
		List<String> administrators = World.delegations()
			.stream()
			.map(World.Delegation::account)
			.distinct()
			.filter((id) -> this.world.member(id).isPresent())
			.toList();
		paged(audit, Frontend.GLOBAL, "organizations:ListDelegatedAdministrators", "null", administrators.size(),
				ORGANIZATIONS_PAGE);
		administrators.forEach((id) -> paged(audit, Frontend.GLOBAL, "organizations:ListDelegatedServicesForAccount",
				id, 1, ORGANIZATIONS_PAGE));
		paged(audit, Frontend.GLOBAL, "organizations:ListAWSServiceAccessForOrganization", "", 1, ORGANIZATIONS_PAGE);
		int identity = this.world.has(World.IDENTITY) ? World.IDENTITY : World.MANAGEMENT;
		add(identity, Frontend.GLOBAL, "iam:ListOrganizationsFeatures", 1);
		aggregators();
	}

	private void aggregators() {
		for (String region : this.world.regions()) {
			boolean served = this.world.regions().indexOf(region) != 2;
			for (int owner : List.of(World.MANAGEMENT, World.AUDIT)) {
				boolean has = owner == World.AUDIT && region.equals(this.world.home());
				if (served) {
					paged(owner, region, "config:DescribeConfigurationAggregators", "", has ? 1 : 0, PAGE);
				}
				else {
					add(owner, region, "config:DescribeConfigurationAggregators", 1);
				}
				if (has) {
					paged(owner, region, "config:DescribeConfigurationAggregatorSourcesStatus", "",
							this.world.size() * Math.min(2, this.world.regions().size()), PAGE);
				}
			}
		}
	}

	private void account(Member member) {
		if (!member.isActive()) {
			return;
		}
		paged(World.AUDIT, Frontend.GLOBAL, "organizations:ListTagsForResource", member.id(), member.tags().size(),
				ORGANIZATIONS_PAGE);
		if (member.position() != World.AUDIT) {
			add(World.AUDIT, this.world.home(), "sts:AssumeRole", 1);
		}
		if (member.entry() != Entry.OPEN && member.position() != World.AUDIT) {
			return;
		}
		int position = member.position();
		paged(position, Frontend.GLOBAL, "account:ListRegions", "[]", this.world.regions().size() + 1, 50);
		add(position, Frontend.GLOBAL, "iam:GetAccountSummary", 1);
		paged(position, Frontend.GLOBAL, "iam:ListVirtualMFADevices", "", 1, 1000);
		add(position, Frontend.GLOBAL, "iam:GenerateCredentialReport", 1);
		add(position, Frontend.GLOBAL, "iam:GetCredentialReport", 1);
		add(position, this.world.regions().stream().sorted().findFirst().orElseThrow(), "cloudtrail:DescribeTrails", 1);
		this.world.regions()
			.stream()
			.filter((region) -> !member.disabledRegions().contains(region))
			.forEach((region) -> region(member, region));
	}

	private void region(Member member, String region) {
		int position = member.position();
		RegionState state = this.world.state(member, region);
		paged(position, region, "access-analyzer:ListAnalyzers", "null", state.analyzers().size(), PAGE);
		for (AnalyzerState analyzer : state.analyzers()) {
			if (analyzer.isExternal() && analyzer.status().equals("ACTIVE")) {
				paged(position, region, "access-analyzer:ListFindings", analyzer.name(),
						this.world.accesses(analyzer).size(), PAGE);
			}
		}
		add(position, region, "config:DescribeConfigurationRecorders", 1);
		add(position, region, "config:DescribeConfigurationRecorderStatus",
				(state.recorder() == Recorder.NONE) ? 0 : 1);
		add(position, region, "config:DescribeDeliveryChannels", 1);
		add(position, region, "config:DescribeDeliveryChannelStatus", (state.delivery() == Delivery.NONE) ? 0 : 1);
		int rules = state.rules().size();
		paged(position, region, "config:DescribeConfigRules", "[]", rules, RULES_PAGE);
		paged(position, region, "config:DescribeComplianceByConfigRule", "[][]", rules, RULES_PAGE);
		for (Rule rule : state.rules()) {
			if (rule.broken() > 0) {
				paged(position, region, "config:GetComplianceDetailsByConfigRule", rule.name(), rule.broken(), PAGE);
			}
		}
		add(position, region, "cloudtrail:DescribeTrails", 1);
		long own = member.trails().stream().map(TrailState::home).filter(region::equals).count();
		add(position, region, "cloudtrail:GetTrailStatus", (int) own);
		add(position, region, "cloudtrail:GetEventSelectors", (int) own);
	}

	private void paged(int account, String region, String operation, String what, int size, int largest) {
		String name = operation.substring(operation.indexOf(':') + 1);
		add(account, region, operation, this.paging.pages(account, region, name, what, size, largest));
	}

	private void add(int account, String region, String operation, int calls) {
		if (calls > 0) {
			this.sink.add(account, region, operation, calls);
		}
	}

	/** Is told how many calls of an operation an account makes in a Region. */
	@FunctionalInterface
	interface Sink {

		void add(int account, String region, String operation, int calls);

	}

}
