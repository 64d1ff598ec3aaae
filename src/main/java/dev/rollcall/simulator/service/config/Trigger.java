package dev.rollcall.simulator.service.config;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a managed rule is evaluated by.
 *
 * @param resourceType the type whose changes do; null where none
 * @param periodic whether a day passing does
 */
record Trigger(@Nullable String resourceType, boolean periodic) {

	private static final Trigger DAILY = new Trigger(null, true);

	private static final Map<String, Trigger> MANAGED = Map.of("EC2_IMDSV2_CHECK",
			new Trigger("AWS::EC2::Instance", false), "ENCRYPTED_VOLUMES", new Trigger("AWS::EC2::Volume", false),
			"RDS_STORAGE_ENCRYPTED", new Trigger("AWS::RDS::DBInstance", false), "S3_BUCKET_PUBLIC_READ_PROHIBITED",
			new Trigger("AWS::S3::Bucket", true));

	/** Of a managed rule: the others ask services themselves, once a day. */
	static Trigger of(String identifier) {
		return MANAGED.getOrDefault(identifier, DAILY);
	}

}
