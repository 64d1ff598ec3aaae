package dev.rollcall.collect;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.PagedOperation.Outcome;
import dev.rollcall.organization.OrganizationReader;
import dev.rollcall.organization.UnreadableOrganizationException;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsResponse;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.config.model.AggregatedSourceStatus;
import software.amazon.awssdk.services.config.model.ComplianceByConfigRule;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigurationAggregator;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorSourcesStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorsResponse;
import software.amazon.awssdk.services.config.model.EvaluationResult;
import software.amazon.awssdk.services.config.model.GetComplianceDetailsByConfigRuleResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.DelegatedAdministrator;
import software.amazon.awssdk.services.organizations.model.DelegatedService;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.EnabledServicePrincipal;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.Root;
import software.amazon.awssdk.services.organizations.model.Tag;

/** Every operation with pages that a night calls, with items of its kind. */
final class PagedOperations {

	private static final SourceCatalog SHIPPED = Cells.shipped();

	private PagedOperations() {
	}

	static List<PagedOperation> all() {
		return List.of(
				new PagedOperation("account:ListRegions", ListRegionsResponse::builder, "Regions",
						(n) -> Region.builder().regionName("eu-west-" + n).regionOptStatus("ENABLED").build(),
						cell("account-regions")),
				new PagedOperation("organizations:ListTagsForResource", ListTagsForResourceResponse::builder, "Tags",
						(n) -> Tag.builder().key("key-" + n).value("v").build(), cell("account-tags")),
				new PagedOperation("iam:ListVirtualMFADevices", ListVirtualMfaDevicesResponse::builder,
						"VirtualMFADevices", (n) -> VirtualMFADevice.builder().serialNumber("arn:mfa/" + n).build(),
						cell("iam-root-mfa-devices")),
				new PagedOperation("access-analyzer:ListAnalyzers", ListAnalyzersResponse::builder, "analyzers",
						PagedOperations::analyzer, cell("access-analyzer")),
				new PagedOperation("access-analyzer:ListFindings", ListFindingsResponse::builder, "findings",
						PagedOperations::finding, cell("access-analyzer-findings")),
				new PagedOperation("config:DescribeConfigRules", DescribeConfigRulesResponse::builder, "ConfigRules",
						(n) -> ConfigRule.builder().configRuleName("rule-" + n).configRuleArn("arn:rule/" + n).build(),
						cell("config-rules")),
				new PagedOperation("config:DescribeComplianceByConfigRule",
						DescribeComplianceByConfigRuleResponse::builder, "ComplianceByConfigRules",
						PagedOperations::compliance, cell("config-rules")),
				new PagedOperation("config:GetComplianceDetailsByConfigRule",
						GetComplianceDetailsByConfigRuleResponse::builder, "EvaluationResults",
						PagedOperations::resource, cell("config-rule-details")),
				new PagedOperation("config:DescribeConfigurationAggregators",
						DescribeConfigurationAggregatorsResponse::builder, "ConfigurationAggregators",
						(n) -> ConfigurationAggregator.builder()
							.configurationAggregatorName("all-" + n)
							.configurationAggregatorArn("arn:all/" + n)
							.build(),
						cell("config-aggregator")),
				new PagedOperation("config:DescribeConfigurationAggregatorSourcesStatus",
						DescribeConfigurationAggregatorSourcesStatusResponse::builder, "AggregatedSourceStatusList",
						(n) -> AggregatedSourceStatus.builder().sourceId(id(n)).lastUpdateStatus("FAILED").build(),
						cell("config-aggregator")),
				new PagedOperation("organizations:ListDelegatedAdministrators",
						ListDelegatedAdministratorsResponse::builder, "DelegatedAdministrators",
						(n) -> DelegatedAdministrator.builder().id(id(n)).build(), cell("organizations-delegation")),
				new PagedOperation("organizations:ListDelegatedServicesForAccount",
						ListDelegatedServicesForAccountResponse::builder, "DelegatedServices",
						(n) -> DelegatedService.builder().servicePrincipal("s" + n + ".amazonaws.com").build(),
						cell("organizations-delegation")),
				new PagedOperation("organizations:ListAWSServiceAccessForOrganization",
						ListAwsServiceAccessForOrganizationResponse::builder, "EnabledServicePrincipals",
						(n) -> EnabledServicePrincipal.builder().servicePrincipal("s" + n + ".amazonaws.com").build(),
						cell("organizations-delegation")),
				new PagedOperation("organizations:ListRoots", ListRootsResponse::builder, "Roots",
						(n) -> Root.builder().id("r-" + n).name("Root").build(), PagedOperations::roster),
				new PagedOperation("organizations:ListOrganizationalUnitsForParent",
						ListOrganizationalUnitsForParentResponse::builder, "OrganizationalUnits",
						(n) -> OrganizationalUnit.builder().id("ou-" + n).name("unit " + n).build(),
						PagedOperations::roster),
				new PagedOperation("organizations:ListAccountsForParent", ListAccountsForParentResponse::builder,
						"Accounts", PagedOperations::account, PagedOperations::roster),
				new PagedOperation("organizations:ListAccounts", ListAccountsResponse::builder, "Accounts",
						PagedOperations::account, PagedOperations::roster));
	}

