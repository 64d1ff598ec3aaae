package dev.rollcall.collect.account;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.AccountRegion;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

/** Reads which Regions an account has enabled. */
@Component
class AccountRegionsSource implements Source {

	/** The largest page that account:ListRegions allows. */
	private static final int PAGE = 50;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.global(AccountRegion.SOURCE, AccountClient.class)
			.operations("0.1.0", "account:ListRegions")
			.evidence(AccountRegion.class)
			.whenEmpty("FAILED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		AccountClient client = cell.client(AccountClient.class);
		List<AccountRegion> regions = new ArrayList<>();
		Pages.each((token) -> client.listRegions((request) -> request.maxResults(PAGE).nextToken(token)),
				ListRegionsResponse::nextToken,
				(page) -> page.regions().forEach((region) -> regions.add(read(region))));
		if (regions.isEmpty()) {
			throw new UnexpectedAnswerException(
					"account:ListRegions answered no Region; those that are enabled by default were expected");
		}
		regions.forEach(cell::emit);
		return Answer.READ;
	}

	private static AccountRegion read(Region region) {
		return new AccountRegion(region.regionName(), Vocabulary.required("account:ListRegions: RegionOptStatus",
				RegionOptStatus.class, region.regionOptStatusAsString()));
	}

}
