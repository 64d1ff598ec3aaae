package dev.rollcall.csf;

/**
 * A managed rule of AWS Config and the Subcategories that its results count for.
 *
 * @param identifier of the rule's source, such as {@code ENCRYPTED_VOLUMES}
 * @param csf20Primary of CSF 2.0
 * @param csf20Reason why, in one line
 * @param csf11Primary of CSF 1.1
 * @param csf11Reason why, in one line
 */
public record ManagedRule(String identifier, Subcategory csf20Primary, String csf20Reason, Subcategory csf11Primary,
		String csf11Reason) {

}
