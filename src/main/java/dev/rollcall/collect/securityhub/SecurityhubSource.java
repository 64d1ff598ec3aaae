package dev.rollcall.collect.securityhub;

import java.util.List;
import java.util.Optional;

import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.OwnerAnswer;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.ControlFindingGenerator;
import software.amazon.awssdk.services.securityhub.model.DescribeHubResponse;
import software.amazon.awssdk.services.securityhub.model.InvalidAccessException;
import software.amazon.awssdk.services.securityhub.model.ResourceNotFoundException;

/**
 * Reads whether Security Hub is on in an account and Region; asks only accounts of which
 * the organization's policies prove nothing.
 */
@Component
class SecurityhubSource implements Source {

	static final String NAME = "securityhub";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional(NAME, SecurityHubClient.class)
			.operations("0.5.0", "securityhub:DescribeHub")
			.evidence(SecurityhubHub.class)
			.answeredBy(SecurityhubPoliciesSource.NAME)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		try {
			DescribeHubResponse hub = cell.client(SecurityHubClient.class).describeHub((request) -> {
			});
			cell.emit(new SecurityhubHub(hub.hubArn(), SubscribedAt.parse(hub.subscribedAt()), hub.autoEnableControls(),
					Vocabulary.known("securityhub:DescribeHub: controlFindingGenerator", ControlFindingGenerator.class,
							hub.controlFindingGeneratorAsString()),
					null));
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

	/**
	 * A policy proves what it says where it has been applied, in the home Region and
	 * those that are linked with it. It says nothing of accounts that decide for
	 * themselves, that it has not reached yet or could not be applied to.
	 */
	@Override
	public Proof prove(OwnerAnswer owner) {
		boolean governed = owner.evidence(SecurityhubCentralConfiguration.class)
			.stream()
			.anyMatch((central) -> central.governs(owner.region()));
		List<SecurityhubAssociation> associations = owner.evidence(SecurityhubAssociation.class)
			.stream()
			.filter((association) -> association.targetId().equals(owner.account().value()))
			.toList();
		if (!governed || associations.size() != 1 || !associations.get(0).succeeded()) {
			return Proof.NOTHING;
		}
		return policy(owner, associations.get(0)).map((policy) -> prove(owner, policy)).orElse(Proof.NOTHING);
	}

	private static Optional<SecurityhubPolicy> policy(OwnerAnswer owner, SecurityhubAssociation association) {
		return owner.evidence(SecurityhubPolicy.class)
			.stream()
			.filter((policy) -> policy.policyId().equals(association.configurationPolicyId()))
			.findFirst();
	}

	private static Proof prove(OwnerAnswer owner, SecurityhubPolicy policy) {
		if (!policy.serviceEnabled()) {
			return Proof.NOT_ENABLED;
		}
		owner.emit(SecurityhubHub.provenBy(policy.policyId()));
		return Proof.READ;
	}

}
