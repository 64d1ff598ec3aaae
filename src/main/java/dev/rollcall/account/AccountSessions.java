package dev.rollcall.account;

import java.time.Clock;

import dev.rollcall.account.AssumedRole.RoleEntry;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Opens sessions: of the account where we run as ourselves, of any other by its role. */
public final class AccountSessions {

	private final AccountSession own;

	private final String partition;

	private final Region home;

	private final WayIn way;

	private final Credentials credentials;

	private final CallEnvironment environment;

	private final Clock clock;

	private AccountSessions(AccountSession own, Credentials credentials, String partition, Region home, WayIn way,
			CallEnvironment environment, Clock clock) {
		this.own = own;
		this.credentials = credentials;
		this.partition = partition;
		this.home = home;
		this.way = way;
		this.environment = environment;
		this.clock = clock;
	}

	/**
	 * Asks STS who we are.
	 * @param provider our own credentials
	 * @param home the Region where we run, whose STS is asked
	 * @param way how the other accounts are entered
	 * @throws software.amazon.awssdk.core.exception.SdkException when STS does not answer
	 */
	public static AccountSessions open(AwsCredentialsProvider provider, Region home, WayIn way,
			CallEnvironment environment, Clock clock) {
		Credentials credentials = Credentials.own(provider);
		AccountSession unknown = new AccountSession(new AccountId("000000000000"), (question) -> credentials,
				environment);
		GetCallerIdentityResponse identity = unknown.calls("sts:GetCallerIdentity")
			.client(StsClient.class, home)
			.getCallerIdentity();
		Arn arn = Arn.parse(identity.arn())
			.orElseThrow(() -> new UnexpectedAnswerException(
					"sts:GetCallerIdentity answered '" + identity.arn() + "' where an ARN was expected"));
		AccountSession own = new AccountSession(new AccountId(identity.account()), (question) -> credentials,
				environment);
		return new AccountSessions(own, credentials, arn.partition(), home, way, environment, clock);
	}

	/** The session of the account where we run, with our own credentials. */
	public AccountSession own() {
		return this.own;
	}

	/** The partition that we run in: {@code aws}, {@code aws-cn}, ... */
	public String partition() {
		return this.partition;
	}

	/** The Region where we run: global services are asked through it. */
	public Region home() {
		return this.home;
	}

	/**
	 * A new session of an account; no call is made before the session's first one.
	 */
	public AccountSession of(AccountId account) {
		if (account.equals(this.own.account())) {
			return new AccountSession(account, (question) -> this.credentials, this.environment);
		}
		return assuming(Arn.role(this.partition, account, this.way.roleName()), account, this.way.narrowing());
	}

	/**
	 * A new session of a role named by its ARN.
	 * @param narrowing what its sessions are narrowed to
	 */
	public AccountSession of(Arn role, Narrowing narrowing) {
		return assuming(role, new AccountId(role.account()), narrowing);
	}

	private AccountSession assuming(Arn role, AccountId account, Narrowing narrowing) {
		Door door = new Door();
		RoleSessions sessions = new RoleSessions(narrowing,
				(policy) -> new AssumedRole(role, entry(policy), door, this.own, this.clock));
		return new AccountSession(account, sessions::of, this.environment);
	}

	private RoleEntry entry(SessionPolicy policy) {
		return new RoleEntry(this.home, this.way.sessionName(), this.way.externalId(), policy);
	}

	/**
	 * How accounts are entered.
	 *
	 * @param roleName the role's name, the same in every account
	 * @param externalId what the roles' trust policies ask for
	 * @param sessionName names the run in the accounts' own trails; 2 to 64 characters
	 * @param narrowing what the sessions are narrowed to
	 */
	public record WayIn(String roleName, @Nullable String externalId, String sessionName, Narrowing narrowing) {

	}

}
