package dev.rollcall.collect.config;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A conformance pack: Config rules that are deployed together.
 *
 * @param name the pack's name
 * @param arn the pack's ARN
 * @param createdBy the service that deployed it; null where it is the account's own
 * @param state CREATE_COMPLETE, CREATE_FAILED, CREATE_IN_PROGRESS, DELETE_FAILED or
 * DELETE_IN_PROGRESS; null where no status came with it
 * @param stateReason why that failed
 * @param rules the names of its rules
 * @param nonCompliantRules those of them that resources break
 * @param updatedAt when it was last deployed
 */
public record ConformancePack(String name, String arn, @Nullable String createdBy, @Nullable String state,
		@Nullable String stateReason, List<String> rules, List<String> nonCompliantRules,
		@Nullable Instant updatedAt) implements Keyed {

	public ConformancePack {
		rules = List.copyOf(rules);
		nonCompliantRules = List.copyOf(nonCompliantRules);
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.name);
	}

}
