package dev.rollcall.collect.guardduty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.AutoEnableMembers;
import software.amazon.awssdk.services.guardduty.model.DescribeOrganizationConfigurationResponse;
import software.amazon.awssdk.services.guardduty.model.OrgFeatureStatus;
import software.amazon.awssdk.services.guardduty.model.OrganizationFeatureConfigurationResult;

/**
 * Reads at the administrator of a Region how it runs GuardDuty for the organization, and
 * what it knows of each member.
 */
@Component
class GuarddutyOrganizationSource implements Source {

	static final String NAME = "guardduty-organization";

	private static final String DESCRIBE = "guardduty:DescribeOrganizationConfiguration";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.organizational(NAME, Scope.ORGANIZATION_REGION, GuardDutyClient.class)
			.askedIn(AskedIn.NAMED_ADMINISTRATOR)
			.operations("0.5.0", "guardduty:ListDetectors", "guardduty:GetDetector", DESCRIBE, "guardduty:ListMembers",
					"guardduty:GetMemberDetectors")
			.evidence(GuarddutyOrganization.class, GuarddutyOrganizationFeature.class, GuarddutyMember.class)
			.dependsOn(GuarddutyAdministratorsSource.NAME)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	/** An administrator without a detector runs nothing. */
	@Override
	public Answer collect(CellScope cell) {
		List<Detector> detectors = Detector.in(cell);
		if (detectors.isEmpty()) {
			return Answer.NOT_ENABLED;
		}
		if (detectors.size() > 1) {
			throw new UnexpectedAnswerException(
					"guardduty:ListDetectors showed " + detectors.size() + " detectors; one was expected");
		}
		Detector own = detectors.get(0);
		cell.emit(organization(own, configuration(cell, own)));
		Members.of(cell, own.id())
			.forEach((account, member) -> cell.emit(new AccountId(account), cell.region().id(), member));
		return Answer.READ;
	}

	/** The pages of one configuration: each has the whole but for the features. */
	private static DescribeOrganizationConfigurationResponse configuration(CellScope cell, Detector own) {
		GuardDutyClient client = cell.client(GuardDutyClient.class);
		List<DescribeOrganizationConfigurationResponse> pages = new ArrayList<>();
		Pages.each((token) -> client.describeOrganizationConfiguration((request) -> request.detectorId(own.id())
			.maxResults(GuarddutyAdministratorsSource.PAGE)
			.nextToken(token)), DescribeOrganizationConfigurationResponse::nextToken, (page) -> {
				pages.add(page);
				page.features().forEach((feature) -> cell.emit(feature(feature)));
			});
		return pages.get(0);
	}

	private static GuarddutyOrganizationFeature feature(OrganizationFeatureConfigurationResult feature) {
		Map<String, String> additional = new TreeMap<>();
		feature.additionalConfiguration()
			.forEach((belonging) -> additional.put(String.valueOf(belonging.nameAsString()),
					Vocabulary.required(DESCRIBE + ": features.additionalConfiguration.autoEnable",
							OrgFeatureStatus.class, belonging.autoEnableAsString())));
		return new GuarddutyOrganizationFeature(feature.nameAsString(), Vocabulary.required(
				DESCRIBE + ": features.autoEnable", OrgFeatureStatus.class, feature.autoEnableAsString()), additional);
	}

	private static GuarddutyOrganization organization(Detector own,
			DescribeOrganizationConfigurationResponse configuration) {
		return new GuarddutyOrganization(own.id(), own.status(), own.publishingFrequency(),
				Vocabulary.known(DESCRIBE + ": autoEnableOrganizationMembers", AutoEnableMembers.class,
						configuration.autoEnableOrganizationMembersAsString()),
				configuration.autoEnable(), configuration.memberAccountLimitReached(), own.states().features(),
				own.states().dataSources());
	}

}
