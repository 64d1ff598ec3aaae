package dev.rollcall.simulator;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.rollcall.simulator.world.Member;
import dev.rollcall.simulator.world.Outline;
import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which credentials. A session token says itself whose it is and until when,
 * under a seal, so that ten thousand sessions need no memory; only session policies are
 * kept, of which there are few.
 */
final class Sessions {

	/** The caller's access key; its secret is not looked at. */
	static final String CALLER_KEY = "AKIAIOSFODNN7EXAMPLE";

	private static final String SEAL = "HmacSHA256";

	private final Map<String, PolicyDocument> policies = new ConcurrentHashMap<>();

	private final SecretKeySpec key;

	private final Partition partition;

	private final Clock clock;

	Sessions(Outline outline, Clock clock) {
		long seed = outline.seed();
		this.partition = Partition.of(outline.regions().get(0));
		this.key = new SecretKeySpec(("rollcall-simulator-" + seed).getBytes(StandardCharsets.UTF_8), SEAL);
		this.clock = clock;
	}

	/** Issues a session of an account's role. */
	Issued issue(Member member, String sessionName, Duration life, @Nullable String policy) {
		Instant expiry = Instant.ofEpochSecond(this.clock.instant().plus(life).getEpochSecond());
		String policyId = "";
		if (policy != null) {
			policyId = hex(policy).substring(0, 24);
			this.policies.computeIfAbsent(policyId, (id) -> PolicyDocument.parse(policy));
		}
		String said = String.join("|", String.valueOf(member.position()), sessionName,
				String.valueOf(expiry.getEpochSecond()), policyId);
		String body = Base64.getUrlEncoder().withoutPadding().encodeToString(said.getBytes(StandardCharsets.UTF_8));
		String token = body + "." + hex(body);
		return new Issued(accessKey(token), hex("secret " + token).substring(0, 40), token, expiry,
				session(member.id(), member.position(), sessionName, expiry, null));
	}

	/**
	 * Whose credentials these are; empty where nobody was given them.
	 * @param token null where the call had none
	 */
	Optional<Session> find(String accessKey, @Nullable String token) {
		if (token == null) {
			return accessKey.equals(CALLER_KEY) ? Optional.of(caller()) : Optional.empty();
		}
		int dot = token.indexOf('.');
		if (dot < 0 || !hex(token.substring(0, dot)).equals(token.substring(dot + 1))
				|| !accessKey(token).equals(accessKey)) {
			return Optional.empty();
		}
		String[] said = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8)
			.split("\\|", -1);
		PolicyDocument policy = this.policies.get(said[3]);
		if (policy == null && !said[3].isEmpty()) {
			// A server of the same seed issued it before this one: its policy is not
			// known.
			return Optional.empty();
		}
		int position = Integer.parseInt(said[0]);
		return Optional
			.of(session(World.id(position), position, said[1], Instant.ofEpochSecond(Long.parseLong(said[2])), policy));
	}

	boolean isExpired(Session session) {
		Instant expiry = session.expiry();
		return expiry != null && !this.clock.instant().isBefore(expiry);
	}

	private Session caller() {
		String id = World.id(World.AUDIT);
		return new Session(World.AUDIT, this.partition.arn("iam", "", id, "user/rollcall"), "AIDAROLLCALLEXAMPLE00",
				null, null);
	}

	private Session session(String id, int position, String sessionName, Instant expiry,
			@Nullable PolicyDocument policy) {
		return new Session(position,
				this.partition.arn("sts", "", id, "assumed-role/" + World.ROLE + "/" + sessionName),
				"AROAROLLCALL" + position + ":" + sessionName, expiry, policy);
	}

	private String accessKey(String token) {
		return "ASIA" + hex("key " + token).substring(0, 16).toUpperCase(Locale.ROOT);
	}

	private String hex(String text) {
		try {
			Mac mac = Mac.getInstance(SEAL);
			mac.init(this.key);
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** New credentials. */
	record Issued(String accessKey, String secret, String token, Instant expiry, Session session) {

	}

}
