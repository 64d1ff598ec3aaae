package dev.rollcall.simulator.service.guardduty;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import dev.rollcall.simulator.world.Dice;

/**
 * What a detector has found.
 *
 * @param number among those of its account and Region
 * @param severity from 1 to 10
 * @param daysAgo when it was found, counted from the day on which the organization was
 * written
 */
record GuardFinding(int number, int severity, int daysAgo, boolean archived) {

	private static final Map<Integer, String> TYPES = Map.of(2, "Recon:EC2/PortProbeUnprotectedPort", 5,
			"UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B", 8, "CryptoCurrency:EC2/BitcoinTool.B!DNS", 9,
			"AttackSequence:IAM/CompromisedCredentials");

	/** Its id, which no other finding has. */
	String id(int position, String region) {
		Dice dice = Dice.of(position).with(region).with("guardduty").with(this.number);
		return new UUID(dice.with(1).state(), dice.with(2).state()).toString()
			.replace("-", "")
			.toLowerCase(Locale.ROOT);
	}

	String type() {
		return TYPES.getOrDefault(this.severity, "Policy:S3/BucketAnonymousAccessGranted");
	}

}
