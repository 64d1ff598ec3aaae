package dev.rollcall.simulator.world;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import dev.rollcall.simulator.world.Access.Kind;

/** Makes findings of each kind. */
final class Accesses {

	/** An account of somebody else's. */
	static final String STRANGER = "999988887777";

	private Accesses() {
	}

	static Access to(Member member, String region, Kind kind) {
		String name = kind.name().toLowerCase(Locale.ROOT) + "-" + member.position() + "-" + region;
		boolean bucket = kind != Kind.FEDERATED && kind != Kind.SERVICE;
		String resource = bucket ? "arn:aws:s3:::" + name : "arn:aws:iam::" + member.id() + ":role/" + name;
		return new Access(uuid(member, region, kind), member.id(), resource,
				bucket ? "AWS::S3::Bucket" : "AWS::IAM::Role", kind, principal(kind), null,
				(kind == Kind.UNKNOWN) ? "ACCESS_DENIED" : null, false);
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

	private static String uuid(Member member, String region, Kind kind) {
		Dice dice = Dice.of(member.position()).with(region).with(kind.name());
		return new UUID(dice.with(1).state(), dice.with(2).state()).toString();
	}

}
