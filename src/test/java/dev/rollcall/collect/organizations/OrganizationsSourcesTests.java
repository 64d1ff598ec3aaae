package dev.rollcall.collect.organizations;

import java.time.Instant;
import java.util.Map;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeAws.Call;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Cells;
import dev.rollcall.organization.DelegatedAdministrator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountRequest;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountResponse;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationsSourcesTests {

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws);

	@Test
	void readsAnAccountsTagsFromEveryPageAsTheReader() {
		this.aws.on("organizations:ListTagsForResource", Answer.inTurn(Answer.of(ListTagsForResourceResponse.builder()
			.tags((tag) -> tag.key("environment").value("prod"))
			.nextToken("2")
			.build()), Answer
				.of(ListTagsForResourceResponse.builder().tags((tag) -> tag.key("cost-center").value("")).build())));
		assertThat(this.cells.evidence(new AccountTagsSource()))
			.containsExactly(new AccountTags(Map.of("environment", "prod", "cost-center", "")));
		assertThat(this.aws.calls("organizations:ListTagsForResource")).last().satisfies((call) -> {
			assertThat(call.account()).isEqualTo(FakeAws.OWN);
			assertThat(call.request(ListTagsForResourceRequest.class).resourceId()).isEqualTo(Cells.MEMBER);
			assertThat(call.request(ListTagsForResourceRequest.class).nextToken()).isEqualTo("2");
		});
	}

	@Test
	void anAccountWithoutTagsIsRead() {
		this.aws.on("organizations:ListTagsForResource", Answer.of(ListTagsForResourceResponse.builder().build()));
		assertThat(this.cells.evidence(new AccountTagsSource())).containsExactly(new AccountTags(Map.of()));
	}

	@Test
	void readsAdministratorsWithTheirServicesAndWhoIsTrusted() {
		this.aws.on("organizations:ListDelegatedAdministrators",
				Answer.inTurn(
						Answer.of(ListDelegatedAdministratorsResponse.builder()
							.delegatedAdministrators((account) -> account.id(Cells.MEMBER))
							.nextToken("2")
							.build()),
						Answer.of(ListDelegatedAdministratorsResponse.builder()
							.delegatedAdministrators((account) -> account.id(Cells.OTHER))
							.build())));
		this.aws.on("organizations:ListDelegatedServicesForAccount", OrganizationsSourcesTests::services);
		this.aws.on("organizations:ListAWSServiceAccessForOrganization", Answer.inTurn(
				Answer.of(ListAwsServiceAccessForOrganizationResponse.builder().nextToken("2").build()),
				Answer.of(ListAwsServiceAccessForOrganizationResponse.builder()
					.enabledServicePrincipals(
							(service) -> service.servicePrincipal("ram.amazonaws.com").dateEnabled(Instant.EPOCH))
					.build())));
		assertThat(this.cells.evidence(new OrganizationsDelegationSource())).containsExactly(
				new DelegatedAdministrator(Cells.MEMBER, "config.amazonaws.com", Instant.EPOCH),
				new DelegatedAdministrator(Cells.MEMBER, "iam.amazonaws.com", Instant.EPOCH),
				new DelegatedAdministrator(Cells.OTHER, "config.amazonaws.com", Instant.EPOCH),
				new TrustedService("ram.amazonaws.com", Instant.EPOCH));
	}

	@Test
	void anOrganizationThatDelegatesNothingIsRead() {
		this.aws.on("organizations:ListDelegatedAdministrators",
				Answer.of(ListDelegatedAdministratorsResponse.builder().build()));
		this.aws.on("organizations:ListAWSServiceAccessForOrganization",
				Answer.of(ListAwsServiceAccessForOrganizationResponse.builder().build()));
		CellResult result = this.cells.read(new OrganizationsDelegationSource());
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.rows()).isEmpty();
	}

	/** A member administers Config and IAM, on two pages; the other Config only. */
	private static ListDelegatedServicesForAccountResponse services(Call call) {
		ListDelegatedServicesForAccountRequest request = call.request(ListDelegatedServicesForAccountRequest.class);
		String principal = (request.nextToken() == null) ? "config.amazonaws.com" : "iam.amazonaws.com";
		boolean more = request.accountId().equals(Cells.MEMBER) && request.nextToken() == null;
		return ListDelegatedServicesForAccountResponse.builder()
			.delegatedServices((service) -> service.servicePrincipal(principal).delegationEnabledDate(Instant.EPOCH))
			.nextToken(more ? "2" : null)
			.build();
	}

}
