package dev.rollcall.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.dataset.Database;
import org.jspecify.annotations.Nullable;

/**
 * What the workbook says about the night itself.
 *
 * @param organizationId null without an organization
 * @param managementAccount null without an organization
 * @param regions the Regions of the night
 * @param partial whether flags narrowed it
 * @param simulation what was simulated; null where a real organization was read
 * @param deadlines how long the night waited for answers
 * @param previousManifestSha256 of the night before; null for the first
 * @param permissions what each source may do, as {@code service:Operation}
 * @param sourcesOutside the sources whose cells say nothing about entering their account
 * @param comparedWith the night that changes compare with; null for the first
 * @param unknownLimit the greatest share of unknown units, in percent, with which a score
 * is shown
 */
public record NightFacts(@Nullable String organizationId, @Nullable String managementAccount, LocalDate snapshotDate,
		int attempt, String runId, Instant startedAt, String toolVersion, List<String> regions, boolean partial,
		@Nullable String simulation, String deadlines, String configSha256, @Nullable String previousManifestSha256,
		Map<String, List<String>> permissions, Set<String> sourcesOutside, @Nullable LocalDate comparedWith,
		long unknownLimit) {

	public NightFacts {
		regions = List.copyOf(regions);
		permissions = Map.copyOf(permissions);
		sourcesOutside = Collections.unmodifiableSortedSet(new TreeSet<>(sourcesOutside));
	}

	/**
	 * A statement for the accounts that should have answered and did not at all. What
	 * others answer about them, such as their tags, is no answer of theirs.
	 */
	String unreached() {
		String own = Stream
			.concat(Stream.of("answered_by_account IS NULL"),
					this.sourcesOutside.stream().map((source) -> "source <> " + Database.literal(source)))
			.collect(Collectors.joining(" AND "));
		return """
				SELECT account_id FROM coverage WHERE %s GROUP BY account_id
				HAVING count(*) FILTER (WHERE status IN ('READ', 'NOT_ENABLED')) = 0
				AND count(*) FILTER (WHERE gap) > 0""".formatted(own);
	}

	/** Where the rows of a dataset lie, below the output. */
	String pathOf(String dataset) {
		return "%s/snapshot_date=%s/run_id=%s".formatted(dataset, this.snapshotDate, this.runId);
	}

	/** Where a person signs in to an account, in the night's partition of AWS. */
	String console(String accountId) {
		return "https://" + accountId + ".signin." + domain() + "/console";
	}

	private String domain() {
		String region = this.regions.isEmpty() ? "" : this.regions.get(0);
		if (region.startsWith("cn-")) {
			return "amazonaws.cn";
		}
		if (region.startsWith("eusc-")) {
			return "amazonaws-eusc.eu";
		}
		return region.startsWith("us-gov-") ? "amazonaws-us-gov.com" : "aws.amazon.com";
	}

}
