package dev.rollcall.collect.config;

import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.config.model.ComplianceType;

/**
 * A Config rule with its compliance.
 *
 * @param ruleName the rule's name
 * @param ruleArn the rule's ARN
 * @param ruleIdentifier a managed rule's identifier, such as ROOT_ACCOUNT_MFA_ENABLED
 * @param owner AWS, CUSTOM_LAMBDA or CUSTOM_POLICY
 * @param state ACTIVE, DELETING, DELETING_RESULTS or EVALUATING
 * @param compliance COMPLIANT, NON_COMPLIANT, NOT_APPLICABLE or INSUFFICIENT_DATA; null
 * where Config gave none
 * @param nonCompliantResources how many resources break it, as far as Config counts
 * @param countCapped whether there are more than that
 * @param changeTriggered whether changes of resources cause it to be evaluated
 * @param periodHours after how many hours it is evaluated again, whatever changes; null
 * where it names no period
 * @param resourceTypes the types to which its scope narrows it; empty where it does not
 * @param createdBy the service that made it; null where it is the account's own
 * @param evaluationModes DETECTIVE, PROACTIVE
 */
public record ConfigRuleCompliance(String ruleName, String ruleArn, @Nullable String ruleIdentifier,
		@Nullable String owner, @Nullable String state, @Nullable String compliance,
		@Nullable Long nonCompliantResources, @Nullable Boolean countCapped, boolean changeTriggered,
		@Nullable Long periodHours, List<String> resourceTypes, @Nullable String createdBy,
		List<String> evaluationModes) implements Keyed {

	public ConfigRuleCompliance {
		resourceTypes = List.copyOf(resourceTypes);
		evaluationModes = List.copyOf(evaluationModes);
	}

	boolean isBroken() {
		return ComplianceType.NON_COMPLIANT.toString().equals(this.compliance);
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.ruleName);
	}

}
