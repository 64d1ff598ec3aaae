package dev.rollcall.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Framework;
import org.jspecify.annotations.Nullable;

/**
 * What the workbook says about the night itself.
 *
 * @param organizationId null without an organization
 * @param managementAccount null without an organization
 * @param output where the night is kept
 * @param regions the Regions of the night
 * @param partial whether flags narrowed it
 * @param simulation what was simulated; null where a real organization was read
 * @param deadlines how long the night waited for answers
 * @param previousManifestSha256 of the night before; null for the first
 * @param framework the version that leads
 */
public record NightFacts(@Nullable String organizationId, @Nullable String managementAccount, LocalDate snapshotDate,
		int attempt, String runId, Instant startedAt, String toolVersion, String output, List<String> regions,
		boolean partial, @Nullable String simulation, String deadlines, String configSha256,
		@Nullable String previousManifestSha256, Framework framework) {

	public NightFacts {
		regions = List.copyOf(regions);
	}

	/** The findings' column that holds the leading version's Subcategory. */
	String csfColumn() {
		return (this.framework.version() == CsfVersion.V2_0) ? "csf20_primary" : "csf11_primary";
	}

}
