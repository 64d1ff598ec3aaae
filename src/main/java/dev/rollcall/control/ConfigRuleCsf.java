package dev.rollcall.control;

import dev.rollcall.csf.ManagedRule;

/**
 * Which Subcategories a managed rule of AWS Config counts for, where it has its own: the
 * row of the dataset {@code config_rule_csf}, the same on every night of a version.
 *
 * @param ruleIdentifier such as {@code ROOT_ACCOUNT_MFA_ENABLED}
 * @param csf20Primary the Subcategory of CSF 2.0 that it counts for
 * @param csf20Reason why, in a sentence
 * @param csf11Primary the Subcategory of CSF 1.1 that it counts for
 * @param csf11Reason why, in a sentence
 */
public record ConfigRuleCsf(String ruleIdentifier, String csf20Primary, String csf20Reason, String csf11Primary,
		String csf11Reason) {

	public static ConfigRuleCsf of(ManagedRule rule) {
		return new ConfigRuleCsf(rule.identifier(), rule.csf20Primary().id(), rule.csf20Reason(),
				rule.csf11Primary().id(), rule.csf11Reason());
	}

}
