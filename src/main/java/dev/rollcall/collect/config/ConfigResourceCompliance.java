package dev.rollcall.collect.config;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * A resource that breaks a Config rule.
 *
 * @param ruleName the rule's name
 * @param resourceType the type of the resource, as CloudFormation names it
 * @param resourceId the resource's id, as Config has it
 * @param compliance always NON_COMPLIANT
 * @param annotation what the rule says about it
 * @param recordedAt when the rule's result was recorded
 */
public record ConfigResourceCompliance(String ruleName, @Nullable String resourceType, @Nullable String resourceId,
		String compliance, @Nullable String annotation, @Nullable Instant recordedAt) implements Keyed {

	@Override
	public List<?> naturalKey() {
		return (this.resourceType != null && this.resourceId != null)
				? List.of(this.ruleName, this.resourceType, this.resourceId) : List.of();
	}

}
