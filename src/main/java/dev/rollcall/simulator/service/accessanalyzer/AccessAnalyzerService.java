package dev.rollcall.simulator.service.accessanalyzer;

import java.util.List;
import java.util.Map;

import dev.rollcall.simulator.service.FewestCalls;
import dev.rollcall.simulator.service.Paging;
import dev.rollcall.simulator.service.Paging.Cap;
import dev.rollcall.simulator.service.Paging.Page;
import dev.rollcall.simulator.service.Rate;
import dev.rollcall.simulator.service.Service;
import dev.rollcall.simulator.wire.Caller;
import dev.rollcall.simulator.wire.ErrorAnswer;
import dev.rollcall.simulator.wire.Operation;
import dev.rollcall.simulator.wire.Operation.Ask;
import dev.rollcall.simulator.wire.Operation.Reply;
import dev.rollcall.simulator.wire.Protocol;
import dev.rollcall.simulator.wire.RestJsonProtocol;
import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Past;
import dev.rollcall.simulator.world.World;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ArchiveRuleSummary;
import software.amazon.awssdk.services.accessanalyzer.model.Criterion;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSource;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListArchiveRulesRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListArchiveRulesResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsV2Request;

/**
 * IAM Access Analyzer: analyzers, and their findings of external and of unused access.
 */
final class AccessAnalyzerService implements Service {

	private static final Protocol PROTOCOL = new RestJsonProtocol();

	private static final int LARGEST_PAGE = 100;

	static final Cap CAP = Cap.of(LARGEST_PAGE, "ValidationException");

	private final World world;

	private final Paging paging;

	private final UnusedFindings unused;

	private final List<Operation<?>> operations;

	AccessAnalyzerService(World world, Paging paging) {
		this.world = world;
		this.paging = paging;
		this.unused = new UnusedFindings(world, paging);
		this.operations = served();
	}

	private List<Operation<?>> served() {
		return List.of(
				Operation.routed("ListAnalyzers", "GET /analyzer", ListAnalyzersRequest::builder, this::analyzers),
				Operation.routed("ListFindings", "POST /finding", ListFindingsRequest::builder, this::findings),
				Operation
					.<ListFindingsV2Request>routed("ListFindingsV2", "POST /findingv2", ListFindingsV2Request::builder,
							(ask) -> this.unused.of(analyzer(ask.caller(), ask.request().analyzerArn()), ask))
					.permittedBy("ListFindings"),
				Operation.routed("ListArchiveRules", "GET /analyzer/{analyzerName}/archive-rule",
						ListArchiveRulesRequest::builder, this::archiveRules));
	}

	@Override
	public String name() {
		return "access-analyzer";
	}

	@Override
	public Reach reach() {
		return Reach.REGION;
	}

	@Override
	public Protocol protocol() {
		return PROTOCOL;
	}

	@Override
	public List<Operation<?>> operations() {
		return this.operations;
	}

	@Override
	public ErrorAnswer tooOften() {
		return new ErrorAnswer(429, "ThrottlingException", "Rate exceeded");
	}

	@Override
	public Rate assumedQuota() {
		return new Rate(5, 10);
	}

	@Override
	public List<Delegation> delegations() {
		return List.of(new Delegation(World.AUDIT, "access-analyzer.amazonaws.com"));
	}

	@Override
	public void regionCalls(Member member, String region, FewestCalls calls) {
		List<AnalyzerState> analyzers = this.world.of(member, region, RegionAccess.FACET).analyzers();
		calls.paged(member.position(), region, "access-analyzer:ListAnalyzers", "null", analyzers.size(), LARGEST_PAGE);
		analyzers.stream()
			.filter((analyzer) -> (analyzer.isExternal() || analyzer.isUnused()) && analyzer.status().equals("ACTIVE"))
			.forEach((analyzer) -> {
				calls.paged(member.position(), region,
						analyzer.isUnused() ? "access-analyzer:ListFindingsV2" : "access-analyzer:ListFindings",
						analyzer.name(), found(analyzer), LARGEST_PAGE);
				calls.paged(member.position(), region, "access-analyzer:ListArchiveRules", analyzer.name(),
						analyzer.accepted().size(), LARGEST_PAGE);
			});
	}

