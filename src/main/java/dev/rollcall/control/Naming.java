package dev.rollcall.control;

/**
 * That a row of evidence named a thing which a source asks about.
 *
 * @param source the source that asks
 * @param resourceId the thing's ARN
 * @param accountId the account of the row
 * @param region the Region of the row
 * @param namedBy the source whose row it was
 */
public record Naming(String source, String resourceId, String accountId, String region, String namedBy) {

}
