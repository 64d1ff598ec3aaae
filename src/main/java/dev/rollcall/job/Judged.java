package dev.rollcall.job;

import java.time.LocalDate;

import dev.rollcall.organization.Discovery;
import org.jspecify.annotations.Nullable;

/**
 * The night with its verdicts.
 *
 * @param files every dataset that it publishes but its own row in {@code run}
 * @param outcome what it comes to once it is published
 * @param comparedWith the night that its changes are differences to; null where there is
 * none
 */
record Judged(Discovery discovery, DatasetFiles files, NightOutcome outcome, @Nullable LocalDate comparedWith) {

}
