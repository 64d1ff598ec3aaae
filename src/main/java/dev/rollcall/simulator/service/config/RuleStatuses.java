package dev.rollcall.simulator.service.config;

import java.time.Instant;
import java.util.List;

import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.Past;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.config.model.ConfigRuleEvaluationStatus;
import software.amazon.awssdk.services.config.model.DescribeConfigRuleEvaluationStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRuleEvaluationStatusResponse;

/** When AWS Config last evaluated its rules. */
final class RuleStatuses {

	static final int PAGE = 50;

	private static final Cap CAP = Cap.of(PAGE, ConfigService.BAD_LIMIT);

	private final World world;

	private final Paging paging;

	RuleStatuses(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
	}

	Operation<?> operation() {
		return Operation.named("DescribeConfigRuleEvaluationStatus", DescribeConfigRuleEvaluationStatusRequest::builder,
				this::statuses);
	}

	private Reply statuses(Ask<DescribeConfigRuleEvaluationStatusRequest> ask) {
		Recording here = this.world.of(ask.caller().member(), ask.caller().region(), Recording.FACET);
		List<String> names = ask.request().configRuleNames();
		List<Rule> rules = ConfigService.named(here.rules(), names);
		Page<ConfigRuleEvaluationStatus> page = this.paging.page(ask.caller(), "DescribeConfigRuleEvaluationStatus",
				names.toString(), rules.size(), (i) -> status(ask.caller(), here, rules.get(i)),
				ask.request().nextToken(), ask.request().limit(), CAP, ConfigService.BAD_TOKEN);
		return Reply.of(DescribeConfigRuleEvaluationStatusResponse.builder()
			.configRulesEvaluationStatus(page.items())
			.nextToken(page.next())
			.build());
	}

	/** What only changes trigger was last evaluated before the recorder stopped. */
	private ConfigRuleEvaluationStatus status(Caller caller, Recording here, Rule rule) {
		Past past = this.world.past();
		int position = caller.member().position();
		boolean fed = rule.trigger().periodic() || here.recorder() != Recorder.STOPPED;
		Instant evaluatedAt = fed ? past.lately(position, "evaluated" + rule.name())
				: past.once(position, "evaluated" + rule.name());
		ConfigRuleEvaluationStatus.Builder status = ConfigRuleEvaluationStatus.builder()
			.configRuleName(rule.name())
			.configRuleArn(ConfigService.arn(caller, rule))
			.configRuleId(ConfigService.id(rule))
			.firstActivatedTime(past.once(position, "activated" + rule.name()))
			.firstEvaluationStarted(rule.isEvaluated());
		return rule.isEvaluated()
				? status.lastSuccessfulInvocationTime(evaluatedAt).lastSuccessfulEvaluationTime(evaluatedAt).build()
				: status.build();
	}

}
