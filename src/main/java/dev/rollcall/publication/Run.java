package dev.rollcall.publication;

import java.time.Instant;

/**
 * A committed night: the row of the dataset {@code run}. Its snapshot date is the
 * partition that the row lies in.
 *
 * @param configSha256 of the configuration it was made with
 * @param accounts rows of the dataset account
 * @param cells rows of the dataset coverage
 * @param gaps cells that should have been read and were not, expected ones included
 * @param findings rows of the dataset finding
 * @param partial whether flags narrowed it
 * @param simulated whether no real organization was read
 * @param manifestSha256 of its manifest
 */
public record Run(String runId, long attempt, Instant startedAt, Instant finishedAt, String toolVersion,
		String configSha256, long accounts, long cells, long gaps, long findings, boolean partial, boolean simulated,
		String manifestSha256) {

}
