package dev.rollcall.collect.accessanalyzer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.Keys;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.accessanalyzer.model.FindingStatus;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummaryV2;
import software.amazon.awssdk.services.accessanalyzer.model.FindingType;

/**
 * The findings of one analyzer of unused access, counted while they are read. A list that
 * changes while it is read shows findings twice: which were counted is kept, and nothing
 * else of them.
 */
final class UnusedAccessCounts {

	private static final String UNKNOWN = "UNKNOWN";

	private final String analyzerArn;

	private final Keys counted = new Keys();

	private final Map<Group, Count> counts = new LinkedHashMap<>();

	UnusedAccessCounts(Analyzer analyzer) {
		this.analyzerArn = analyzer.arn();
	}

	/**
	 * Counts a finding of a status, once.
	 * @throws UnexpectedAnswerException where it does not say which it is, or whose:
	 * nobody would be told of it
	 */
	void add(FindingSummaryV2 finding, FindingStatus status) {
		String account = finding.resourceOwnerAccount();
		if (finding.id() == null || account == null) {
			throw new UnexpectedAnswerException("access-analyzer:ListFindingsV2 showed the finding " + finding.id()
					+ " of the account " + account + "; both were expected");
		}
		if (!this.counted.add(finding.id())) {
			return;
		}
		this.counts.computeIfAbsent(new Group(account, type(finding)), (group) -> new Count()).add(finding, status);
	}

	/** AWS writes UnusedIAMRole; a word that is newer than the SDK stays as it is. */
	private static String type(FindingSummaryV2 finding) {
		String word = finding.findingTypeAsString();
		if (word == null) {
			return UNKNOWN;
		}
		FindingType known = FindingType.fromValue(word);
		return (known != FindingType.UNKNOWN_TO_SDK_VERSION) ? known.name() : word;
	}

	/** How many findings there are so far. */
	int size() {
		return this.counted.size();
	}

	/** The rows: the analyzer's own, and one for each account and kind. */
	List<Record> rows() {
		List<Record> rows = new ArrayList<>();
		Count all = new Count();
		this.counts.forEach((group, count) -> {
			all.add(count);
			rows.add(new UnusedAccess(this.analyzerArn, group.account(), group.type(), count.active, count.archived,
					count.errors, count.oldest, count.analyzed));
		});
		rows.add(new UnusedAccessAnalyzer(this.analyzerArn, all.active, all.archived, all.errors, all.analyzed));
		return rows;
	}

	private record Group(String account, String type) {

	}

	private static final class Count {

		private long active;

		private long archived;

		private long errors;

		private @Nullable Instant oldest;

		private @Nullable Instant analyzed;

		private void add(FindingSummaryV2 finding, FindingStatus status) {
			this.analyzed = later(this.analyzed, finding.analyzedAt());
			switch (status) {
				case ACTIVE -> addActive(finding);
				case ARCHIVED -> this.archived++;
				default -> {
					// What is resolved is in use, or gone.
				}
			}
		}

		private void addActive(FindingSummaryV2 finding) {
			if (finding.error() != null) {
				this.errors++;
				return;
			}
			this.active++;
			this.oldest = earlier(this.oldest, finding.createdAt());
		}

		private void add(Count other) {
			this.active += other.active;
			this.archived += other.archived;
			this.errors += other.errors;
			this.analyzed = later(this.analyzed, other.analyzed);
		}

		private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
			return (one == null || (other != null && other.isAfter(one))) ? other : one;
		}

		private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
			return (one == null || (other != null && other.isBefore(one))) ? other : one;
		}

	}

}
