package dev.rollcall.collect.securityhub;

import dev.rollcall.account.Pages;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.GetEnabledStandardsResponse;
import software.amazon.awssdk.services.securityhub.model.InvalidAccessException;
import software.amazon.awssdk.services.securityhub.model.StandardsStatus;
import software.amazon.awssdk.services.securityhub.model.StandardsSubscription;

/**
 * Reads the standards that Security Hub checks in an account and Region, and whether it
 * can. Nobody but the account itself is told, whoever turned them on.
 */
@Component
class SecurityhubStandardsSource implements Source {

	private static final String OPERATION = "securityhub:GetEnabledStandards";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("securityhub-standards", SecurityHubClient.class)
			.operations("0.5.0", OPERATION)
			.evidence(SecurityhubStandard.class)
			.dependsOn(SecurityhubSource.NAME)
			.whenEmpty("READ, NOT_ENABLED where Security Hub is off")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		SecurityHubClient client = cell.client(SecurityHubClient.class);
		try {
			Pages.each((token) -> client.getEnabledStandards((request) -> request.maxResults(100).nextToken(token)),
					GetEnabledStandardsResponse::nextToken,
					(page) -> page.standardsSubscriptions().forEach((each) -> cell.emit(standard(each))));
			return Answer.READ;
		}
		catch (InvalidAccessException ex) {
			if (Refused.isOff(ex)) {
				return Answer.NOT_ENABLED;
			}
			throw ex;
		}
	}

	private static SecurityhubStandard standard(StandardsSubscription subscription) {
		var reason = subscription.standardsStatusReason();
		return new SecurityhubStandard(subscription.standardsArn(), subscription.standardsSubscriptionArn(),
				Vocabulary.required(OPERATION + ": standardsStatus", StandardsStatus.class,
						subscription.standardsStatusAsString()),
				(reason != null) ? reason.statusReasonCodeAsString() : null);
	}

}
