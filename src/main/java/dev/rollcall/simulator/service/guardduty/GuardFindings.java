package dev.rollcall.simulator.service.guardduty;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.guardduty.model.AccountStatistics;
import software.amazon.awssdk.services.guardduty.model.Finding;
import software.amazon.awssdk.services.guardduty.model.FindingStatistics;
import software.amazon.awssdk.services.guardduty.model.FindingTypeStatistics;
import software.amazon.awssdk.services.guardduty.model.GetFindingsRequest;
import software.amazon.awssdk.services.guardduty.model.GetFindingsResponse;
import software.amazon.awssdk.services.guardduty.model.GetFindingsStatisticsRequest;
import software.amazon.awssdk.services.guardduty.model.GetFindingsStatisticsResponse;
import software.amazon.awssdk.services.guardduty.model.ListFindingsRequest;
import software.amazon.awssdk.services.guardduty.model.ListFindingsResponse;
import software.amazon.awssdk.services.guardduty.model.SeverityStatistics;

/**
 * What detectors have found: an account's own, and at the administrator of a Region what
 * those of its members have.
 */
final class GuardFindings {

	/** How many groups statistics have at most, and where a request does not say. */
	private static final int MOST_GROUPS = 100;

	private static final int GROUPS = 25;

	/** From which severity on a night reads findings whole, and how many. */
	private static final int HIGH = 7;

	private static final int MOST_READ = 1_000;

	/** How many accounts a night asks about at once where an answer may not name all. */
	private static final int ACCOUNTS_AT_ONCE = 50;

	private static final List<Integer> BANDS = List.of(1, 4, HIGH, 9, (int) FindingCriterion.ANY);

	private final World world;

	private final Paging paging;

	private final GuardMembers members;

	GuardFindings(World world, Paging paging, GuardMembers members) {
		this.world = world;
		this.paging = paging;
		this.members = members;
	}

	List<Operation<?>> operations() {
		return List.of(
				Operation.routed("GetFindingsStatistics", "POST /detector/{detectorId}/findings/statistics",
						GetFindingsStatisticsRequest::builder, this::statistics),
				Operation.routed("ListFindings", "POST /detector/{detectorId}/findings", ListFindingsRequest::builder,
						this::list),
				Operation.routed("GetFindings", "POST /detector/{detectorId}/findings/get", GetFindingsRequest::builder,
						this::describe));
	}

	/** The fewest calls of an administrator, about all that it sees. */
	void onceCalls(Member administrator, String region, FewestCalls calls) {
		List<Found> found = seen(administrator, region);
		int known = this.members.listed(administrator, region) + 1;
		int statistics = 2;
		for (int band = 0; band < BANDS.size() - 1; band++) {
			FindingCriterion wanted = new FindingCriterion(false, BANDS.get(band), BANDS.get(band + 1), Set.of());
			statistics += accountCalls(among(found, wanted), known);
		}
		statistics += accountCalls(among(found, new FindingCriterion(true, HIGH, FindingCriterion.ANY, Set.of())),
				known);
		statistics += among(found, FindingCriterion.open(0, Set.of())).isEmpty() ? 0 : 1;
		calls.add(administrator.position(), region, "guardduty:GetFindingsStatistics", statistics);
		wholeCalls(administrator, region, found, FindingCriterion.open(HIGH, Set.of()), calls);
	}

	/** One answer, and others where it may not name all accounts. */
	private static int accountCalls(List<Found> found, int known) {
		long accounts = found.stream().map(Found::member).distinct().count();
		int more = (accounts >= MOST_GROUPS) ? (known + ACCOUNTS_AT_ONCE - 1) / ACCOUNTS_AT_ONCE : 0;
		return (accounts > 0) ? 1 + more : 0;
	}

	/** The fewest calls of an account of which its administrator does not see all. */
	void ownCalls(Member member, String region, FewestCalls calls) {
		calls.add(member.position(), region, "guardduty:GetFindingsStatistics", 2);
		wholeCalls(member, region, seen(member, region), FindingCriterion.open(HIGH, Set.of(member.id())), calls);
	}

	private static void wholeCalls(Member caller, String region, List<Found> seen, FindingCriterion wanted,
			FewestCalls calls) {
		int found = Math.min(among(seen, wanted).size(), MOST_READ);
		if (found > 0) {
			calls.paged(caller.position(), region, "guardduty:ListFindings", wanted.text(), found,
					GuardDutyService.LARGEST_PAGE);
			calls.add(caller.position(), region, "guardduty:GetFindings",
					(found + GuardDutyService.LARGEST_PAGE - 1) / GuardDutyService.LARGEST_PAGE);
		}
	}

	private Reply statistics(Ask<GetFindingsStatisticsRequest> ask) {
		GetFindingsStatisticsRequest request = ask.request();
		List<Found> found = found(ask.caller(), request.detectorId(), FindingCriterion.of(request.findingCriteria()));
		int most = (request.maxResults() != null) ? request.maxResults() : GROUPS;
		FindingStatistics.Builder statistics = FindingStatistics.builder();
		int groups = switch (String.valueOf(request.groupByAsString())) {
			case "ACCOUNT" -> byAccount(statistics, found, most);
			case "SEVERITY" -> bySeverity(statistics, found, most);
			case "FINDING_TYPE" -> byType(statistics, found, most);
			default -> throw new ErrorAnswer(400, GuardDutyService.REFUSAL,
					"The request is rejected because the parameter groupBy has an invalid value.");
		};
		return Reply.of(GetFindingsStatisticsResponse.builder()
			.findingStatistics(statistics.build())
			.nextToken((groups > most) ? "more" : null)
			.build());
	}

