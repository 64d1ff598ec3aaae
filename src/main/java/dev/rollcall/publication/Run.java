package dev.rollcall.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A committed night: the row of the dataset {@code run}. Its snapshot date is the
 * partition that the row lies in. What the last columns say was not written by the first
 * versions.
 *
 * @param runId names the run: when it began, and what tells it from others
 * @param attempt which attempt of its date it is, from 1
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param toolVersion the version of Rollcall
 * @param configSha256 of the configuration it was made with
 * @param accounts rows of the dataset account
 * @param cells rows of the dataset coverage
 * @param gaps cells that should have been read and were not, expected ones included
 * @param findings rows of the dataset finding
 * @param partial whether flags narrowed it
 * @param simulated whether no real organization was read
 * @param manifestSha256 of its manifest; null until that is written
 * @param organizationId null without an organization
 * @param managementAccountId null without an organization
 * @param regions the Regions of the night
 * @param deadlines how long it waited for answers, in words
 * @param simulation what was simulated; null where a real organization was read
 * @param locale the language of its workbook
 * @param csf the version of the framework that leads in its workbook
 * @param comparedWith the night that its changes are differences to; null where there was
 * none
 */
public record Run(String runId, long attempt, Instant startedAt, Instant finishedAt, String toolVersion,
		String configSha256, long accounts, long cells, long gaps, long findings, boolean partial, boolean simulated,
		@JsonIgnore @Nullable String manifestSha256, @Nullable String organizationId,
		@Nullable String managementAccountId, List<String> regions, @Nullable String deadlines,
		@Nullable String simulation, @Nullable String locale, @Nullable String csf, @Nullable LocalDate comparedWith) {

	/** Times are kept in milliseconds, so that manifest and row say the same. */
	public Run {
		startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
		finishedAt = finishedAt.truncatedTo(ChronoUnit.MILLIS);
		regions = List.copyOf(regions);
	}

	/** How many accounts there were, times how many Regions. */
	public long places() {
		return this.accounts * this.regions.size();
	}

	Run with(String hashOfManifest) {
		return new Run(this.runId, this.attempt, this.startedAt, this.finishedAt, this.toolVersion, this.configSha256,
				this.accounts, this.cells, this.gaps, this.findings, this.partial, this.simulated, hashOfManifest,
				this.organizationId, this.managementAccountId, this.regions, this.deadlines, this.simulation,
				this.locale, this.csf, this.comparedWith);
	}

}
