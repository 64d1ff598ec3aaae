package dev.rollcall.collect.guardduty;

/**
 * How many findings of a type are open in a Region, of all accounts that its
 * administrator sees. The row stands at the administrator.
 *
 * @param type such as {@code Recon:EC2/PortProbeUnprotectedPort}
 * @param findings how many there are, of any severity
 * @param capped whether there are more types than were read, which is a hundred; these
 * are the most frequent ones
 */
public record GuarddutyFindingType(String type, long findings, boolean capped) {

}
