package dev.rollcall.collect.accessanalyzer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Cells;
import dev.rollcall.organization.Roster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerConfiguration;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.Criterion;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListArchiveRulesResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ResourceNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;

class AccessAnalyzerSourcesTests {

	private static final String ARN = "arn:aws:access-analyzer:eu-west-1:222222222222:analyzer/";

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws);

	private final AnalyzerSource analyzers = new AnalyzerSource();

	private final ExternalAccessSource findings = new ExternalAccessSource();

	private final ArchiveRuleSource rules = new ArchiveRuleSource();

	@Test
	void readsAnalyzersOfEveryTypeFromEveryPage() {
		this.aws.on("access-analyzer:ListAnalyzers",
				Answer.inTurn(Answer.of(ListAnalyzersResponse.builder().nextToken("2").build()),
						Answer.of(ListAnalyzersResponse.builder()
							.analyzers(analyzer("a", "ORGANIZATION", "ACTIVE"),
									analyzer("b", "ACCOUNT_UNUSED_ACCESS", "DISABLED").toBuilder()
										.statusReason((reason) -> reason.code("AWS_SERVICE_ACCESS_DISABLED"))
										.build())
							.build())));
		assertThat(this.cells.evidence(this.analyzers)).containsExactly(
				new Analyzer(ARN + "a", "a", "ORGANIZATION", "ACTIVE", null, Instant.EPOCH, null, null, List.of(),
						List.of()),
				new Analyzer(ARN + "b", "b", "ACCOUNT_UNUSED_ACCESS", "DISABLED", "AWS_SERVICE_ACCESS_DISABLED",
						Instant.EPOCH, null, null, List.of(), List.of()));
	}

	@Test
	void readsAfterHowManyDaysAccessIsUnusedAndWhatIsLeftOut() {
		analyzers(
				analyzer("unused", "ORGANIZATION_UNUSED_ACCESS", "ACTIVE").toBuilder()
					.configuration(AnalyzerConfiguration.fromUnusedAccess((unused) -> unused.unusedAccessAge(45)
						.analysisRule((rule) -> rule.exclusions(
								(exclusion) -> exclusion.accountIds("444444444444", "333333333333"),
								(exclusion) -> exclusion.accountIds("444444444444")
									.resourceTags(Map.of("team", "on-call", "env", "prod"), Map.of("keep", ""))))))
					.build());
		assertThat(this.cells.evidence(this.analyzers)).containsExactly(new Analyzer(ARN + "unused", "unused",
				"ORGANIZATION_UNUSED_ACCESS", "ACTIVE", null, Instant.EPOCH, null, 45L,
				List.of("333333333333", "444444444444"), List.of("env=prod and team=on-call", "keep=")));
	}

	@Test
	void aRegionWithoutAnalyzersIsNotEnabled() {
		analyzers();
		assertThat(this.cells.read(this.analyzers).status()).isEqualTo(CellStatus.NOT_ENABLED);
		assertThat(this.cells.read(this.findings, this.analyzers).status()).isEqualTo(CellStatus.NOT_ENABLED);
	}

	@Test
	void readsTheFindingsOfActiveAnalyzersOfExternalAccessOnly() {
		analyzers(analyzer("on", "ACCOUNT", "ACTIVE"), analyzer("org", "ORGANIZATION", "ACTIVE"),
				analyzer("off", "ACCOUNT", "DISABLED"), analyzer("unused", "ACCOUNT_UNUSED_ACCESS", "ACTIVE"),
				analyzer("inside", "ORGANIZATION_INTERNAL_ACCESS", "ACTIVE"));
		findings();
		assertThat(this.cells.read(this.findings, this.analyzers).status()).isEqualTo(CellStatus.READ);
		assertThat(this.aws.calls("access-analyzer:ListFindings"))
			.extracting((call) -> call.request(ListFindingsRequest.class).analyzerArn())
			.containsExactly(ARN + "on", ARN + "org");
	}

	@Test
	void isNotEnabledWhereOnlyOtherAnalyzersAre() {
		analyzers(analyzer("unused", "ACCOUNT_UNUSED_ACCESS", "ACTIVE"));
		assertThat(this.cells.read(this.findings, this.analyzers).status()).isEqualTo(CellStatus.NOT_ENABLED);
	}

	@Test
	void anAnalyzerDeletedSinceItWasListedSeesNothingAndOthersStand() {
		analyzers(analyzer("gone", "ACCOUNT", "ACTIVE"), analyzer("on", "ACCOUNT", "ACTIVE"));
		findingsBut("gone");
		CellResult result = this.cells.read(this.findings, this.analyzers);
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.evidence(ExternalAccess.class)).extracting(ExternalAccess::analyzerArn)
			.containsExactly(ARN + "on");
	}

	@Test
	void isNotEnabledWhereTheOnlyAnalyzerWasDeletedSinceItWasListed() {
		analyzers(analyzer("gone", "ORGANIZATION", "ACTIVE"));
		findingsBut("gone");
		assertThat(this.cells.read(this.findings, this.analyzers).status()).isEqualTo(CellStatus.NOT_ENABLED);
	}

	/** What the account's own analyzer found is not what the organization's saw. */
	@Test
	void isAGapWhereTheOrganizationsAnalyzerWasDeletedAndAnotherRead() {
		analyzers(analyzer("gone", "ORGANIZATION", "ACTIVE"), analyzer("on", "ACCOUNT", "ACTIVE"));
		findingsBut("gone");
		assertThat(this.cells.read(this.findings, this.analyzers).status()).isEqualTo(CellStatus.FAILED);
	}

	private void findingsBut(String gone) {
		this.aws.on("access-analyzer:ListFindings", (call) -> {
			if (call.request(ListFindingsRequest.class).analyzerArn().endsWith(gone)) {
				throw ResourceNotFoundException.builder()
					.awsErrorDetails(AwsErrorDetails.builder().errorCode("ResourceNotFoundException").build())
					.message("not found")
					.build();
			}
			return ListFindingsResponse.builder().findings(finding(Map.of("AWS", "444444444444")).build()).build();
		});
	}

	@Test
	void readsActiveFindingsFromEveryPage() {
		analyzers(analyzer("on", "ACCOUNT", "ACTIVE"));
		this.aws.on("access-analyzer:ListFindings",
				Answer.inTurn(
						Answer.of(ListFindingsResponse.builder()
							.nextToken("2")
							.findings(finding(Map.of("AWS", "444444444444")).id("1").build())
							.build()),
						Answer.of(ListFindingsResponse.builder().nextToken("3").build()),
						Answer.of(ListFindingsResponse.builder()
							.findings(finding(Map.of("AWS", "*")).id("2").isPublic(true).build())
							.build())));
		assertThat(this.cells.read(this.findings, this.analyzers).evidence(ExternalAccess.class))
			.extracting(ExternalAccess::findingId)
			.containsExactly("1", "2");
		ListFindingsRequest last = this.aws.calls("access-analyzer:ListFindings")
			.get(2)
			.request(ListFindingsRequest.class);
		assertThat(last.nextToken()).isEqualTo("3");
		assertThat(last.filter().get("status"))
			.satisfies((status) -> assertThat(status.eq()).containsExactly("ACTIVE", "ARCHIVED"));
		assertThat(last.maxResults()).isEqualTo(100);
	}

	@Test
	void setsArchivedFindingsApart() {
		analyzers(analyzer("on", "ACCOUNT", "ACTIVE"));
		findings(finding(Map.of("AWS", "*")).id("1").isPublic(true).status("ARCHIVED").build(),
				finding(Map.of("AWS", "*")).id("2").isPublic(true).build());
		CellResult result = this.cells.read(this.findings, this.analyzers);
		assertThat(result.evidence(ExternalAccess.class)).extracting(ExternalAccess::findingId).containsExactly("2");
		assertThat(result.evidence(ArchivedAccess.class))
			.containsExactly(new ArchivedAccess("1", ARN + "on", "arn:aws:s3:::logs", "AWS::S3::Bucket", "222222222222",
					"AWS:*", Exposure.PUBLIC, List.of(), null, null, Instant.EPOCH, Instant.EPOCH, true));
	}

	@Test
	void readsTheArchiveRulesOfActiveAnalyzers() {
		analyzers(analyzer("on", "ACCOUNT", "ACTIVE"), analyzer("off", "ACCOUNT", "DISABLED"),
				analyzer("inside", "ACCOUNT_INTERNAL_ACCESS", "ACTIVE"));
		rules(Map.of("resourceType", Criterion.builder().eq("AWS::S3::Bucket").build(), "isPublic",
				Criterion.builder().eq("true").build(), "error", Criterion.builder().exists(false).build()));
		assertThat(this.cells.read(this.rules, this.analyzers).evidence(ArchiveRule.class))
			.containsExactly(new ArchiveRule(ARN + "on/archive-rule/rule", ARN + "on", "rule",
					List.of("error exists false", "isPublic eq true", "resourceType eq AWS::S3::Bucket"), true,
					Instant.EPOCH, null, false));
	}

	@ParameterizedTest
	@CsvSource({ "isPublic, eq, true, true", "isPublic, eq, false, false", "isPublic, neq, true, false",
			"isPublic, neq, false, true", "resource, eq, arn:aws:s3:::web, false", "resource, contains, web, true",
			"principal.AWS, eq, 444444444444, false", "principal.AWS, eq, *, true", "newer, eq, thing, true" })
	void knowsWhatARuleCannotHide(String key, String operator, String value, boolean hides) {
		Criterion.Builder criterion = Criterion.builder();
		switch (operator) {
			case "eq" -> criterion.eq(value);
			case "neq" -> criterion.neq(value);
			default -> criterion.contains(value);
		}
		analyzers(analyzer("on", "ACCOUNT", "ACTIVE"));
		rules(Map.of(key, criterion.build()));
		assertThat(this.cells.read(this.rules, this.analyzers).evidence(ArchiveRule.class)).singleElement()
			.satisfies((rule) -> assertThat(rule.hidesPublic()).isEqualTo(hides));
	}

	@Test
	void aVanishedAnalyzerHasNoRules() {
		analyzers(analyzer("on", "ACCOUNT", "ACTIVE"));
		this.aws.on("access-analyzer:ListArchiveRules",
				Answer.failing(ResourceNotFoundException.builder().statusCode(404).message("gone").build()));
		CellResult result = this.cells.read(this.rules, this.analyzers);
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.rows()).isEmpty();
	}

	@Test
	void readsWhatAnalyzersOfUnusedAccessArchiveByName() {
		analyzers(analyzer("unused", "ACCOUNT_UNUSED_ACCESS", "ACTIVE"));
		rules(Map.of("resource", Criterion.builder().eq("arn:aws:iam::222222222222:role/break-glass").build()));
		assertThat(this.cells.read(this.rules, this.analyzers).evidence(ArchiveRule.class)).singleElement()
			.satisfies((rule) -> assertThat(rule.namesResources()).isTrue());
	}

	@Test
	void hasNoRulesWhereNoAnalyzerIsAskedForFindings() {
		analyzers(analyzer("inside", "ACCOUNT_INTERNAL_ACCESS", "ACTIVE"));
		assertThat(this.cells.read(this.rules, this.analyzers).status()).isEqualTo(CellStatus.NOT_ENABLED);
	}

	private void rules(Map<String, Criterion> filter) {
		this.aws.on("access-analyzer:ListArchiveRules",
				Answer.of(ListArchiveRulesResponse.builder()
					.archiveRules((rule) -> rule.ruleName("rule").filter(filter).createdAt(Instant.EPOCH))
					.build()));
	}

	@Test
	void writesDownWhatAFindingSays() {
		FindingSummary finding = finding(Map.of("AWS", "arn:aws:iam::444444444444:root")).id("f-1")
			.action("s3:GetObject", "s3:ListBucket")
			.condition(Map.of("aws:SourceIp", "10.0.0.0/8"))
			.sources((source) -> source.type("BUCKET_ACL"))
			.resourceControlPolicyRestriction("APPLICABLE")
			.build();
		assertThat(read(finding))
			.isEqualTo(new ExternalAccess("f-1", ARN + "on", "arn:aws:s3:::logs", "AWS::S3::Bucket", "222222222222",
					"AWS:arn:aws:iam::444444444444:root", "444444444444", Exposure.OUTSIDE_ORGANIZATION,
					List.of("s3:GetObject", "s3:ListBucket"), Map.of("aws:SourceIp", "10.0.0.0/8"),
					List.of("BUCKET_ACL"), "APPLICABLE", null, "ACTIVE", Instant.EPOCH, Instant.EPOCH, null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null", textBlock = """
			AWS           | arn:aws:iam::333333333333:role/x               | INSIDE_ORGANIZATION  | 333333333333
			AWS           | 333333333333                                   | INSIDE_ORGANIZATION  | 333333333333
			AWS           | arn:aws:iam::444444444444:root                 | OUTSIDE_ORGANIZATION | 444444444444
			AWS           | 444444444444                                   | OUTSIDE_ORGANIZATION | 444444444444
			AWS           | *                                              | UNKNOWN              | null
			AWS           | AIDAEXAMPLE                                    | UNKNOWN              | null
			Federated     | cognito-identity.amazonaws.com                 | FEDERATED            | null
			Federated     | arn:aws:iam::222222222222:saml-provider/idp    | FEDERATED            | 222222222222
			Service       | cloudtrail.amazonaws.com                       | SERVICE              | null
			CanonicalUser | 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8 | UNKNOWN              | null
			Newer         | something                                      | UNKNOWN              | null
			""")
	void sortsPrincipalsByExposure(String type, String principal, Exposure exposure, @Nullable String account) {
		ExternalAccess access = read(finding(Map.of(type, principal)).isPublic(false).build());
		assertThat(access.exposure()).isEqualTo(exposure);
		assertThat(access.principal()).isEqualTo(type + ":" + principal);
		assertThat(access.principalAccount()).isEqualTo(account);
	}

	@Test
	void anybodyIsPublic() {
		assertThat(read(finding(Map.of("AWS", "*")).isPublic(true).build()).exposure()).isEqualTo(Exposure.PUBLIC);
		assertThat(read(finding(Map.of()).isPublic(true).build()).exposure()).isEqualTo(Exposure.PUBLIC);
	}

	@Test
	void whomAConditionLeavesIsUnknownWhereNobodySaysWhetherThatIsThePublic() {
		FindingSummary.Builder everybody = finding(Map.of("AWS", "*"));
		assertThat(read(everybody.build()).exposure()).isEqualTo(Exposure.UNKNOWN);
		assertThat(read(everybody.condition(Map.of("aws:PrincipalOrgID", "o-a1b2c3d4e5")).build()).exposure())
			.isEqualTo(Exposure.UNKNOWN);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			aws:PrincipalOrgID    | o-a1b2c3d4e5              | INSIDE_ORGANIZATION
			AWS:principalorgid    | o-a1b2c3d4e5              | INSIDE_ORGANIZATION
			aws:PrincipalOrgID    | o-zzzzzzzzzz              | OUTSIDE_ORGANIZATION
			aws:PrincipalOrgID    | o-*                       | UNKNOWN
			aws:PrincipalOrgPaths | o-a1b2c3d4e5/r-1/ou-1-2/* | INSIDE_ORGANIZATION
			aws:PrincipalOrgPaths | o-zzzzzzzzzz/*            | OUTSIDE_ORGANIZATION
			aws:PrincipalAccount  | 333333333333              | INSIDE_ORGANIZATION
			aws:PrincipalAccount  | 444444444444              | OUTSIDE_ORGANIZATION
			aws:PrincipalAccount  | 4444*                     | UNKNOWN
			aws:SourceIp          | 203.0.113.0/24            | UNKNOWN
			""")
	void everybodyIsWhomAConditionLeaves(String key, String value, Exposure exposure) {
		FindingSummary.Builder everybody = finding(Map.of("AWS", "*")).isPublic(false);
		assertThat(read(everybody.condition(Map.of(key, value)).build()).exposure()).isEqualTo(exposure);
		assertThat(read(everybody.condition(Map.of(key, value, "aws:UserAgent", "x")).build()).exposure())
			.isEqualTo(Exposure.UNKNOWN);
	}

	@Test
	void aConditionOnTheOrganizationSaysNothingWhereNobodyKnowsIt() {
		this.cells.roster(Roster.LIST);
		assertThat(read(finding(Map.of("AWS", "*")).isPublic(false)
			.condition(Map.of("aws:PrincipalOrgID", "o-a1b2c3d4e5"))
			.build()).exposure()).isEqualTo(Exposure.UNKNOWN);
	}

	@Test
	void whomAnOrganizationsAnalyzerFindsIsOutsideOfIt() {
		analyzers(analyzer("org", "ORGANIZATION", "ACTIVE"));
		findings(finding(Map.of("AWS", "*")).isPublic(false).condition(Map.of("aws:SourceVpc", "vpc-1")).build());
		assertThat(this.cells.read(this.findings, this.analyzers).evidence(ExternalAccess.class))
			.extracting(ExternalAccess::exposure)
			.containsExactly(Exposure.OUTSIDE_ORGANIZATION);
	}

	@Test
	void aFindingWithoutPrincipalIsUnknown() {
		ExternalAccess access = read(finding(Map.of()).build());
		assertThat(access.exposure()).isEqualTo(Exposure.UNKNOWN);
		assertThat(access.principal()).isNull();
	}

	@Test
	void severalPrincipalsAreSortedAndCountAsTheWidest() {
		ExternalAccess access = read(
				finding(Map.of("Service", "s3.amazonaws.com", "AWS", "444444444444", "Federated", "idp")).build());
		assertThat(access.principal()).isEqualTo("AWS:444444444444,Federated:idp,Service:s3.amazonaws.com");
		assertThat(access.exposure()).isEqualTo(Exposure.OUTSIDE_ORGANIZATION);
		assertThat(access.principalAccount()).isEqualTo("444444444444");
	}

	@Test
	void withoutAnOrganizationNobodyKnowsWhoIsOutside() {
		this.cells.roster(Roster.LIST);
		assertThat(read(finding(Map.of("AWS", "333333333333")).build()).exposure()).isEqualTo(Exposure.UNKNOWN);
		assertThat(read(finding(Map.of("Federated", "idp")).build()).exposure()).isEqualTo(Exposure.FEDERATED);
	}

	@Test
	void keepsTheErrorOfAFindingThatCouldNotBeMade() {
		assertThat(read(finding(Map.of()).error("ACCESS_DENIED").build()).error()).isEqualTo("ACCESS_DENIED");
	}

	@Test
	void isDeniedWithTheReasonOfTheAnalyzers() {
		this.aws.on("access-analyzer:ListAnalyzers",
				Answer.refusing(403, "AccessDeniedException", "explicit deny in a service control policy"));
		CellResult needed = this.cells.read(this.analyzers);
		CellResult result = this.cells.read(this.findings, this.analyzers);
		assertThat(result.status()).isEqualTo(CellStatus.DENIED);
		assertThat(result.failure()).isEqualTo(needed.failure());
		assertThat(result.requestId()).isEqualTo("request-of-AccessDeniedException");
		assertThat(result.calls()).isZero();
	}

	private ExternalAccess read(FindingSummary finding) {
		analyzers(analyzer("on", "ACCOUNT", "ACTIVE"));
		findings(finding);
		CellResult result = this.cells.read(this.findings, this.analyzers);
		return Objects.requireNonNull(result.evidence(ExternalAccess.class).get(0));
	}

	private void analyzers(AnalyzerSummary... analyzers) {
		this.aws.on("access-analyzer:ListAnalyzers",
				Answer.of(ListAnalyzersResponse.builder().analyzers(analyzers).build()));
	}

	private void findings(FindingSummary... findings) {
		this.aws.on("access-analyzer:ListFindings",
				Answer.of(ListFindingsResponse.builder().findings(findings).build()));
	}

	private static AnalyzerSummary analyzer(String name, String type, String status) {
		return AnalyzerSummary.builder()
			.arn(ARN + name)
			.name(name)
			.type(type)
			.status(status)
			.createdAt(Instant.EPOCH)
			.build();
	}

	private static FindingSummary.Builder finding(Map<String, String> principal) {
		return FindingSummary.builder()
			.id("f")
			.resource("arn:aws:s3:::logs")
			.resourceType("AWS::S3::Bucket")
			.resourceOwnerAccount("222222222222")
			.principal(principal)
			.status("ACTIVE")
			.createdAt(Instant.EPOCH)
			.updatedAt(Instant.EPOCH);
	}

}
