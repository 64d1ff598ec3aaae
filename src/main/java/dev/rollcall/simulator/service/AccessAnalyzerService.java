package dev.rollcall.simulator.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.RestJsonProtocol;
import dev.rollcall.simulator.world.Access;
import dev.rollcall.simulator.world.AnalyzerState;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.Criterion;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSource;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsResponse;

/** IAM Access Analyzer: analyzers and their findings of external access. */
final class AccessAnalyzerService {

	private static final Cap CAP = Cap.of(100, "ValidationException");

	private final World world;

	private final Paging paging;

	private AccessAnalyzerService(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
	}

	static Service of(World world, Paging paging) {
		AccessAnalyzerService service = new AccessAnalyzerService(world, paging);
		return new Service("access-analyzer", true, new RestJsonProtocol(), List.of(
				Operation.routed("ListAnalyzers", "GET /analyzer", ListAnalyzersRequest::builder, service::analyzers),
				Operation.routed("ListFindings", "POST /finding", ListFindingsRequest::builder, service::findings)));
	}

	private Reply analyzers(Ask<ListAnalyzersRequest> ask) {
		String type = ask.request().typeAsString();
		List<AnalyzerState> analyzers = here(ask.caller()).stream()
			.filter((analyzer) -> type == null || type.equals(analyzer.type()))
			.toList();
		Page<AnalyzerSummary> page = this.paging.page(ask.caller(), "ListAnalyzers", String.valueOf(type),
				analyzers.size(), (i) -> summary(analyzers.get(i), ask.caller()), ask.request().nextToken(),
				ask.request().maxResults(), CAP, "ValidationException");
		return Reply.of(ListAnalyzersResponse.builder().analyzers(page.items()).nextToken(page.next()).build());
	}

	private List<AnalyzerState> here(Caller caller) {
		return this.world.state(caller.member(), caller.region()).analyzers();
	}

	private static AnalyzerSummary summary(AnalyzerState analyzer, Caller caller) {
		return AnalyzerSummary.builder()
			.arn(analyzer.arn())
			.name(analyzer.name())
			.type(analyzer.type())
			.status(analyzer.status())
			.createdAt(Times.of(caller.member().position(), analyzer.arn()))
			.lastResourceAnalyzedAt(Times.of(caller.member().position(), "analyzed"))
			.build();
	}

	private Reply findings(Ask<ListFindingsRequest> ask) {
		ListFindingsRequest request = ask.request();
		AnalyzerState analyzer = here(ask.caller()).stream()
			.filter((candidate) -> candidate.arn().equals(request.analyzerArn()))
			.findFirst()
			.orElseThrow(() -> new ErrorAnswer(404, "ResourceNotFoundException",
					"The specified analyzer could not be found."));
		if (!analyzer.isExternal()) {
			throw new ErrorAnswer(400, "ValidationException",
					"This operation is not supported for the specified analyzer type.");
		}
		List<Access> accesses = this.world.accesses(analyzer)
			.stream()
			.filter((access) -> isWanted(request, access))
			.toList();
		Page<FindingSummary> page = this.paging.page(ask.caller(), "ListFindings", analyzer.name(), accesses.size(),
				(i) -> summary(accesses.get(i)), request.nextToken(), request.maxResults(), CAP, "ValidationException");
		return Reply.of(ListFindingsResponse.builder().findings(page.items()).nextToken(page.next()).build());
	}

	/** Of the filters, the one on the status is served. */
	private static boolean isWanted(ListFindingsRequest request, Access access) {
		request.filter().keySet().stream().filter((key) -> !key.equals("status")).findFirst().ifPresent((key) -> {
			throw new ErrorAnswer(400, "ValidationException", "The filter " + key + " is not simulated.");
		});
		Optional<Criterion> status = Optional.ofNullable(request.filter().get("status"));
		return status
			.map((criterion) -> (criterion.eq().isEmpty() || criterion.eq().contains(status(access)))
					&& !criterion.neq().contains(status(access)))
			.orElse(true);
	}

	private static String status(Access access) {
		return access.archived() ? "ARCHIVED" : "ACTIVE";
	}

	private static FindingSummary summary(Access access) {
		return FindingSummary.builder()
			.id(access.id())
			.resource(access.resource())
			.resourceType(access.resourceType())
			.resourceOwnerAccount(access.owner())
			.principal(access.principal())
			.isPublic(access.kind() == Access.Kind.PUBLIC)
			.action(access.resourceType().equals("AWS::S3::Bucket") ? "s3:GetObject" : "sts:AssumeRole")
			.condition(Map.of())
			.sources(FindingSource.builder().type("POLICY").build())
			.resourceControlPolicyRestriction(access.rcpRestriction())
			.error(access.error())
			.status(status(access))
			.createdAt(Times.of(0, access.id()))
			.analyzedAt(Times.of(1, access.id()))
			.updatedAt(Times.of(2, access.id()))
			.build();
	}

}
