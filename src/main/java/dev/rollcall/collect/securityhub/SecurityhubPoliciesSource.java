package dev.rollcall.collect.securityhub;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.Cell;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.AssociationType;
import software.amazon.awssdk.services.securityhub.model.ConfigurationPolicyAssociationStatus;
import software.amazon.awssdk.services.securityhub.model.ConfigurationPolicyAssociationSummary;
import software.amazon.awssdk.services.securityhub.model.ConfigurationPolicySummary;
import software.amazon.awssdk.services.securityhub.model.GetConfigurationPolicyResponse;
import software.amazon.awssdk.services.securityhub.model.InvalidAccessException;
import software.amazon.awssdk.services.securityhub.model.ListConfigurationPoliciesResponse;
import software.amazon.awssdk.services.securityhub.model.ListConfigurationPolicyAssociationsResponse;
import software.amazon.awssdk.services.securityhub.model.Policy;
import software.amazon.awssdk.services.securityhub.model.ResourceNotFoundException;
import software.amazon.awssdk.services.securityhub.model.SecurityControlsConfiguration;
import software.amazon.awssdk.services.securityhub.model.SecurityHubPolicy;
import software.amazon.awssdk.services.securityhub.model.TargetType;

/**
 * Reads the policies that configure Security Hub, and what has which: at the
 * administrator in its home Region, which alone knows them. Without a home Region, or
 * where each Region decides for itself, there are none.
 */
@Component
class SecurityhubPoliciesSource implements Source {

	static final String NAME = "securityhub-policies";

	private static final String GET = "securityhub:GetConfigurationPolicy";

	private static final String ASSOCIATIONS = "securityhub:ListConfigurationPolicyAssociations";

	/** The largest page of either list. */
	private static final int PAGE = 100;

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.organizational(NAME, Scope.ORGANIZATION, SecurityHubClient.class)
			.askedIn(AskedIn.NAMED_ADMINISTRATOR)
			.operations("0.5.0", Configurations.OPERATION, "securityhub:ListConfigurationPolicies", GET, ASSOCIATIONS)
			.evidence(SecurityhubCentralConfiguration.class, SecurityhubPolicy.class, SecurityhubAssociation.class)
			.dependsOn(SecurityhubAdministratorsSource.NAME, SecurityhubAggregatorSource.NAME)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		try {
			for (SecurityhubAggregator aggregator : cell.evidence(SecurityhubAggregator.class)) {
				read(cell, aggregator);
			}
			return cell.notEnabledWhenEmpty();
		}
		catch (InvalidAccessException ex) {
			if (Refused.isOff(ex)) {
				return Answer.NOT_ENABLED;
			}
			throw Refused.atAdministrator(ex, cell);
		}
	}

	private static void read(CellScope cell, SecurityhubAggregator aggregator) {
		String home = aggregator.findingAggregationRegion();
		SecurityHubClient client = cell.client(SecurityHubClient.class, Region.of(home));
		SecurityhubOrganization configuration = Configurations.of(client);
		if (!SecurityhubOrganization.CENTRAL.equals(configuration.configurationType())) {
			return;
		}
		cell.emit(new SecurityhubCentralConfiguration(home, aggregator.regionLinkingMode(), aggregator.regions(),
				configuration.configurationStatus(), configuration.configurationStatusMessage()));
		cell.parts(policies(cell, client), ConfigurationPolicySummary::id, ResourceNotFoundException.class,
				(policy, part) -> part.emit(policy(part.client(SecurityHubClient.class, Region.of(home)), policy)));
		associations(cell, client);
	}

	private static List<ConfigurationPolicySummary> policies(CellScope cell, SecurityHubClient client) {
		List<ConfigurationPolicySummary> policies = new ArrayList<>();
		Pages.each((token) -> client.listConfigurationPolicies((request) -> request.maxResults(PAGE).nextToken(token)),
				ListConfigurationPoliciesResponse::nextToken, (page) -> {
					policies.addAll(page.configurationPolicySummaries());
					cell.holds(policies.size());
				});
		return policies;
	}

	private static SecurityhubPolicy policy(SecurityHubClient client, ConfigurationPolicySummary listed) {
		GetConfigurationPolicyResponse answer = client
			.getConfigurationPolicy((request) -> request.identifier(listed.id()));
		Policy policy = answer.configurationPolicy();
		SecurityHubPolicy hub = (policy != null) ? policy.securityHub() : null;
		if (hub == null || hub.serviceEnabled() == null) {
			throw new UnexpectedAnswerException(
					GET + " does not say whether the policy " + listed.id() + " turns Security Hub on");
		}
		SecurityControlsConfiguration controls = hub.securityControlsConfiguration();
		return new SecurityhubPolicy(answer.id(), answer.arn(), answer.name(), hub.serviceEnabled(),
				hub.enabledStandardIdentifiers(),
				(controls != null) ? controls.enabledSecurityControlIdentifiers() : List.of(),
				(controls != null) ? controls.disabledSecurityControlIdentifiers() : List.of(), answer.updatedAt());
	}

	private static void associations(CellScope cell, SecurityHubClient client) {
		Pages.each(
				(token) -> client
					.listConfigurationPolicyAssociations((request) -> request.maxResults(PAGE).nextToken(token)),
				ListConfigurationPolicyAssociationsResponse::nextToken,
				(page) -> page.configurationPolicyAssociationSummaries().forEach((each) -> emit(cell, each)));
	}

	private static void emit(CellScope cell, ConfigurationPolicyAssociationSummary listed) {
		SecurityhubAssociation association = association(listed);
		boolean account = association.targetType().equals(TargetType.ACCOUNT.toString());
		cell.emit(account ? new AccountId(association.targetId()) : cell.account().id(), Cell.GLOBAL, association);
	}

	private static SecurityhubAssociation association(ConfigurationPolicyAssociationSummary listed) {
		return new SecurityhubAssociation(listed.targetId(),
				Vocabulary.required(ASSOCIATIONS + ": targetType", TargetType.class, listed.targetTypeAsString()),
				listed.configurationPolicyId(),
				Vocabulary.required(ASSOCIATIONS + ": associationType", AssociationType.class,
						listed.associationTypeAsString()),
				Vocabulary.required(ASSOCIATIONS + ": associationStatus", ConfigurationPolicyAssociationStatus.class,
						listed.associationStatusAsString()),
				listed.associationStatusMessage(), listed.updatedAt());
	}

}
