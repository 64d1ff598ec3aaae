package dev.rollcall.collect.guardduty;

import java.util.List;
import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.Cells;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.guardduty.model.DescribeOrganizationConfigurationResponse;
import software.amazon.awssdk.services.guardduty.model.GetMemberDetectorsRequest;
import software.amazon.awssdk.services.guardduty.model.GetMemberDetectorsResponse;
import software.amazon.awssdk.services.guardduty.model.ListMembersResponse;
import software.amazon.awssdk.services.guardduty.model.Member;
import software.amazon.awssdk.services.guardduty.model.MemberDataSourceConfiguration;
import software.amazon.awssdk.services.guardduty.model.OrganizationFeatureConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.UnprocessedAccount;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code guardduty-organization}. */
class GuarddutyOrganizationFixture implements SourceFixture {

	/** One that names its administrator in each of two ways, and one not processed. */
	private static final int KINDS = 3;

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("guardduty:DescribeOrganizationConfiguration",
				DescribeOrganizationConfigurationResponse::builder, "features",
				(n) -> OrganizationFeatureConfigurationResult.builder().name("FEATURE_" + n).autoEnable("ALL").build()),
				new PagedOperation("guardduty:ListMembers", ListMembersResponse::builder, "members",
						GuarddutyOrganizationFixture::member, KINDS));
	}

	private static Object member(int n) {
		return Member.builder()
			.accountId("%012d".formatted(n))
			.relationshipStatus("Enabled")
			.detectorId("detector-" + n)
			.administratorId((n % KINDS == 1) ? null : Cells.MEMBER)
			.masterId(Cells.MEMBER)
			.build();
	}

	@Override
	public Map<String, Answer> answers() {
		return Map.of("guardduty:GetMemberDetectors",
				(call) -> described(((GetMemberDetectorsRequest) call.request()).accountIds()));
	}

	private static GetMemberDetectorsResponse described(List<String> accounts) {
		return GetMemberDetectorsResponse.builder()
			.memberDataSourceConfigurations(accounts.stream()
				.filter((account) -> !isUnprocessed(account))
				.map((account) -> MemberDataSourceConfiguration.builder().accountId(account).build())
				.toList())
			.unprocessedAccounts(accounts.stream()
				.filter(GuarddutyOrganizationFixture::isUnprocessed)
				.map((account) -> UnprocessedAccount.builder().accountId(account).result("not processed").build())
				.toList())
			.build();
	}

	private static boolean isUnprocessed(String account) {
		return Long.parseLong(account) % KINDS == 2;
	}

	/** moto knows an administrator's detectors, of which there may be several. */
	@Override
	public MotoAnswer moto(JsonNode truth) {
		return switch (truth.get("detectors").size()) {
			case 0 -> MotoAnswer.empty();
			case 1 -> MotoAnswer.refused("guardduty:DescribeOrganizationConfiguration");
			default -> MotoAnswer.refused("guardduty:GetDetector");
		};
	}

}
