package dev.rollcall.simulator.service.accessanalyzer;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Access from outside to a resource, which an analyzer finds.
 *
 * @param id of the finding
 * @param owner the account of the resource
 * @param principal by type; empty where the analyzer could not tell
 * @param rcpRestriction APPLICABLE or FAILED_TO_EVALUATE_RCP; null where no policy exists
 * @param error why the analyzer could not judge; null where it could
 * @param archived whether somebody accepted it
 */
public record Access(String id, String owner, String resource, String resourceType, Kind kind,
		Map<String, String> principal, @Nullable String rcpRestriction, @Nullable String error, boolean archived) {

	/** An account of somebody else's. */
	private static final String STRANGER = "999988887777";

	/** Access to a resource that is named after who has it. */
	static Access of(int position, String owner, String region, Kind kind) {
		return to(kind.name().toLowerCase(Locale.ROOT) + "-" + position + "-" + region, position, owner, region, kind);
	}

	/**
	 * Access to a resource.
	 * @param name of the bucket or role
	 * @param position of its account
	 */
	static Access to(String name, int position, String owner, String region, Kind kind) {
		boolean bucket = kind != Kind.FEDERATED && kind != Kind.SERVICE;
		Partition partition = Partition.of(region);
		String resource = bucket ? partition.arn("s3", "", "", name) : partition.arn("iam", "", owner, "role/" + name);
		return new Access(uuid(position, region, kind), owner, resource, bucket ? "AWS::S3::Bucket" : "AWS::IAM::Role",
				kind, principal(kind), null, (kind == Kind.UNKNOWN) ? "ACCESS_DENIED" : null, false);
	}

	private static Map<String, String> principal(Kind kind) {
		return switch (kind) {
			case PUBLIC -> Map.of("AWS", "*");
			case OUTSIDE -> Map.of("AWS", STRANGER);
			case INSIDE -> Map.of("AWS", World.id(World.AUDIT));
			case FEDERATED -> Map.of("Federated", "accounts.google.com");
			case SERVICE -> Map.of("Service", "delivery.logs.amazonaws.com");
			case UNKNOWN -> Map.of();
		};
	}

	private static String uuid(int position, String region, Kind kind) {
		Dice dice = Dice.of(position).with(region).with(kind.name());
		return new UUID(dice.with(1).state(), dice.with(2).state()).toString();
	}

	/** The same where a resource control policy exists and was not weighed. */
	Access besideResourceControlPolicy() {
		return new Access(this.id, this.owner, this.resource, this.resourceType, this.kind, this.principal,
				"APPLICABLE", this.error, this.archived);
	}

	/** Who comes from outside. */
	public enum Kind {

		PUBLIC, OUTSIDE, INSIDE, FEDERATED, SERVICE, UNKNOWN

	}

}
