package dev.rollcall.collect.account;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.Region;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code account-regions}. */
class AccountRegionsFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("account:ListRegions", ListRegionsResponse::builder, "Regions", (
				n) -> Region.builder().regionName("us-east-" + (n + 1)).regionOptStatus("ENABLED_BY_DEFAULT").build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.refused("account:ListRegions");
	}

}
