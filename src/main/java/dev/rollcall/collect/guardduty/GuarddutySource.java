package dev.rollcall.collect.guardduty;

import java.util.Optional;

import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.OwnerAnswer;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;

/**
 * Reads whether an account has a detector in a Region, and what that looks at; asks only
 * accounts of which the Region's administrator proves nothing.
 */
@Component
class GuarddutySource implements Source {

	static final String NAME = "guardduty";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional(NAME, GuardDutyClient.class)
			.operations("0.5.0", "guardduty:ListDetectors", "guardduty:GetDetector")
			.evidence(GuarddutyDetector.class, GuarddutyFeature.class)
			.answeredBy(GuarddutyOrganizationSource.NAME)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		for (Detector detector : Detector.in(cell)) {
			cell.emit(new GuarddutyDetector(detector.id(), detector.status(), detector.publishingFrequency(), null));
			detector.states().of(detector.id()).forEach(cell::emit);
		}
		return cell.notEnabledWhenEmpty();
	}

	/**
	 * The administrator knows its own detector, and those of members that it looks after
	 * while its own is on. It says nothing of what a member that is not one does.
	 */
	@Override
	public Proof prove(OwnerAnswer owner) {
		Optional<GuarddutyOrganization> own = owner.aboutAccount(GuarddutyOrganization.class).stream().findFirst();
		if (own.isPresent()) {
			GuarddutyOrganization administrator = own.get();
			owner.emit(new GuarddutyDetector(administrator.detectorId(), administrator.detectorStatus(),
					administrator.publishingFrequency(), owner.account().value()));
			administrator.states().of(administrator.detectorId()).forEach(owner::emit);
			return Proof.READ;
		}
		return owner.aboutAccount(GuarddutyMember.class)
			.stream()
			.filter((member) -> owner.evidence(GuarddutyOrganization.class)
				.stream()
				.anyMatch((administrator) -> administrator.vouchesFor(member)))
			.findFirst()
			.map((member) -> prove(member, owner))
			.orElse(Proof.NOTHING);
	}

	private static Proof prove(GuarddutyMember member, OwnerAnswer owner) {
		String detector = String.valueOf(member.detectorId());
		owner.emit(new GuarddutyDetector(detector, GuarddutyDetector.ENABLED, null, member.administratorId()));
		member.states().of(detector).forEach(owner::emit);
		return Proof.READ;
	}

}