	private int found(AnalyzerState analyzer) {
		return (analyzer.isUnused() ? Unused.found(this.world, analyzer) : RegionAccess.found(this.world, analyzer))
			.size();
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
		return this.world.of(caller.member(), caller.region(), RegionAccess.FACET).analyzers();
	}

	private AnalyzerSummary summary(AnalyzerState analyzer, Caller caller) {
		return AnalyzerSummary.builder()
			.arn(analyzer.arn())
			.name(analyzer.name())
			.type(analyzer.type())
			.status(analyzer.status())
			.configuration(analyzer.isUnused() ? UnusedFindings.configuration(analyzer) : null)
			.createdAt(this.world.past().once(caller.member().position(), analyzer.arn()))
			.lastResourceAnalyzedAt(this.world.past().lately(caller.member().position(), "analyzed"))
			.build();
	}

	private Reply findings(Ask<ListFindingsRequest> ask) {
		ListFindingsRequest request = ask.request();
		AnalyzerState analyzer = analyzer(ask.caller(), request.analyzerArn());
		if (!analyzer.isExternal()) {
			throw new ErrorAnswer(400, "ValidationException",
					"This operation is not supported for the specified analyzer type.");
		}
		List<Access> accesses = RegionAccess.found(this.world, analyzer)
			.stream()
			.filter((access) -> StatusFilter.isWanted(request.filter(), status(access)))
			.toList();
		Page<FindingSummary> page = this.paging.page(ask.caller(), "ListFindings", analyzer.name(), accesses.size(),
				(i) -> summary(accesses.get(i)), request.nextToken(), request.maxResults(), CAP, "ValidationException");
		return Reply.of(ListFindingsResponse.builder().findings(page.items()).nextToken(page.next()).build());
	}

	private AnalyzerState analyzer(Caller caller, String arn) {
		return here(caller).stream()
			.filter((candidate) -> candidate.arn().equals(arn))
			.findFirst()
			.orElseThrow(() -> new ErrorAnswer(404, "ResourceNotFoundException",
					"The specified analyzer could not be found."));
	}

	private Reply archiveRules(Ask<ListArchiveRulesRequest> ask) {
		AnalyzerState analyzer = here(ask.caller()).stream()
			.filter((candidate) -> candidate.name().equals(ask.request().analyzerName()))
			.findFirst()
			.orElseThrow(() -> new ErrorAnswer(404, "ResourceNotFoundException",
					"The specified analyzer could not be found."));
		Page<ArchiveRuleSummary> page = this.paging.page(ask.caller(), "ListArchiveRules", analyzer.name(),
				analyzer.accepted().size(), (i) -> rule(analyzer.accepted().get(i)), ask.request().nextToken(),
				ask.request().maxResults(), CAP, "ValidationException");
		return Reply.of(ListArchiveRulesResponse.builder().archiveRules(page.items()).nextToken(page.next()).build());
	}

	private ArchiveRuleSummary rule(String resource) {
		return ArchiveRuleSummary.builder()
			.ruleName("accepted-" + resource.substring(resource.lastIndexOf(':') + 1))
			.filter(Map.of("resource", Criterion.builder().eq(resource).build()))
			.createdAt(this.world.past().once(0, resource))
			.updatedAt(this.world.past().once(0, resource))
			.build();
	}

	private static String status(Access access) {
		return access.archived() ? "ARCHIVED" : "ACTIVE";
	}

	private FindingSummary summary(Access access) {
		Past past = this.world.past();
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
			.createdAt(past.once(0, access.id()))
			.analyzedAt(past.lately(1, access.id()))
			.updatedAt(past.lately(2, access.id()))
			.build();
	}

}
