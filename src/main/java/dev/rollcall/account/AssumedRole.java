package dev.rollcall.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;

/**
 * The credentials of a role, assumed when they are first needed, by one thread, and
 * renewed when four fifths of their life are over. A refusal is remembered at the role's
 * door: an account is asked once whether it lets us in.
 */
final class AssumedRole implements Credentials {

	private static final int SESSION_SECONDS = (int) Duration.ofHours(1).toSeconds();

	private static final Duration BETWEEN_RENEWALS = Duration.ofMinutes(1);

	private final ReentrantLock lock = new ReentrantLock();

	private final Arn role;

	private final RoleEntry entry;

	private final Door door;

	private final AccountSession caller;

	private final Clock clock;

	private @Nullable AwsCredentials credentials;

	private Instant renewal = Instant.MIN;

	private Instant expiry = Instant.MIN;

	/** That its policy could not be packed, which says nothing of the role. */
	private @Nullable EntryRefusedException unpacked;

	AssumedRole(Arn role, RoleEntry entry, Door door, AccountSession caller, Clock clock) {
		this.role = role;
		this.entry = entry;
		this.door = door;
		this.caller = caller;
		this.clock = clock;
	}

	@Override
	public AwsCredentials current() {
		this.lock.lock();
		try {
			AwsCredentials current = this.credentials;
			if (current == null) {
				if (this.unpacked != null) {
					throw this.unpacked;
				}
				this.door.require();
				return assume();
			}
			return this.clock.instant().isBefore(this.renewal) ? current : renew(current);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void expired(AwsCredentials refused) {
		this.lock.lock();
		try {
			if (refused == this.credentials) {
				this.credentials = null;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** What cannot be renewed yet is used as long as it is valid. */
	private AwsCredentials renew(AwsCredentials current) {
		try {
			return assume();
		}
		catch (EntryRefusedException ex) {
			Instant now = this.clock.instant();
			if (!now.isBefore(this.expiry)) {
				this.credentials = null;
				throw ex;
			}
			this.door.opens();
			this.renewal = now.plus(BETWEEN_RENEWALS);
			return current;
		}
	}

	private AwsCredentials assume() {
		AccountCalls calls = this.caller.calls(EntryRefusedException.OPERATION);
		try {
			return remember(assume(calls).credentials());
		}
		catch (CancellationException | AbortedException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw remember(new EntryRefusedException(ex, calls.log()));
		}
	}

	private AssumeRoleResponse assume(AccountCalls calls) {
		StsClient sts = calls.client(StsClient.class, this.entry.region());
		return sts.assumeRole(AssumeRoleRequest.builder()
			.roleArn(this.role.toString())
			.roleSessionName(this.entry.sessionName())
			.externalId(this.entry.externalId())
			.durationSeconds(SESSION_SECONDS)
			.policy(this.entry.policy().document())
			.build());
	}

	private EntryRefusedException remember(EntryRefusedException refused) {
		if (refused.getCause() instanceof PackedPolicyTooLargeException) {
			this.unpacked = refused;
		}
		else {
			this.door.refused(refused);
		}
		return refused;
	}

	private AwsCredentials remember(software.amazon.awssdk.services.sts.model.Credentials answer) {
		Instant now = this.clock.instant();
		Duration life = life(now, answer.expiration());
		this.expiry = now.plus(life);
		this.renewal = now.plus(life.multipliedBy(4).dividedBy(5));
		AwsCredentials assumed = AwsSessionCredentials.create(answer.accessKeyId(), answer.secretAccessKey(),
				answer.sessionToken());
		this.credentials = assumed;
		return assumed;
	}

	/**
	 * How long a session lives. What STS says by its own clock is believed as far as it
	 * can be: where ours is wrong by more than a session's life, it lives as long as we
	 * asked for.
	 */
	private static Duration life(Instant now, Instant expiration) {
		Duration asked = Duration.ofSeconds(SESSION_SECONDS);
		Duration said = Duration.between(now, expiration);
		return (said.isNegative() || said.isZero() || said.compareTo(asked) > 0) ? asked : said;
	}

	/**
	 * What a role is assumed with.
	 *
	 * @param region the Region whose STS is asked
	 * @param sessionName names the run in the accounts' own trails
	 * @param externalId what the roles' trust policies ask for
	 * @param policy what the session is narrowed to
	 */
	record RoleEntry(Region region, String sessionName, @Nullable String externalId, SessionPolicy policy) {

	}

}
