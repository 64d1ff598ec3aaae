package dev.rollcall.simulator.service.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.service.Rate;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.JsonProtocol;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.Past;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.config.model.ComplianceByConfigRule;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.DeliveryChannelStatus;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleRequest;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsResponse;
import software.amazon.awssdk.services.config.model.EvaluationResult;
import software.amazon.awssdk.services.config.model.GetComplianceDetailsByConfigRuleRequest;
import software.amazon.awssdk.services.config.model.GetComplianceDetailsByConfigRuleResponse;
import software.amazon.awssdk.services.config.model.Scope;

/** AWS Config: recorders, delivery, rules and what breaks them, conformance packs. */
final class ConfigService implements Service {

	private static final Protocol PROTOCOL = new JsonProtocol();

	static final String BAD_TOKEN = "InvalidNextTokenException";

	static final String BAD_LIMIT = "InvalidLimitException";

	/**
	 * Config does not say how long these pages are; 25 names may be asked for at once.
	 */
	private static final int RULES_PAGE = 25;

	private static final Cap RULES = new Cap(RULES_PAGE, RULES_PAGE, null);

	private static final int RESOURCES_PAGE = 100;

	private static final Cap RESOURCES = new Cap(RESOURCES_PAGE, 10, BAD_LIMIT);

	/** How far Config counts the resources that break a rule. */
	private static final int COUNTED = 100;

	/** The one name that recorders and channels have. */
	static final String DEFAULT = "default";

	private final World world;

	private final Paging paging;

	private final Recorders recorders;

	private final RuleStatuses ruleStatuses;

	private final ConformancePacks packs;

	private final ConfigAggregators aggregators;

	private final List<Operation<?>> operations;

	ConfigService(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
		this.recorders = new Recorders(world.past());
		this.ruleStatuses = new RuleStatuses(world, paging);
		this.packs = new ConformancePacks(world, paging);
		this.aggregators = new ConfigAggregators(world, paging);
		this.operations = served();
	}

	private List<Operation<?>> served() {
		List<Operation<?>> operations = new ArrayList<>(List.of(
				Operation.named("DescribeConfigurationRecorders", DescribeConfigurationRecordersRequest::builder,
						this::recorders),
				Operation.named("DescribeConfigurationRecorderStatus",
						DescribeConfigurationRecorderStatusRequest::builder, this::recorderStatus),
				Operation.named("DescribeDeliveryChannels", DescribeDeliveryChannelsRequest::builder, this::channels),
				Operation.named("DescribeDeliveryChannelStatus", DescribeDeliveryChannelStatusRequest::builder,
						this::channelStatus),
				Operation.named("DescribeConfigRules", DescribeConfigRulesRequest::builder, this::rules),
				Operation.named("DescribeComplianceByConfigRule", DescribeComplianceByConfigRuleRequest::builder,
						this::compliance),
				Operation.named("GetComplianceDetailsByConfigRule", GetComplianceDetailsByConfigRuleRequest::builder,
						this::details)));
		operations.add(this.ruleStatuses.operation());
		operations.addAll(this.packs.operations());
		operations.addAll(this.aggregators.operations());
		return operations;
	}

	@Override
	public String name() {
		return "config";
	}

	@Override
	public Reach reach() {
		return Reach.REGION;
	}

	@Override
	public Protocol protocol() {
		return PROTOCOL;
	}

	@Override
	public List<Operation<?>> operations() {
		return this.operations;
	}

	@Override
	public Rate assumedQuota() {
		return new Rate(2, 4);
	}

	@Override
	public String chain(String operation) {
		return operation.equals("DescribeConfigRuleEvaluationStatus") ? "rule status"
				: operation.contains("ConformancePack") ? "packs"
						: operation.contains("Rule") ? "rules" : operation.contains("Delivery") ? "delivery"
								: operation.contains("Aggregator") ? "aggregator" : "recorder";
	}

	@Override
	public List<Delegation> delegations() {
		return List.of(new Delegation(World.AUDIT, "config-multiaccountsetup.amazonaws.com"),
				new Delegation(World.AUDIT, "config.amazonaws.com"));
	}

	@Override
	public void onceCalls(FewestCalls calls) {
		this.aggregators.onceCalls(calls);
	}

