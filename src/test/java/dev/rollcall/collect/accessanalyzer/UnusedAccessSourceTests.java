package dev.rollcall.collect.accessanalyzer;

import java.time.Instant;
import java.util.List;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Cells;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.Criterion;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummaryV2;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsV2Request;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsV2Response;
import software.amazon.awssdk.services.accessanalyzer.model.ResourceNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class UnusedAccessSourceTests {

	private static final String OPERATION = "access-analyzer:ListFindingsV2";

	private static final String ARN = "arn:aws:access-analyzer:eu-west-1:222222222222:analyzer/";

	private static final Instant DAY_1 = Instant.parse("2026-11-01T00:00:00Z");

	private static final Instant DAY_2 = Instant.parse("2026-11-02T00:00:00Z");

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws);

	private final AnalyzerSource analyzers = new AnalyzerSource();

	private int findings;

	private final UnusedAccessSource unused = new UnusedAccessSource();

	@Test
	void countsFindingsOfEveryPageByAccountAndKind() {
		analyzers(analyzer("all", "ORGANIZATION_UNUSED_ACCESS", "ACTIVE"));
		this.aws.on(OPERATION,
				Answer.inTurn(
						Answer.of(ListFindingsV2Response.builder()
							.nextToken("2")
							.findings(finding("333333333333", "UnusedIAMRole").createdAt(DAY_2).build())
							.build()),
						Answer.of(ListFindingsV2Response.builder().nextToken("3").build()),
						Answer.of(ListFindingsV2Response.builder()
							.findings(finding("555555555555", "UnusedIn2030").build(),
									finding("333333333333", "UnusedIAMRole").analyzedAt(DAY_1).build(),
									finding("333333333333", "UnusedIAMRole").status("ARCHIVED").build(),
									finding("444444444444", null).error("INTERNAL_ERROR").build(),
									finding("444444444444", "UnusedPermission").status("RESOLVED").build())
							.build())));
		CellResult result = this.cells.read(this.unused, this.analyzers);
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.evidence(UnusedAccess.class)).containsExactly(
				new UnusedAccess(ARN + "all", "333333333333", "UNUSED_IAM_ROLE", 2, 1, 0, DAY_1, DAY_2),
				new UnusedAccess(ARN + "all", "555555555555", "UnusedIn2030", 1, 0, 0, DAY_1, DAY_2),
				new UnusedAccess(ARN + "all", "444444444444", "UNKNOWN", 0, 0, 1, null, DAY_2),
				new UnusedAccess(ARN + "all", "444444444444", "UNUSED_PERMISSION", 0, 0, 0, null, DAY_2));
		assertThat(result.evidence(UnusedAccessAnalyzer.class))
			.containsExactly(new UnusedAccessAnalyzer(ARN + "all", 3, 1, 1, DAY_2));
		ListFindingsV2Request last = this.aws.calls(OPERATION).get(2).request(ListFindingsV2Request.class);
		assertThat(last.nextToken()).isEqualTo("3");
		assertThat(last.maxResults()).isEqualTo(100);
		assertThat(last.filter()).containsOnly(entry("status", Criterion.builder().eq("ACTIVE", "ARCHIVED").build()));
	}

	@Test
	void countsAFindingThatTwoPagesShowOnce() {
		analyzers(analyzer("on", "ACCOUNT_UNUSED_ACCESS", "ACTIVE"));
		FindingSummaryV2 twice = finding("222222222222", "UnusedIAMRole").build();
		this.aws.on(OPERATION,
				Answer.inTurn(Answer.of(ListFindingsV2Response.builder().nextToken("2").findings(twice).build()),
						Answer.of(ListFindingsV2Response.builder().findings(twice).build())));
		assertThat(this.cells.read(this.unused, this.analyzers).evidence(UnusedAccess.class))
			.extracting(UnusedAccess::activeFindings)
			.containsExactly(1L);
	}

	@Test
	void refusesAFindingThatDoesNotSayWhoseItIs() {
		analyzers(analyzer("on", "ACCOUNT_UNUSED_ACCESS", "ACTIVE"));
		this.aws.on(OPERATION,
				Answer.of(ListFindingsV2Response.builder()
					.findings(finding("222222222222", "UnusedIAMRole").resourceOwnerAccount(null).build())
					.build()));
		CellResult result = this.cells.read(this.unused, this.analyzers);
		assertThat(result.status()).isEqualTo(CellStatus.FAILED);
		assertThat(result.evidence(UnusedAccess.class)).isEmpty();
	}

	@Test
	void asksActiveAnalyzersOfUnusedAccessOnly() {
		analyzers(analyzer("external", "ORGANIZATION", "ACTIVE"), analyzer("off", "ACCOUNT_UNUSED_ACCESS", "DISABLED"),
				analyzer("inside", "ACCOUNT_INTERNAL_ACCESS", "ACTIVE"),
				analyzer("on", "ACCOUNT_UNUSED_ACCESS", "ACTIVE"));
		this.aws.on(OPERATION, Answer.of(ListFindingsV2Response.builder().build()));
		CellResult result = this.cells.read(this.unused, this.analyzers);
		assertThat(this.aws.calls(OPERATION)).singleElement()
			.satisfies((call) -> assertThat(call.request(ListFindingsV2Request.class).analyzerArn())
				.isEqualTo(ARN + "on"));
		assertThat(result.rows()).hasSize(1);
		assertThat(result.evidence(UnusedAccessAnalyzer.class))
			.containsExactly(new UnusedAccessAnalyzer(ARN + "on", 0, 0, 0, null));
	}

	@Test
	void isNotEnabledWhereNobodyLooksForUnusedAccess() {
		analyzers(analyzer("external", "ACCOUNT", "ACTIVE"));
		assertThat(this.cells.read(this.unused, this.analyzers).status()).isEqualTo(CellStatus.NOT_ENABLED);
	}

	/** What it showed before it went is not what the account comes to. */
	@Test
	void anAnalyzerDeletedBetweenTwoPagesHasSeenNothingAndOthersStand() {
		analyzers(analyzer("gone", "ACCOUNT_UNUSED_ACCESS", "ACTIVE"),
				analyzer("on", "ACCOUNT_UNUSED_ACCESS", "ACTIVE"));
		this.aws.on(OPERATION, (call) -> {
			ListFindingsV2Request request = call.request(ListFindingsV2Request.class);
			if (request.nextToken() != null) {
				throw ResourceNotFoundException.builder()
					.awsErrorDetails(AwsErrorDetails.builder().errorCode("ResourceNotFoundException").build())
					.message("not found")
					.build();
			}
			return ListFindingsV2Response.builder()
				.findings(finding("222222222222", "UnusedIAMRole").build())
				.nextToken(request.analyzerArn().endsWith("gone") ? "2" : null)
				.build();
		});
		CellResult result = this.cells.read(this.unused, this.analyzers);
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.evidence(UnusedAccess.class)).extracting(UnusedAccess::analyzerArn)
			.containsExactly(ARN + "on");
		assertThat(result.evidence(UnusedAccessAnalyzer.class)).extracting(UnusedAccessAnalyzer::analyzerArn)
			.containsExactly(ARN + "on");
	}

	@Test
	void aStatusThatNobodyKnowsIsAGap() {
		analyzers(analyzer("on", "ACCOUNT_UNUSED_ACCESS", "ACTIVE"));
		this.aws.on(OPERATION,
				Answer.of(ListFindingsV2Response.builder()
					.findings(finding("222222222222", "UnusedIAMRole").status("SNOOZED").build())
					.build()));
		assertThat(this.cells.read(this.unused, this.analyzers).status()).isEqualTo(CellStatus.FAILED);
	}

	private void analyzers(AnalyzerSummary... analyzers) {
		this.aws.on("access-analyzer:ListAnalyzers",
				Answer.of(ListAnalyzersResponse.builder().analyzers(List.of(analyzers)).build()));
	}

	private static AnalyzerSummary analyzer(String name, String type, String status) {
		return AnalyzerSummary.builder().arn(ARN + name).name(name).type(type).status(status).build();
	}

	private FindingSummaryV2.Builder finding(String account, @Nullable String type) {
		return FindingSummaryV2.builder()
			.id("f-" + ++this.findings)
			.resourceOwnerAccount(account)
			.findingType(type)
			.status("ACTIVE")
			.createdAt(DAY_1)
			.analyzedAt(DAY_2);
	}

}
