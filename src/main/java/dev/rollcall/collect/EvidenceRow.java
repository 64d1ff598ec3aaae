package dev.rollcall.collect;

import java.time.Instant;

import dev.rollcall.account.AccountId;

/**
 * A row of evidence with the cell that gave it.
 *
 * @param account whose evidence it is
 * @param region where the thing is, or {@link Cell#GLOBAL}
 * @param source the source of the cell that read it
 * @param collectedAt when the cell was read
 * @param evidence what was found
 */
public record EvidenceRow(AccountId account, String region, String source, Instant collectedAt, Record evidence) {

}
