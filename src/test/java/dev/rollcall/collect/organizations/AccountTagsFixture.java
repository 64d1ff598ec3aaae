package dev.rollcall.collect.organizations;

import java.util.List;

import dev.rollcall.collect.MotoAnswer;
import dev.rollcall.collect.PagedOperation;
import dev.rollcall.collect.SourceFixture;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.organizations.model.Tag;
import tools.jackson.databind.JsonNode;

/** The fixture of {@code account-tags}. */
class AccountTagsFixture implements SourceFixture {

	@Override
	public List<PagedOperation> pages() {
		return List.of(new PagedOperation("organizations:ListTagsForResource", ListTagsForResourceResponse::builder,
				"Tags", (n) -> Tag.builder().key("key-" + n).value("v").build()));
	}

	@Override
	public MotoAnswer moto(JsonNode truth) {
		return MotoAnswer.served();
	}

}
