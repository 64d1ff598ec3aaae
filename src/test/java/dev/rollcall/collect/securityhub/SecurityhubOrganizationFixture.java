package dev.rollcall.collect.securityhub;

import java.util.List;
import java.util.Map;

import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.securityhub.model.DescribeOrganizationConfigurationResponse;
import software.amazon.awssdk.services.securityhub.model.ListMembersResponse;
import software.amazon.awssdk.services.securityhub.model.Member;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code securityhub-organization}. */
class SecurityhubOrganizationFixture implements SourceFixture {

	@Override
	public Map<String, Answer> answers() {
		return Map.of("securityhub:DescribeOrganizationConfiguration",
				Answer.of(DescribeOrganizationConfigurationResponse.builder()
					.autoEnable(false)
					.autoEnableStandards("NONE")
					.organizationConfiguration(
							(configuration) -> configuration.configurationType("CENTRAL").status("ENABLED"))
					.build()));
	}

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("securityhub:ListMembers", ListMembersResponse::builder, "Members",
				(n) -> Member.builder().accountId("%012d".formatted(n)).memberStatus("Enabled").build()));
	}

	/**
	 * moto answers the one account that it lets configure, though Security Hub is off.
	 */
	@Override
	public MotoAnswer moto(JsonNode truth) {
		return truth.has("securityhub_auto_enable") ? MotoAnswer.served()
				: MotoAnswer.denied("securityhub:DescribeOrganizationConfiguration");
	}

}
