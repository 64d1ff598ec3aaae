package dev.rollcall.collect.securityhub;

import java.util.List;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Cells;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.securityhub.model.DescribeOrganizationConfigurationResponse;
import software.amazon.awssdk.services.securityhub.model.GetFindingAggregatorResponse;
import software.amazon.awssdk.services.securityhub.model.GetFindingsRequest;
import software.amazon.awssdk.services.securityhub.model.GetFindingsResponse;
import software.amazon.awssdk.services.securityhub.model.InvalidAccessException;
import software.amazon.awssdk.services.securityhub.model.ListConfigurationPoliciesResponse;
import software.amazon.awssdk.services.securityhub.model.ListConfigurationPolicyAssociationsResponse;
import software.amazon.awssdk.services.securityhub.model.ListFindingAggregatorsResponse;
import software.amazon.awssdk.services.securityhub.model.ListMembersResponse;
import software.amazon.awssdk.services.securityhub.model.ListOrganizationAdminAccountsResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityhubSourcesTests {

	private static final String OFF = "Account 222222222222 is not subscribed to AWS Security Hub";

	private static final String NO_ADMINISTRATOR = "Account 222222222222 is not an administrator for this organization";

	private static final String FAR = "eu-central-2";

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws);

	@BeforeEach
	void names() {
		this.aws.on("securityhub:ListOrganizationAdminAccounts",
				Answer.of(ListOrganizationAdminAccountsResponse.builder()
					.adminAccounts((admin) -> admin.accountId(Cells.MEMBER).status("ENABLED"))
					.build()));
	}

	private static Answer refused(String words) {
		return (call) -> {
			throw InvalidAccessException.builder().statusCode(401).message(words).build();
		};
	}

	private void aggregatesIn(String home) {
		this.aws
			.on("securityhub:ListFindingAggregators",
					Answer.of(ListFindingAggregatorsResponse.builder()
						.findingAggregators((aggregator) -> aggregator
							.findingAggregatorArn("arn:aws:securityhub:" + home + ":222222222222:finding-aggregator/1"))
						.build()))
			.on("securityhub:GetFindingAggregator",
					Answer.of(GetFindingAggregatorResponse.builder()
						.findingAggregatorArn("arn:aws:securityhub:" + home + ":222222222222:finding-aggregator/1")
						.findingAggregationRegion(home)
						.regionLinkingMode("ALL_REGIONS")
						.build()));
	}

	private void configured(String type) {
		this.aws.on("securityhub:DescribeOrganizationConfiguration",
				Answer.of(DescribeOrganizationConfigurationResponse.builder()
					.autoEnable(false)
					.organizationConfiguration((own) -> own.configurationType(type).status("ENABLED"))
					.build()));
	}

	private List<String> regionsAsked(String operation) {
		return this.aws.calls()
			.stream()
			.filter((call) -> call.operation().equals(operation))
			.map(Call::region)
			.distinct()
			.toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { OFF + "|NOT_ENABLED", NO_ADMINISTRATOR + "|FAILED", "No entry|FAILED" })
	void tellsTheFactsApartThatHaveOneCode(String words, CellStatus status) {
		this.aws.on("securityhub:DescribeHub", refused(words))
			.on("securityhub:DescribeOrganizationConfiguration", refused(words));
		assertThat(this.cells.read(new SecurityhubSource()).status()).isEqualTo(status);
		assertThat(this.cells.read(new SecurityhubOrganizationSource(), new SecurityhubAdministratorsSource()).status())
			.isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "Enabled,Enabled", "ENABLED,Enabled", "Removed,Removed", "REMOVED,REMOVED" })
	void knowsAMemberHoweverItsStatusIsWritten(String said, String status) {
		configured("LOCAL");
		this.aws.on("securityhub:ListMembers",
				Answer.of(ListMembersResponse.builder()
					.members((member) -> member.accountId("444444444444").memberStatus(said))
					.build()));
		CellResult result = this.cells.read(new SecurityhubOrganizationSource(), new SecurityhubAdministratorsSource());
		assertThat(Cells.evidence(result)).filteredOn(SecurityhubMember.class::isInstance)
			.singleElement()
			.extracting("memberStatus")
			.isEqualTo(status);
	}

	@Test
	void doesNotKnowAMemberOfWhichNothingIsSaid() {
		configured("LOCAL");
		this.aws.on("securityhub:ListMembers",
				Answer.of(ListMembersResponse.builder().members((member) -> member.accountId("444444444444")).build()));
		assertThat(
				this.cells.read(new SecurityhubOrganizationSource(), new SecurityhubAdministratorsSource()).failure())
			.isNotNull()
			.satisfies((failure) -> assertThat(failure.message())
				.contains("does not say what the account 444444444444 is"));
	}

	@Test
	void namesBothWhereTheAdministratorIsToldThatItIsNone() {
		this.aws.on("securityhub:DescribeOrganizationConfiguration", refused(NO_ADMINISTRATOR));
		CellResult result = this.cells.read(new SecurityhubOrganizationSource(), new SecurityhubAdministratorsSource());
		assertThat(result.failure()).isNotNull()
			.satisfies((failure) -> assertThat(failure.message()).contains("Management's list names 222222222222")
				.contains(NO_ADMINISTRATOR));
	}

	@Test
	void asksTheNextRegionWhereTheFirstHasItOff() {
		aggregatesIn("us-east-1");
		this.aws.on(Cells.MEMBER, "eu-west-1", "securityhub:ListFindingAggregators", refused(OFF));
		CellResult result = this.cells.read(new SecurityhubAggregatorSource(), new SecurityhubAdministratorsSource());
		assertThat(Cells.evidence(result)).hasSize(1);
		assertThat(regionsAsked("securityhub:ListFindingAggregators")).containsExactly("eu-west-1", "us-east-1");
	}

	@Test
	void isOffWhereEveryRegionHasItOffAndAGapWhereOneIsUnknown() {
		this.aws.on("securityhub:ListFindingAggregators", refused(OFF));
		assertThat(this.cells.read(new SecurityhubAggregatorSource(), new SecurityhubAdministratorsSource()).status())
			.isEqualTo(CellStatus.NOT_ENABLED);
		this.aws.on(Cells.MEMBER, "us-east-1", "securityhub:ListFindingAggregators", refused("No entry"));
		assertThat(this.cells.read(new SecurityhubAggregatorSource(), new SecurityhubAdministratorsSource()).status())
			.isEqualTo(CellStatus.FAILED);
	}

	@Test
	void asksTheHomeRegionThoughTheNightDoesNotAskIt() {
		aggregatesIn(FAR);
		configured("CENTRAL");
		this.aws
			.on("securityhub:ListConfigurationPolicies", Answer.of(ListConfigurationPoliciesResponse.builder().build()))
			.on("securityhub:ListConfigurationPolicyAssociations",
					Answer.of(ListConfigurationPolicyAssociationsResponse.builder().build()))
			.on("securityhub:GetFindings", Answer.of(GetFindingsResponse.builder().build()));
		CellResult policies = this.cells.read(new SecurityhubPoliciesSource(), new SecurityhubAdministratorsSource(),
				new SecurityhubAggregatorSource());
		assertThat(Cells.evidence(policies))
			.containsExactly(new SecurityhubCentralConfiguration(FAR, "ALL_REGIONS", List.of(), "ENABLED", null));
		this.cells.read(new SecurityhubFindingsSource(), new SecurityhubAdministratorsSource(),
				new SecurityhubAggregatorSource());
		assertThat(regionsAsked("securityhub:ListConfigurationPolicyAssociations")).containsExactly(FAR);
		assertThat(regionsAsked("securityhub:GetFindings")).containsExactly(FAR);
	}

	@Test
	void knowsNoPoliciesWhereRegionsDecideForThemselves() {
		aggregatesIn("eu-west-1");
		configured("LOCAL");
		assertThat(this.cells
			.read(new SecurityhubPoliciesSource(), new SecurityhubAdministratorsSource(),
					new SecurityhubAggregatorSource())
			.status()).isEqualTo(CellStatus.NOT_ENABLED);
	}

	@Test
	void readsFindingsInEveryRegionWhereNothingBringsThemTogether() {
		this.aws.on("securityhub:ListFindingAggregators", Answer.of(ListFindingAggregatorsResponse.builder().build()))
			.on("securityhub:GetFindings", Answer.of(GetFindingsResponse.builder().build()))
			.on(Cells.MEMBER, "us-east-1", "securityhub:GetFindings", refused(OFF));
		CellResult result = this.cells.read(new SecurityhubFindingsSource(), new SecurityhubAdministratorsSource(),
				new SecurityhubAggregatorSource());
		assertThat(result.rows()).hasSize(4).allMatch((row) -> row.region().equals("eu-west-1"));
		assertThat(regionsAsked("securityhub:GetFindings")).containsExactly("eu-west-1", "us-east-1");
	}

	@Test
	void endsReadingFindingsAndSaysSo() {
		aggregatesIn("eu-west-1");
		this.aws.on("securityhub:GetFindings", SecurityhubSourcesTests::endless);
		CellResult result = this.cells.read(new SecurityhubFindingsSource(), new SecurityhubAdministratorsSource(),
				new SecurityhubAggregatorSource());
		assertThat(result.evidence(SecurityhubFindingTotal.class)).containsExactly(
				new SecurityhubFindingTotal("CRITICAL", FailedFindings.MOST_PAGES, true),
				new SecurityhubFindingTotal("HIGH", 0, true), new SecurityhubFindingTotal("MEDIUM", 0, true),
				new SecurityhubFindingTotal("LOW", 0, true));
		assertThat(result.evidence(SecurityhubFindingCount.class)).containsExactly(new SecurityhubFindingCount(
				"CRITICAL", FailedFindings.MOST_PAGES, true, List.of("IAM.6"), "eu-west-1"));
	}

	/** One finding a page, of critical severity whatever was asked for. */
	private static GetFindingsResponse endless(Call call) {
		String token = call.request(GetFindingsRequest.class).nextToken();
		int page = (token != null) ? Integer.parseInt(token) : 0;
		return GetFindingsResponse.builder()
			.nextToken(String.valueOf(page + 1))
			.findings((finding) -> finding.id("finding-" + page)
				.awsAccountId(Cells.OTHER)
				.region("us-east-1")
				.compliance((compliance) -> compliance.status("FAILED").securityControlId("IAM.6"))
				.workflow((workflow) -> workflow.status("NOTIFIED"))
				.recordState("ACTIVE")
				.severity((severity) -> severity.label("CRITICAL")))
			.build();
	}

}
