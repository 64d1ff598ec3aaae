package dev.rollcall.collect.securityhub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.rollcall.account.Arn;
import dev.rollcall.account.CallGivenUpException;
import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.FindingAggregator;
import software.amazon.awssdk.services.securityhub.model.GetFindingAggregatorResponse;
import software.amazon.awssdk.services.securityhub.model.InvalidAccessException;
import software.amazon.awssdk.services.securityhub.model.ListFindingAggregatorsResponse;
import software.amazon.awssdk.services.securityhub.model.ResourceNotFoundException;

/**
 * Reads at the administrator which Regions send their findings to which. Every Region
 * that has Security Hub names the same aggregator.
 */
@Component
class SecurityhubAggregatorSource implements Source {

	static final String NAME = "securityhub-aggregator";

	private static final String GET = "securityhub:GetFindingAggregator";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.organizational(NAME, Scope.ORGANIZATION, SecurityHubClient.class)
			.askedIn(AskedIn.NAMED_ADMINISTRATOR)
			.operations("0.5.0", "securityhub:ListFindingAggregators", GET)
			.evidence(SecurityhubAggregator.class)
			.dependsOn(SecurityhubAdministratorsSource.NAME)
			.whenEmpty("READ, NOT_ENABLED where it is off everywhere")
			.build();
	}

	/** Asks one Region after the other until one answers in which Security Hub is on. */
	@Override
	public Answer collect(CellScope cell) {
		Optional<RuntimeException> refusal = Optional.empty();
		for (String region : cell.regionsAsked()) {
			try {
				aggregators(cell, Region.of(region)).forEach((aggregator) -> emit(cell, aggregator));
				return Answer.READ;
			}
			catch (InvalidAccessException ex) {
				refusal = Refused.isOff(ex) ? refusal : Optional.of(refusal.orElse(ex));
			}
			catch (SdkException | CallGivenUpException | UnexpectedAnswerException ex) {
				refusal = Optional.of(refusal.orElse(ex));
			}
		}
		if (refusal.isPresent()) {
			throw refusal.get();
		}
		return Answer.NOT_ENABLED;
	}

	private static List<FindingAggregator> aggregators(CellScope cell, Region region) {
		SecurityHubClient client = cell.client(SecurityHubClient.class, region);
		List<FindingAggregator> aggregators = new ArrayList<>();
		Pages.each((token) -> client.listFindingAggregators((request) -> request.maxResults(100).nextToken(token)),
				ListFindingAggregatorsResponse::nextToken, (page) -> {
					aggregators.addAll(page.findingAggregators());
					cell.holds(aggregators.size());
				});
		return aggregators;
	}

	/**
	 * It is described in its own Region; one deleted since it was listed is not there.
	 */
	private static void emit(CellScope cell, FindingAggregator listed) {
		String arn = listed.findingAggregatorArn();
		Region home = Region.of(Arn.parse(String.valueOf(arn))
			.orElseThrow(() -> new UnexpectedAnswerException(
					"securityhub:ListFindingAggregators showed '" + arn + "' where an ARN was expected"))
			.region());
		try {
			GetFindingAggregatorResponse aggregator = cell.client(SecurityHubClient.class, home)
				.getFindingAggregator((request) -> request.findingAggregatorArn(arn));
			cell.emit(new SecurityhubAggregator(aggregator.findingAggregatorArn(),
					aggregator.findingAggregationRegion(),
					Vocabulary.required(GET + ": regionLinkingMode", LinkingMode.class, aggregator.regionLinkingMode()),
					aggregator.regions()));
		}
		catch (ResourceNotFoundException ex) {
			return;
		}
	}

}