	@Override
	public void regionCalls(Member member, String region, FewestCalls calls) {
		int position = member.position();
		Recording here = this.world.of(member, region, Recording.FACET);
		calls.add(position, region, "config:DescribeConfigurationRecorders", 1);
		calls.add(position, region, "config:DescribeConfigurationRecorderStatus",
				(here.recorder() == Recorder.NONE) ? 0 : 1);
		calls.add(position, region, "config:DescribeDeliveryChannels", 1);
		calls.add(position, region, "config:DescribeDeliveryChannelStatus", (here.delivery() == Delivery.NONE) ? 0 : 1);
		int rules = here.rules().size();
		calls.paged(position, region, "config:DescribeConfigRules", "[]", rules, RULES_PAGE);
		calls.paged(position, region, "config:DescribeComplianceByConfigRule", "[][]", rules, RULES_PAGE);
		calls.paged(position, region, "config:DescribeConfigRuleEvaluationStatus", "[]", rules, RuleStatuses.PAGE);
		this.packs.regionCalls(member, region, calls);
		here.rules()
			.stream()
			.filter((rule) -> rule.broken() > 0)
			.forEach((rule) -> calls.paged(position, region, "config:GetComplianceDetailsByConfigRule", rule.name(),
					rule.broken(), RESOURCES_PAGE));
	}

	private Recording here(Caller caller) {
		return this.world.of(caller.member(), caller.region(), Recording.FACET);
	}

	private Reply recorders(Ask<DescribeConfigurationRecordersRequest> ask) {
		Recorder recorder = here(ask.caller()).recorder();
		requireKnown(ask.request().configurationRecorderNames(), recorder != Recorder.NONE,
				"NoSuchConfigurationRecorderException");
		List<ConfigurationRecorder> recorders = (recorder == Recorder.NONE) ? List.of()
				: List.of(this.recorders.described(ask.caller().member(), ask.caller().region(), recorder));
		return Reply.of(DescribeConfigurationRecordersResponse.builder().configurationRecorders(recorders).build());
	}

	private Reply recorderStatus(Ask<DescribeConfigurationRecorderStatusRequest> ask) {
		Recorder recorder = here(ask.caller()).recorder();
		requireKnown(ask.request().configurationRecorderNames(), recorder != Recorder.NONE,
				"NoSuchConfigurationRecorderException");
		List<ConfigurationRecorderStatus> statuses = (recorder == Recorder.NONE) ? List.of()
				: List.of(this.recorders.status(ask.caller().member(), ask.caller().region(), recorder));
		return Reply
			.of(DescribeConfigurationRecorderStatusResponse.builder().configurationRecordersStatus(statuses).build());
	}

	private Reply channels(Ask<DescribeDeliveryChannelsRequest> ask) {
		Delivery delivery = here(ask.caller()).delivery();
		requireKnown(ask.request().deliveryChannelNames(), delivery != Delivery.NONE, "NoSuchDeliveryChannelException");
		List<DeliveryChannel> channels = (delivery == Delivery.NONE) ? List.of() : List
			.of(DeliveryChannel.builder().name(DEFAULT).s3BucketName("config-" + World.id(World.LOGS)).build());
		return Reply.of(DescribeDeliveryChannelsResponse.builder().deliveryChannels(channels).build());
	}

	private Reply channelStatus(Ask<DescribeDeliveryChannelStatusRequest> ask) {
		Delivery delivery = here(ask.caller()).delivery();
		requireKnown(ask.request().deliveryChannelNames(), delivery != Delivery.NONE, "NoSuchDeliveryChannelException");
		boolean failing = delivery == Delivery.FAILING;
		int position = ask.caller().member().position();
		Past past = this.world.past();
		List<DeliveryChannelStatus> statuses = (delivery == Delivery.NONE) ? List.of() : List
			.of(DeliveryChannelStatus.builder()
				.name(DEFAULT)
				.configHistoryDeliveryInfo((info) -> info.lastStatus(failing ? "FAILURE" : "SUCCESS")
					.lastErrorCode(failing ? "AccessDenied" : null)
					.lastErrorMessage(failing ? "Access Denied" : null)
					.lastAttemptTime(past.lately(position, "attempt"))
					.lastSuccessfulTime(failing ? past.once(position, "delivered") : past.lately(position, "attempt")))
				.configStreamDeliveryInfo((info) -> info.lastStatus("SUCCESS"))
				.build());
		return Reply.of(DescribeDeliveryChannelStatusResponse.builder().deliveryChannelsStatus(statuses).build());
	}

	private Reply rules(Ask<DescribeConfigRulesRequest> ask) {
		List<Rule> rules = named(here(ask.caller()).rules(), ask.request().configRuleNames());
		Page<ConfigRule> page = this.paging.page(ask.caller(), "DescribeConfigRules",
				ask.request().configRuleNames().toString(), rules.size(), (i) -> described(ask.caller(), rules.get(i)),
				ask.request().nextToken(), null, RULES, BAD_TOKEN);
		return Reply.of(DescribeConfigRulesResponse.builder().configRules(page.items()).nextToken(page.next()).build());
	}

