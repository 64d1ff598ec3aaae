package dev.rollcall.collect;

import java.util.Map;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListFindingsResponse;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorSourcesStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorsResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsResponse;
import software.amazon.awssdk.services.config.model.GetComplianceDetailsByConfigRuleResponse;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountResponse;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;

/** An organization in which every account has one thing of every kind everywhere. */
public final class FakeOrganization {

	private FakeOrganization() {
	}

	public static FakeAws in(FakeAws aws) {
		accounts(aws);
		iam(aws);
		accessAnalyzer(aws);
		config(aws);
		rules(aws);
		cloudTrail(aws);
		return aws;
	}

	private static void accounts(FakeAws aws) {
		aws.on("account:ListRegions",
				Answer.of(ListRegionsResponse.builder()
					.regions((region) -> region.regionName("us-east-1").regionOptStatus("ENABLED_BY_DEFAULT"))
					.build()));
		aws.on("organizations:ListTagsForResource", Answer
			.of(ListTagsForResourceResponse.builder().tags((tag) -> tag.key("environment").value("prod")).build()));
		aws.on("organizations:ListDelegatedAdministrators",
				Answer.of(ListDelegatedAdministratorsResponse.builder()
					.delegatedAdministrators((account) -> account.id(Cells.MEMBER))
					.build()));
		aws.on("organizations:ListDelegatedServicesForAccount",
				Answer.of(ListDelegatedServicesForAccountResponse.builder()
					.delegatedServices((service) -> service.servicePrincipal("config.amazonaws.com"))
					.build()));
		aws.on("organizations:ListAWSServiceAccessForOrganization",
				Answer.of(ListAwsServiceAccessForOrganizationResponse.builder().build()));
	}

	private static void iam(FakeAws aws) {
		aws.on("iam:GetAccountSummary", Answer
			.of(GetAccountSummaryResponse.builder().summaryMapWithStrings(Map.of("AccountMFAEnabled", 1)).build()));
		aws.on("iam:ListVirtualMFADevices",
				Answer.of(ListVirtualMfaDevicesResponse.builder().isTruncated(false).build()));
		aws.on("iam:GenerateCredentialReport",
				Answer.of(GenerateCredentialReportResponse.builder().state("COMPLETE").build()));
		aws.on("iam:GetCredentialReport",
				Answer.of(GetCredentialReportResponse.builder()
					.content(SdkBytes.fromUtf8String("user,arn,mfa_active\n<root_account>,arn:aws:iam::1:root,true\n"))
					.build()));
		aws.on("iam:ListOrganizationsFeatures",
				Answer.of(ListOrganizationsFeaturesResponse.builder().organizationId("o-a1b2c3d4e5").build()));
	}

	private static void accessAnalyzer(FakeAws aws) {
		aws.on("access-analyzer:ListAnalyzers",
				Answer.of(ListAnalyzersResponse.builder()
					.analyzers(
							(analyzer) -> analyzer.arn("arn:analyzer").name("default").type("ACCOUNT").status("ACTIVE"))
					.build()));
		aws.on("access-analyzer:ListFindings", Answer.of(ListFindingsResponse.builder().build()));
	}

	private static void config(FakeAws aws) {
		aws.on("config:DescribeConfigurationRecorders",
				Answer.of(DescribeConfigurationRecordersResponse.builder()
					.configurationRecorders((recorder) -> recorder.name("default"))
					.build()));
		aws.on("config:DescribeConfigurationRecorderStatus",
				Answer.of(DescribeConfigurationRecorderStatusResponse.builder().build()));
		aws.on("config:DescribeDeliveryChannels",
				Answer.of(DescribeDeliveryChannelsResponse.builder()
					.deliveryChannels((channel) -> channel.name("default"))
					.build()));
		aws.on("config:DescribeDeliveryChannelStatus",
				Answer.of(DescribeDeliveryChannelStatusResponse.builder().build()));
		aws.on("config:DescribeConfigurationAggregators", Answer.of(DescribeConfigurationAggregatorsResponse.builder()
			.configurationAggregators(
					(aggregator) -> aggregator.configurationAggregatorName("all").configurationAggregatorArn("arn:all"))
			.build()));
		aws.on("config:DescribeConfigurationAggregatorSourcesStatus",
				Answer.of(DescribeConfigurationAggregatorSourcesStatusResponse.builder().build()));
	}

	private static void rules(FakeAws aws) {
		aws.on("config:DescribeConfigRules",
				Answer.of(DescribeConfigRulesResponse.builder()
					.configRules((rule) -> rule.configRuleName("mfa").configRuleArn("arn:mfa"))
					.build()));
		aws.on("config:DescribeComplianceByConfigRule",
				Answer.of(DescribeComplianceByConfigRuleResponse.builder()
					.complianceByConfigRules((rule) -> rule.configRuleName("mfa")
						.compliance((compliance) -> compliance.complianceType("NON_COMPLIANT")))
					.build()));
		aws.on("config:GetComplianceDetailsByConfigRule",
				Answer.of(GetComplianceDetailsByConfigRuleResponse.builder()
					.evaluationResults((result) -> result.complianceType("NON_COMPLIANT"))
					.build()));
	}

	/** A trail of the account's own in each Region; with shadows, one from outside. */
	private static void cloudTrail(FakeAws aws) {
		aws.on("cloudtrail:DescribeTrails", FakeOrganization::trails);
		aws.on("cloudtrail:GetTrailStatus", Answer.of(GetTrailStatusResponse.builder().isLogging(true).build()));
		aws.on("cloudtrail:GetEventSelectors", Answer.of(GetEventSelectorsResponse.builder().build()));
	}

	private static DescribeTrailsResponse trails(Call call) {
		boolean shadows = call.request(DescribeTrailsRequest.class).includeShadowTrails();
		String owner = shadows ? "444444444444" : call.account();
		return DescribeTrailsResponse.builder()
			.trailList((trail) -> trail.trailARN("arn:aws:cloudtrail:" + call.region() + ":" + owner + ":trail/t")
				.name("t")
				.homeRegion(call.region()))
			.build();
	}

}
