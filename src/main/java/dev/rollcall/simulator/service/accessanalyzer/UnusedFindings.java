package dev.rollcall.simulator.service.accessanalyzer;

import java.util.List;

import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.world.Past;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.accessanalyzer.model.AnalysisRule;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerConfiguration;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummaryV2;
import software.amazon.awssdk.services.accessanalyzer.model.FindingType;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsV2Request;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsV2Response;
import software.amazon.awssdk.services.accessanalyzer.model.UnusedAccessConfiguration;

/** What an analyzer of unused access says of itself, and what it finds. */
final class UnusedFindings {

	private final World world;

	private final Paging paging;

	UnusedFindings(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
	}

	/** How an analyzer is set up to look for unused access. */
	static AnalyzerConfiguration configuration(AnalyzerState analyzer) {
		UnusedAccessConfiguration.Builder unused = UnusedAccessConfiguration.builder()
			.unusedAccessAge(AnalyzerState.UNUSED_DAYS);
		if (!analyzer.leftOut().isEmpty()) {
			unused.analysisRule(
					AnalysisRule.builder().exclusions((exclusion) -> exclusion.accountIds(analyzer.leftOut())).build());
		}
		return AnalyzerConfiguration.fromUnusedAccess(unused.build());
	}

	/**
	 * Answers for an analyzer.
	 * @throws ErrorAnswer where it looks for something else
	 */
	Reply of(AnalyzerState analyzer, Ask<ListFindingsV2Request> ask) {
		if (!analyzer.isUnused()) {
			throw new ErrorAnswer(400, "ValidationException", "Findings of this type of analyzer are not simulated.");
		}
		ListFindingsV2Request request = ask.request();
		List<Unused> found = Unused.found(this.world, analyzer)
			.stream()
			.filter((unused) -> StatusFilter.isWanted(request.filter(), status(unused)))
			.toList();
		Page<FindingSummaryV2> page = this.paging.page(ask.caller(), "ListFindingsV2", analyzer.name(), found.size(),
				(i) -> summary(found.get(i)), request.nextToken(), request.maxResults(), AccessAnalyzerService.CAP,
				"ValidationException");
		return Reply.of(ListFindingsV2Response.builder().findings(page.items()).nextToken(page.next()).build());
	}

	private static String status(Unused unused) {
		return unused.archived() ? "ARCHIVED" : "ACTIVE";
	}

	private FindingSummaryV2 summary(Unused unused) {
		Past past = this.world.past();
		return FindingSummaryV2.builder()
			.id(unused.id())
			.resource(unused.resource())
			.resourceType(unused.kind().resourceType())
			.resourceOwnerAccount(unused.owner())
			.findingType(FindingType.valueOf(unused.kind().name()))
			.status(status(unused))
			.createdAt(past.once(0, unused.id()))
			.updatedAt(past.lately(2, unused.id()))
			.analyzedAt(past.lately(1, unused.id()))
			.build();
	}

}