	private static ConfigRule described(Caller caller, Rule rule) {
		Trigger trigger = rule.trigger();
		return ConfigRule.builder()
			.configRuleName(rule.name())
			.configRuleId(id(rule))
			.configRuleArn(arn(caller, rule))
			.source((source) -> source.owner("AWS").sourceIdentifier(rule.identifier()))
			.scope((trigger.resourceType() != null)
					? Scope.builder().complianceResourceTypes(trigger.resourceType()).build() : null)
			.maximumExecutionFrequency(trigger.periodic() ? "TwentyFour_Hours" : null)
			.configRuleState("ACTIVE")
			.evaluationModes((mode) -> mode.mode("DETECTIVE"))
			.build();
	}

	static String id(Rule rule) {
		return "config-rule-" + Integer.toHexString(rule.name().hashCode());
	}

	static String arn(Caller caller, Rule rule) {
		return Partition.of(caller.region())
			.arn("config", caller.region(), caller.member().id(), "config-rule/" + id(rule));
	}

	private Reply compliance(Ask<DescribeComplianceByConfigRuleRequest> ask) {
		List<String> types = ask.request().complianceTypesAsStrings();
		List<Rule> rules = named(here(ask.caller()).rules(), ask.request().configRuleNames()).stream()
			.filter((rule) -> types.isEmpty() || types.contains(rule.compliance()))
			.toList();
		Page<ComplianceByConfigRule> page = this.paging.page(ask.caller(), "DescribeComplianceByConfigRule",
				ask.request().configRuleNames().toString() + types, rules.size(), (i) -> judged(rules.get(i)),
				ask.request().nextToken(), null, RULES, BAD_TOKEN);
		return Reply.of(DescribeComplianceByConfigRuleResponse.builder()
			.complianceByConfigRules(page.items())
			.nextToken(page.next())
			.build());
	}

	private static ComplianceByConfigRule judged(Rule rule) {
		return ComplianceByConfigRule.builder().configRuleName(rule.name()).compliance((compliance) -> {
			compliance.complianceType(rule.compliance());
			if (rule.broken() > 0) {
				compliance.complianceContributorCount((count) -> count.cappedCount(Math.min(COUNTED, rule.broken()))
					.capExceeded(rule.broken() > COUNTED));
			}
		}).build();
	}

	private Reply details(Ask<GetComplianceDetailsByConfigRuleRequest> ask) {
		Rule rule = named(here(ask.caller()).rules(), List.of(String.valueOf(ask.request().configRuleName()))).get(0);
		List<String> types = ask.request().complianceTypesAsStrings();
		int broken = (types.isEmpty() || types.contains("NON_COMPLIANT")) ? rule.broken() : 0;
		Page<EvaluationResult> page = this.paging.page(ask.caller(), "GetComplianceDetailsByConfigRule", rule.name(),
				broken, (i) -> result(ask.caller(), rule, i), ask.request().nextToken(), ask.request().limit(),
				RESOURCES, BAD_TOKEN);
		return Reply.of(GetComplianceDetailsByConfigRuleResponse.builder()
			.evaluationResults(page.items())
			.nextToken(page.next())
			.build());
	}

	private EvaluationResult result(Caller caller, Rule rule, int number) {
		Past past = this.world.past();
		String resource = "%s-%s-%06d".formatted(caller.member().id(), caller.region(), number);
		return EvaluationResult.builder()
			.evaluationResultIdentifier((identifier) -> identifier
				.evaluationResultQualifier((qualifier) -> qualifier.configRuleName(rule.name())
					.resourceType("AWS::S3::Bucket")
					.resourceId(resource))
				.orderingTimestamp(past.once(number, rule.name())))
			.complianceType("NON_COMPLIANT")
			.annotation("=the resource breaks " + rule.name())
			.resultRecordedTime(past.once(number, rule.name()))
			.configRuleInvokedTime(past.lately(number, rule.name()))
			.build();
	}

	static List<Rule> named(List<Rule> rules, List<String> names) {
		for (String name : names) {
			if (rules.stream().noneMatch((rule) -> rule.name().equals(name))) {
				throw new ErrorAnswer(400, "NoSuchConfigRuleException",
						"The ConfigRule '" + name + "' provided in the request is invalid.");
			}
		}
		return rules.stream().filter((rule) -> names.isEmpty() || names.contains(rule.name())).toList();
	}

	private static void requireKnown(List<String> names, boolean present, String refusal) {
		requireKnown(names, DEFAULT, present, refusal);
	}

	static void requireKnown(List<String> names, String known, boolean present, String refusal) {
		Optional<String> unknown = names.stream().filter((name) -> !present || !name.equals(known)).findFirst();
		if (unknown.isPresent()) {
			throw new ErrorAnswer(400, refusal, "Cannot find '" + unknown.get() + "'.");
		}
	}

}
