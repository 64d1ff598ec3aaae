package dev.rollcall.collect.securityhub;

/**
 * How far the findings of a severity were read in a Region, at the administrator. Without
 * it nothing is known of an account that has no row of its own.
 *
 * @param severity CRITICAL, HIGH, MEDIUM or LOW
 * @param failed how many say that something fails
 * @param capped whether there are more, which were not read
 */
public record SecurityhubFindingTotal(String severity, long failed, boolean capped) {

}
