package dev.rollcall.collect.securityhub;

import dev.rollcall.collect.Vocabulary;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.AutoEnableStandards;
import software.amazon.awssdk.services.securityhub.model.DescribeOrganizationConfigurationResponse;
import software.amazon.awssdk.services.securityhub.model.OrganizationConfiguration;
import software.amazon.awssdk.services.securityhub.model.OrganizationConfigurationConfigurationType;
import software.amazon.awssdk.services.securityhub.model.OrganizationConfigurationStatus;

/** Asks an administrator how Security Hub is configured for the organization. */
final class Configurations {

	static final String OPERATION = "securityhub:DescribeOrganizationConfiguration";

	private Configurations() {
	}

	static SecurityhubOrganization of(SecurityHubClient client) {
		DescribeOrganizationConfigurationResponse answer = client.describeOrganizationConfiguration((request) -> {
		});
		OrganizationConfiguration configuration = answer.organizationConfiguration();
		return new SecurityhubOrganization((configuration != null) ? type(configuration) : null,
				(configuration != null) ? status(configuration) : null,
				(configuration != null) ? configuration.statusMessage() : null, answer.autoEnable(),
				Vocabulary.known(OPERATION + ": autoEnableStandards", AutoEnableStandards.class,
						answer.autoEnableStandardsAsString()),
				answer.memberAccountLimitReached());
	}

	private static @Nullable String type(OrganizationConfiguration configuration) {
		return Vocabulary.known(OPERATION + ": configurationType", OrganizationConfigurationConfigurationType.class,
				configuration.configurationTypeAsString());
	}

	private static @Nullable String status(OrganizationConfiguration configuration) {
		return Vocabulary.known(OPERATION + ": status", OrganizationConfigurationStatus.class,
				configuration.statusAsString());
	}

}
