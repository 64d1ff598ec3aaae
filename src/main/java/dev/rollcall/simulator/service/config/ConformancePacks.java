package dev.rollcall.simulator.service.config;

import java.time.Instant;
import java.util.List;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.config.model.ConformancePackDetail;
import software.amazon.awssdk.services.config.model.ConformancePackRuleCompliance;
import software.amazon.awssdk.services.config.model.ConformancePackStatusDetail;
import software.amazon.awssdk.services.config.model.DescribeConformancePackComplianceRequest;
import software.amazon.awssdk.services.config.model.DescribeConformancePackComplianceResponse;
import software.amazon.awssdk.services.config.model.DescribeConformancePackStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConformancePackStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConformancePacksRequest;
import software.amazon.awssdk.services.config.model.DescribeConformancePacksResponse;

/** AWS Config's conformance packs: what they hold and how that is complied with. */
final class ConformancePacks {

	private static final int PACKS_PAGE = 20;

	private static final Cap PACKS = Cap.of(PACKS_PAGE, ConfigService.BAD_LIMIT);

	private static final int RULES_PAGE = 1000;

	private static final Cap RULES = Cap.of(RULES_PAGE, ConfigService.BAD_LIMIT);

	private static final String UNKNOWN = "NoSuchConformancePackException";

	private final World world;

	private final Paging paging;

	ConformancePacks(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
	}

	List<Operation<?>> operations() {
		return List.of(
				Operation.named("DescribeConformancePacks", DescribeConformancePacksRequest::builder, this::packs),
				Operation.named("DescribeConformancePackStatus", DescribeConformancePackStatusRequest::builder,
						this::statuses),
				Operation.named("DescribeConformancePackCompliance", DescribeConformancePackComplianceRequest::builder,
						this::compliance));
	}

	void regionCalls(Member member, String region, FewestCalls calls) {
		Recording here = this.world.of(member, region, Recording.FACET);
		int position = member.position();
		int packs = here.packs().size();
		calls.paged(position, region, "config:DescribeConformancePacks", "[]", packs, PACKS_PAGE);
		if (packs > 0) {
			calls.paged(position, region, "config:DescribeConformancePackStatus", "[]", packs, PACKS_PAGE);
		}
		here.packs()
			.forEach((pack) -> calls.paged(position, region, "config:DescribeConformancePackCompliance", pack.name(),
					pack.of(here.rules()).size(), RULES_PAGE));
	}

	private Reply packs(Ask<DescribeConformancePacksRequest> ask) {
		Page<ConformancePackState> page = page(ask.caller(), "DescribeConformancePacks",
				ask.request().conformancePackNames(), ask.request().nextToken(), ask.request().limit());
		return Reply.of(DescribeConformancePacksResponse.builder()
			.conformancePackDetails(page.items()
				.stream()
				.map((pack) -> ConformancePackDetail.builder()
					.conformancePackName(pack.name())
					.conformancePackArn(arn(ask.caller(), pack))
					.conformancePackId(id(pack))
					.deliveryS3Bucket("")
					.lastUpdateRequestedTime(deployedAt(ask.caller(), pack))
					.build())
				.toList())
			.nextToken(page.next())
			.build());
	}

	private Reply statuses(Ask<DescribeConformancePackStatusRequest> ask) {
		Page<ConformancePackState> page = page(ask.caller(), "DescribeConformancePackStatus",
				ask.request().conformancePackNames(), ask.request().nextToken(), ask.request().limit());
		return Reply.of(DescribeConformancePackStatusResponse.builder()
			.conformancePackStatusDetails(page.items()
				.stream()
				.map((pack) -> ConformancePackStatusDetail.builder()
					.conformancePackName(pack.name())
					.conformancePackArn(arn(ask.caller(), pack))
					.conformancePackId(id(pack))
					.conformancePackState("CREATE_COMPLETE")
					.stackArn(Partition.of(ask.caller().region())
						.arn("cloudformation", ask.caller().region(), ask.caller().member().id(),
								"stack/awsconfigconforms-" + pack.name()))
					.lastUpdateRequestedTime(deployedAt(ask.caller(), pack))
					.lastUpdateCompletedTime(deployedAt(ask.caller(), pack))
					.build())
				.toList())
			.nextToken(page.next())
			.build());
	}

	private Reply compliance(Ask<DescribeConformancePackComplianceRequest> ask) {
		Recording here = here(ask.caller());
		ConformancePackState pack = named(here, List.of(String.valueOf(ask.request().conformancePackName()))).get(0);
		List<Rule> rules = pack.of(here.rules());
		Page<Rule> page = this.paging.page(ask.caller(), "DescribeConformancePackCompliance", pack.name(), rules.size(),
				rules::get, ask.request().nextToken(), ask.request().limit(), RULES, ConfigService.BAD_TOKEN);
		return Reply.of(DescribeConformancePackComplianceResponse.builder()
			.conformancePackName(pack.name())
			.conformancePackRuleComplianceList(page.items()
				.stream()
				.map((rule) -> ConformancePackRuleCompliance.builder()
					.configRuleName(rule.name())
					.complianceType(
							rule.compliance().equals("NOT_APPLICABLE") ? "INSUFFICIENT_DATA" : rule.compliance())
					.build())
				.toList())
			.nextToken(page.next())
			.build());
	}

	private Page<ConformancePackState> page(Caller caller, String operation, List<String> names, @Nullable String token,
			@Nullable Integer limit) {
		List<ConformancePackState> packs = named(here(caller), names);
		return this.paging.page(caller, operation, names.toString(), packs.size(), packs::get, token, limit, PACKS,
				ConfigService.BAD_TOKEN);
	}

	private Recording here(Caller caller) {
		return this.world.of(caller.member(), caller.region(), Recording.FACET);
	}

	private static List<ConformancePackState> named(Recording here, List<String> names) {
		for (String name : names) {
			if (here.packs().stream().noneMatch((pack) -> pack.name().equals(name))) {
				throw new ErrorAnswer(400, UNKNOWN, "The conformance pack '" + name + "' does not exist.");
			}
		}
		return here.packs().stream().filter((pack) -> names.isEmpty() || names.contains(pack.name())).toList();
	}

	private Instant deployedAt(Caller caller, ConformancePackState pack) {
		return this.world.past().once(caller.member().position(), "deployed" + pack.name());
	}

	private static String id(ConformancePackState pack) {
		return "conformance-pack-" + Integer.toHexString(pack.name().hashCode());
	}

	private static String arn(Caller caller, ConformancePackState pack) {
		return Partition.of(caller.region())
			.arn("config", caller.region(), caller.member().id(), "conformance-pack/" + pack.name() + "/" + id(pack));
	}

}
