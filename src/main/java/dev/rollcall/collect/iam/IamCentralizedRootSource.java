package dev.rollcall.collect.iam;

import java.util.List;

import dev.rollcall.account.ErrorCode;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.FeatureType;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesResponse;
import software.amazon.awssdk.services.iam.model.OrganizationNotInAllFeaturesModeException;
import software.amazon.awssdk.services.iam.model.ServiceAccessNotEnabledException;

/** Reads whether root access is centralized; only IAM's administrator may ask. */
@Component
class IamCentralizedRootSource implements Source {

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.organizational("iam-centralized-root", Scope.ORGANIZATION, IamClient.class)
			.askedIn(AskedIn.ADMINISTRATOR_OR_MANAGEMENT, "iam.amazonaws.com")
			.operations("0.1.0", "iam:ListOrganizationsFeatures")
			.evidence(CentralizedRoot.class)
			.whenEmpty("READ")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		try {
			ListOrganizationsFeaturesResponse answer = cell.client(IamClient.class)
				.listOrganizationsFeatures((request) -> {
				});
			if (answer.organizationId() == null || !answer.organizationId().startsWith("o-")) {
				throw new UnexpectedAnswerException("iam:ListOrganizationsFeatures answered for '"
						+ answer.organizationId() + "' where an organization was expected");
			}
			List<String> features = answer.enabledFeaturesAsStrings();
			cell.emit(new CentralizedRoot(answer.organizationId(),
					features.contains(FeatureType.ROOT_CREDENTIALS_MANAGEMENT.toString()),
					features.contains(FeatureType.ROOT_SESSIONS.toString()), features));
			return Answer.READ;
		}
		catch (ServiceAccessNotEnabledException | OrganizationNotInAllFeaturesModeException ex) {
			return Answer.NOT_ENABLED;
		}
		catch (IamException ex) {
			if (RootlessPartitions.contain(cell.region()) && ErrorCode.of(ex).equals("InvalidAction")) {
				return Answer.NOT_ENABLED;
			}
			throw ex;
		}
	}

}