	private static int byAccount(FindingStatistics.Builder statistics, List<Found> found, int most) {
		Map<String, List<Found>> groups = groups(found, (one) -> one.member().id());
		statistics.groupedByAccount(
				largest(groups, most)
					.map((group) -> AccountStatistics.builder()
						.accountId(group.getKey())
						.totalFindings(group.getValue().size())
						.build())
					.toList());
		return groups.size();
	}

	private static int bySeverity(FindingStatistics.Builder statistics, List<Found> found, int most) {
		Map<Integer, List<Found>> groups = groups(found, (one) -> one.finding().severity());
		statistics.groupedBySeverity(
				largest(groups, most)
					.map((group) -> SeverityStatistics.builder()
						.severity((double) group.getKey())
						.totalFindings(group.getValue().size())
						.build())
					.toList());
		return groups.size();
	}

	private static int byType(FindingStatistics.Builder statistics, List<Found> found, int most) {
		Map<String, List<Found>> groups = groups(found, (one) -> one.finding().type());
		statistics.groupedByFindingType(
				largest(groups, most)
					.map((group) -> FindingTypeStatistics.builder()
						.findingType(group.getKey())
						.totalFindings(group.getValue().size())
						.build())
					.toList());
		return groups.size();
	}

	private static <K> Map<K, List<Found>> groups(List<Found> found, Function<Found, K> by) {
		return found.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
	}

	private static <K> Stream<Map.Entry<K, List<Found>>> largest(Map<K, List<Found>> groups, int most) {
		return groups.entrySet()
			.stream()
			.sorted(Comparator.comparing((Map.Entry<K, List<Found>> group) -> -group.getValue().size()))
			.limit(most);
	}

	/** The most severe ones first, whatever order is asked for. */
	private Reply list(Ask<ListFindingsRequest> ask) {
		FindingCriterion wanted = FindingCriterion.of(ask.request().findingCriteria());
		List<String> ids = found(ask.caller(), ask.request().detectorId(), wanted).stream()
			.sorted(Comparator.comparing((one) -> -one.finding().severity()))
			.map((one) -> one.id(ask.caller().region()))
			.toList();
		Page<String> page = this.paging.page(ask.caller(), "ListFindings", wanted.text(), ids.size(), ids::get,
				ask.request().nextToken(), ask.request().maxResults(), GuardDutyService.CAP, GuardDutyService.REFUSAL);
		return Reply.of(ListFindingsResponse.builder().findingIds(page.items()).nextToken(page.next()).build());
	}

	private Reply describe(Ask<GetFindingsRequest> ask) {
		List<String> ids = ask.request().findingIds();
		if (ids.size() > GuardDutyService.LARGEST_PAGE) {
			throw new ErrorAnswer(400, GuardDutyService.REFUSAL,
					"The request is rejected because the parameter findingIds has more than 50 values.");
		}
		String region = ask.caller().region();
		return Reply.of(GetFindingsResponse.builder()
			.findings(found(ask.caller(), ask.request().detectorId(), FindingCriterion.of(null)).stream()
				.filter((one) -> ids.contains(one.id(region)))
				.map((one) -> finding(one, ask.caller()))
				.toList())
			.build());
	}

	private Finding finding(Found found, Caller caller) {
		GuardFinding finding = found.finding();
		String id = found.id(caller.region());
		String detector = DetectorAnswers
			.id(this.world.of(found.member(), caller.region(), Guard.FACET), found.member(), caller.region())
			.orElse("");
		String since = this.world.past()
			.daysAgo(finding.daysAgo(), Dice.of(found.member().position()).with(id))
			.toString();
		return Finding.builder()
			.schemaVersion("2.0")
			.id(id)
			.arn(this.world.partition()
				.arn("guardduty", caller.region(), found.member().id(), "detector/" + detector + "/finding/" + id))
			.accountId(found.member().id())
			.partition(this.world.partition().id())
			.region(caller.region())
			.type(finding.type())
			.severity((double) finding.severity())
			.title("=" + finding.type() + " was seen in " + found.member().id())
			.description("What this finding is named after.")
			.createdAt(since)
			.updatedAt(since)
			.resource((resource) -> resource.resourceType("Instance"))
			.service((service) -> service.serviceName("guardduty")
				.detectorId(detector)
				.archived(finding.archived())
				.count(1)
				.eventFirstSeen(since)
				.eventLastSeen(since))
			.build();
	}

	private List<Found> found(Caller caller, String detectorId, FindingCriterion wanted) {
		DetectorAnswers.requireOwn(this.world, caller, detectorId);
		return among(seen(caller.member(), caller.region()), wanted);
	}

	private static List<Found> among(List<Found> found, FindingCriterion wanted) {
		return found.stream().filter((one) -> wanted.takes(one.member().id(), one.finding())).toList();
	}

	/** What a detector shows. */
	private List<Found> seen(Member member, String region) {
		return Stream.concat(Stream.of(member), this.members.shownTo(member, region))
			.flatMap((other) -> of(other, region))
			.toList();
	}

	private Stream<Found> of(Member member, String region) {
		Guard guard = this.world.of(member, region, Guard.FACET);
		return (guard.detector() != Guard.State.NONE)
				? guard.findings().stream().map((finding) -> new Found(member, finding)) : Stream.empty();
	}

	/** A finding of an account. */
	private record Found(Member member, GuardFinding finding) {

		String id(String region) {
			return this.finding.id(this.member.position(), region);
		}

	}

}
