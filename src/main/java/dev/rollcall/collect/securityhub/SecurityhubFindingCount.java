package dev.rollcall.collect.securityhub;

import java.util.List;

/**
 * How many findings of a severity say that an account fails something in a Region. The
 * row stands at that account and Region.
 *
 * @param severity CRITICAL, HIGH, MEDIUM or LOW
 * @param failed how many there are, or at least are where not all were read
 * @param capped whether not all of this severity were read: the number is the least
 * @param securityControlIds which controls fail, such as {@code IAM.6}; of several
 * findings of one the id stands once
 * @param readIn the Region in which they were read: the home Region of the aggregator
 */
public record SecurityhubFindingCount(String severity, long failed, boolean capped, List<String> securityControlIds,
		String readIn) {

	public SecurityhubFindingCount {
		securityControlIds = List.copyOf(securityControlIds);
	}

}
