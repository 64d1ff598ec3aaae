package dev.rollcall.collect.account;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.AccountRegion;
import dev.rollcall.collect.Cells;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.account.model.ListRegionsRequest;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;

import static org.assertj.core.api.Assertions.assertThat;

class AccountRegionsSourceTests {

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws);

	@Test
	void readsEveryRegionWithItsStatusFromEveryPage() {
		this.aws.on("account:ListRegions",
				Answer.inTurn(Answer.of(page("us-east-1", "ENABLED_BY_DEFAULT", "2")),
						Answer.of(ListRegionsResponse.builder().nextToken("3").build()),
						Answer.of(page("af-south-1", "DISABLED", null))));
		assertThat(this.cells.evidence(new AccountRegionsSource())).containsExactly(
				new AccountRegion("us-east-1", "ENABLED_BY_DEFAULT"), new AccountRegion("af-south-1", "DISABLED"));
		assertThat(this.aws.calls("account:ListRegions")).last().satisfies((call) -> {
			assertThat(call.account()).isEqualTo(Cells.MEMBER);
			assertThat(call.region()).isEqualTo("ap-northeast-1");
			assertThat(call.request(ListRegionsRequest.class).nextToken()).isEqualTo("3");
			assertThat(call.request(ListRegionsRequest.class).maxResults()).isEqualTo(50);
			assertThat(call.request(ListRegionsRequest.class).accountId()).isNull();
		});
	}

	private static ListRegionsResponse page(String region, String status, @Nullable String next) {
		return ListRegionsResponse.builder()
			.regions((one) -> one.regionName(region).regionOptStatus(status))
			.nextToken(next)
			.build();
	}

}