	private static Object analyzer(int n) {
		return AnalyzerSummary.builder()
			.arn("arn:analyzer/" + n)
			.name("analyzer-" + n)
			.type("ACCOUNT")
			.status("ACTIVE")
			.build();
	}

	private static Object finding(int n) {
		return FindingSummary.builder()
			.id("finding-" + n)
			.resourceType("AWS::S3::Bucket")
			.resourceOwnerAccount(Cells.MEMBER)
			.status("ACTIVE")
			.build();
	}

	private static Object compliance(int n) {
		return ComplianceByConfigRule.builder()
			.configRuleName("rule-" + n)
			.compliance((compliance) -> compliance.complianceType("NON_COMPLIANT"))
			.build();
	}

	private static Object resource(int n) {
		return EvaluationResult.builder()
			.complianceType("NON_COMPLIANT")
			.evaluationResultIdentifier((identifier) -> identifier
				.evaluationResultQualifier((of) -> of.resourceType("AWS::EC2::Volume").resourceId("vol-" + n)))
			.build();
	}

	private static Object account(int n) {
		return Account.builder().id(id(n)).name("account " + n).state("ACTIVE").build();
	}

	private static String id(int n) {
		return "%012d".formatted(n);
	}

	private static Function<FakeAws, Outcome> cell(String name) {
		Source source = SHIPPED.named(name);
		return (aws) -> {
			Cells cells = new Cells(aws);
			CellResult result = cells.read(source,
					source.definition().dependsOn().stream().map(SHIPPED::named).toArray(Source[]::new));
			CellFailure failure = result.failure();
			return new Outcome((failure != null) ? failure.errorCode() : null, List.copyOf(Cells.evidence(result)));
		};
	}

	/** Reads the roster, in an organization of one root and one account besides. */
	private static Outcome roster(FakeAws aws) {
		try {
			var reader = new OrganizationReader(aws.sessions(aws.environment(4)).own(), FakeAws.HOME, Runnable::run);
			return new Outcome(null, List.copyOf(reader.read().accounts()));
		}
		catch (UnreadableOrganizationException ex) {
			return new Outcome(String.valueOf(ex.getMessage()), List.of());
		}
	}

	/** What is answered where nothing else is said: one thing of every kind. */
	static FakeAws organization(FakeAws aws) {
		FakeOrganization.in(aws);
		aws.on("organizations:DescribeOrganization",
				Answer.of(DescribeOrganizationResponse.builder()
					.organization((organization) -> organization.id("o-1").masterAccountId(id(0)))
					.build()));
		for (String name : List.of("ListRoots", "ListAccounts")) {
			PagedOperation one = named("organizations:" + name);
			aws.on(one.name(), Answer.of(one.page(one.items(0, 1), null)));
		}
		for (String name : List.of("ListOrganizationalUnitsForParent", "ListAccountsForParent")) {
			PagedOperation none = named("organizations:" + name);
			aws.on(none.name(), Answer.of(none.page(none.items(0, 0), null)));
		}
		aws.on("organizations:ListParents",
				Answer.of(ListParentsResponse.builder().parents((parent) -> parent.id("r-0")).build()));
		return aws;
	}

	private static PagedOperation named(String name) {
		return all().stream().filter((one) -> Objects.equals(one.name(), name)).findFirst().orElseThrow();
	}

}
