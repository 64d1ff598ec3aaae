package dev.rollcall.collect.guardduty;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.rollcall.account.UnexpectedAnswerException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.FindingStatistics;
import software.amazon.awssdk.services.guardduty.model.GetFindingsStatisticsResponse;
import software.amazon.awssdk.services.guardduty.model.GroupByType;
import software.amazon.awssdk.services.guardduty.model.OrderBy;

/**
 * How many findings a detector has. An answer holds a hundred groups and no page follows
 * it, so that one of a hundred may be a part of them.
 */
final class FindingCounts {

	/** The most groups of an answer. */
	private static final int MOST = 100;

	/** How many accounts are asked about at once: fewer than an answer may name. */
	private static final int AT_ONCE = 50;

	private static final String OPERATION = "guardduty:GetFindingsStatistics";

	private final GuardDutyClient client;

	private final String detector;

	FindingCounts(GuardDutyClient client, String detector) {
		this.client = client;
		this.detector = detector;
	}

	/**
	 * How many there are of each severity.
	 * @return those of which there are some; empty where the answer has no such list
	 */
	Optional<Map<FindingSeverity, Long>> bySeverity(FindingFilter wanted) {
		GetFindingsStatisticsResponse answer = ask(wanted, GroupByType.SEVERITY);
		FindingStatistics statistics = answer.findingStatistics();
		if (statistics == null || !statistics.hasGroupedBySeverity()) {
			return Optional.empty();
		}
		if (!isWhole(answer, statistics.groupedBySeverity().size())) {
			throw new UnexpectedAnswerException(
					OPERATION + " showed " + statistics.groupedBySeverity().size() + " severities, and maybe not all");
		}
		Map<FindingSeverity, Long> counts = new EnumMap<>(FindingSeverity.class);
		statistics.groupedBySeverity()
			.forEach((group) -> counts.merge(
					FindingSeverity.of(OPERATION + ": groupedBySeverity.severity", group.severity()),
					required(group.totalFindings()), Long::sum));
		counts.values().removeIf((count) -> count == 0);
		return Optional.of(counts);
	}

	/**
	 * How many each account has.
	 * @param least how many they have together; an answer that comes to less leaves some
	 * out
	 * @param known the accounts to ask about, some at a time, where an answer may not
	 * name all
	 */
	Map<String, Long> byAccount(FindingFilter wanted, long least, List<String> known) {
		Groups all = accounts(wanted);
		if (all.whole() && all.total() >= least) {
			return all.counts();
		}
		Map<String, Long> counts = new TreeMap<>(all.counts());
		for (int from = 0; from < known.size(); from += AT_ONCE) {
			List<String> asked = known.subList(from, Math.min(from + AT_ONCE, known.size()));
			Groups some = accounts(wanted.of(asked));
			if (!some.whole()) {
				throw new UnexpectedAnswerException(OPERATION + " showed " + some.counts().size()
						+ " accounts, and maybe not all, where it was asked about " + asked.size());
			}
			counts.putAll(some.counts());
		}
		return counts;
	}

	private Groups accounts(FindingFilter wanted) {
		GetFindingsStatisticsResponse answer = ask(wanted, GroupByType.ACCOUNT);
		List<Group> groups = new ArrayList<>();
		if (answer.findingStatistics() != null) {
			answer.findingStatistics()
				.groupedByAccount()
				.forEach((group) -> groups.add(new Group(group.accountId(), group.totalFindings())));
		}
		return Groups.of(groups, answer);
	}

	/** How many there are of each type, the most frequent ones first. */
	Groups byType(FindingFilter wanted) {
		GetFindingsStatisticsResponse answer = ask(wanted, GroupByType.FINDING_TYPE);
		List<Group> groups = new ArrayList<>();
		if (answer.findingStatistics() != null) {
			answer.findingStatistics()
				.groupedByFindingType()
				.forEach((group) -> groups.add(new Group(group.findingType(), group.totalFindings())));
		}
		return Groups.of(groups, answer);
	}

	private GetFindingsStatisticsResponse ask(FindingFilter wanted, GroupByType by) {
		return this.client.getFindingsStatistics((request) -> request.detectorId(this.detector)
			.findingCriteria(wanted.criteria())
			.groupBy(by)
			.orderBy(OrderBy.DESC)
			.maxResults(MOST));
	}

	private static boolean isWhole(GetFindingsStatisticsResponse answer, int groups) {
		return groups < MOST && (answer.nextToken() == null || answer.nextToken().isEmpty());
	}

	private static long required(@Nullable Integer findings) {
		if (findings == null || findings < 0) {
			throw new UnexpectedAnswerException(OPERATION + " counted " + findings + " findings");
		}
		return findings;
	}

	private record Group(@Nullable String name, @Nullable Integer findings) {

	}

	/**
	 * How many findings there are of each kind.
	 *
	 * @param whole whether no kind is missing
	 */
	record Groups(Map<String, Long> counts, boolean whole) {

		private long total() {
			return this.counts.values().stream().mapToLong(Long::longValue).sum();
		}

		private static Groups of(List<Group> groups, GetFindingsStatisticsResponse answer) {
			Map<String, Long> counts = new TreeMap<>();
			for (Group group : groups) {
				if (group.name() == null) {
					throw new UnexpectedAnswerException(OPERATION + " showed a group without its name");
				}
				counts.merge(group.name(), required(group.findings()), Long::sum);
			}
			counts.values().removeIf((count) -> count == 0);
			return new Groups(counts, isWhole(answer, groups.size()));
		}

	}

}
