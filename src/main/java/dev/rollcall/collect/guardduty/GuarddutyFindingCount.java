package dev.rollcall.collect.guardduty;

import org.jspecify.annotations.Nullable;

/**
 * How many findings of an account in a Region are open. The row stands at that account
 * and Region, and is there where there are none too; where there is no row, nobody
 * counted.
 *
 * @param critical how many have a score from 9 on
 * @param high how many have one from 7 on, below 9
 * @param medium how many have one from 4 on, below 7; null where GuardDuty did not count
 * @param low how many have a lower one; null likewise
 * @param archived how many of high and critical severity somebody archived, or a rule
 * @param described how many of high and critical severity were read whole, those among
 * them that were archived meanwhile
 * @param whole whether all of high and critical severity were, and whoever counted sees
 * all of the account's
 * @param capped whether the list of those ended at Rollcall's own limit, for this account
 * or for others whom the same administrator showed
 * @param administratorId the administrator of the Region that counted; null where the
 * account itself did
 */
public record GuarddutyFindingCount(long critical, long high, @Nullable Long medium, @Nullable Long low, long archived,
		long described, boolean whole, boolean capped, @Nullable String administratorId) {

}
