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

	private final RoleEntry entry;

	private final String roleName;

	private final CallEnvironment environment;

	private final Clock clock;

	private AccountSessions(AccountSession own, String partition, String roleName, RoleEntry entry,
			CallEnvironment environment, Clock clock) {
		this.own = own;
		this.partition = partition;
		this.roleName = roleName;
		this.entry = entry;
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
		AccountSession unknown = new AccountSession(new AccountId("000000000000"), Credentials.own(provider),
				environment);
		GetCallerIdentityResponse identity = unknown.calls().client(StsClient.class, home).getCallerIdentity();
		Arn arn = Arn.parse(identity.arn())
			.orElseThrow(() -> new UnexpectedAnswerException(
					"sts:GetCallerIdentity answered '" + identity.arn() + "' where an ARN was expected"));
		AccountSession own = new AccountSession(new AccountId(identity.account()), Credentials.own(provider),
				environment);
		RoleEntry entry = new RoleEntry(home, way.sessionName(), way.externalId(), way.policy());
		return new AccountSessions(own, arn.partition(), way.roleName(), entry, environment, clock);
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
		return this.entry.region();
	}

	/**
	 * A new session of an account; no call is made before the session's first one.
	 */
	public AccountSession of(AccountId account) {
		if (account.equals(this.own.account())) {
			return new AccountSession(account, this.own.credentials(), this.environment);
		}
		return assuming(Arn.role(this.partition, account, this.roleName), account, this.entry.policy());
	}

	/**
	 * A new session of a role named by its ARN.
	 * @param policy what the session is narrowed to
	 */
	public AccountSession of(Arn role, SessionPolicy policy) {
		return assuming(role, new AccountId(role.account()), policy);
	}

	private AccountSession assuming(Arn role, AccountId account, SessionPolicy policy) {
		RoleEntry narrowed = new RoleEntry(this.entry.region(), this.entry.sessionName(), this.entry.externalId(),
				policy);
		return new AccountSession(account, new AssumedRole(role, narrowed, this.own, this.clock), this.environment);
	}

	/**
	 * How accounts are entered.
	 *
	 * @param roleName the role's name, the same in every account
	 * @param externalId what the roles' trust policies ask for
	 * @param sessionName names the run in the accounts' own trails; 2 to 64 characters
	 * @param policy what the sessions are narrowed to
	 */
	public record WayIn(String roleName, @Nullable String externalId, String sessionName, SessionPolicy policy) {

	}

}
