package dev.rollcall.collect.organizations;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.AccountLeftException;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.organization.Vanished;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;

/** Reads an account's tags from Organizations. */
@Component
class AccountTagsSource implements Source {

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.global("account-tags", OrganizationsClient.class)
			.askedIn(AskedIn.READER)
			.operations("0.1.0", "organizations:ListTagsForResource")
			.evidence(AccountTags.class)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		try {
			return read(cell);
		}
		catch (AwsServiceException ex) {
			throw Vanished.isSaidBy(ex) ? new AccountLeftException(ex) : ex;
		}
	}

	private static Answer read(CellScope cell) {
		OrganizationsClient client = cell.client(OrganizationsClient.class);
		String account = cell.account().id().value();
		Map<String, String> tags = new LinkedHashMap<>();
		Pages.each((token) -> client.listTagsForResource((request) -> request.resourceId(account).nextToken(token)),
				ListTagsForResourceResponse::nextToken, (page) -> {
					page.tags().forEach((tag) -> tags.put(tag.key(), tag.value()));
					cell.holds(tags.size());
				});
		cell.emit(new AccountTags(tags));
		return Answer.READ;
	}

}
