package dev.rollcall.collect.securityhub;

import dev.rollcall.account.Arn;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.DescribeSecurityHubV2Response;
import software.amazon.awssdk.services.securityhub.model.InvalidAccessException;
import software.amazon.awssdk.services.securityhub.model.ResourceNotFoundException;

/** Reads whether Security Hub v2 is on in an account and Region. */
@Component
class SecurityhubV2Source implements Source {

	private static final String OPERATION = "securityhub:DescribeSecurityHubV2";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("securityhub-v2", SecurityHubClient.class)
			.operations("0.5.0", OPERATION)
			.evidence(SecurityhubV2.class)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		try {
			DescribeSecurityHubV2Response hub = cell.client(SecurityHubClient.class)
				.describeSecurityHubV2((request) -> {
				});
			if (Arn.parse(String.valueOf(hub.hubV2Arn())).isEmpty()) {
				throw new UnexpectedAnswerException(
						OPERATION + " showed '" + hub.hubV2Arn() + "' where an ARN was expected");
			}
			cell.emit(new SecurityhubV2(hub.hubV2Arn(), SubscribedAt.parse(hub.subscribedAt())));
			return Answer.READ;
		}
		catch (ResourceNotFoundException ex) {
			return Answer.NOT_ENABLED;
		}
		catch (InvalidAccessException ex) {
			if (Refused.isOff(ex)) {
				return Answer.NOT_ENABLED;
			}
			throw ex;
		}
	}

}
