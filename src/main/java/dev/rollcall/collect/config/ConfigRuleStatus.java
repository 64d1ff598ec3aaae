package dev.rollcall.collect.config;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * When Config last evaluated a rule.
 *
 * @param ruleName the rule's name
 * @param ruleArn the rule's ARN
 * @param lastInvokedAt when the rule was last run without error
 * @param lastInvocationFailedAt when it could last not be run
 * @param lastEvaluatedAt when resources were last evaluated against it without error
 * @param lastEvaluationFailedAt when they could last not be
 * @param firstActivatedAt when the rule was first active
 * @param lastErrorCode why, of whichever failed last
 * @param lastErrorMessage the same in words
 * @param firstEvaluationStarted whether it was evaluated at all
 */
public record ConfigRuleStatus(String ruleName, @Nullable String ruleArn, @Nullable Instant lastInvokedAt,
		@Nullable Instant lastInvocationFailedAt, @Nullable Instant lastEvaluatedAt,
		@Nullable Instant lastEvaluationFailedAt, @Nullable Instant firstActivatedAt, @Nullable String lastErrorCode,
		@Nullable String lastErrorMessage, @Nullable Boolean firstEvaluationStarted) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return List.of(this.ruleName);
	}

}
