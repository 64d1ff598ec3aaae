package dev.rollcall.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The SDK that Rollcall uses as a client of the server: who may do what. */
@Tag("runtime")
class SimulatedOrganizationTests {

	private static final AwsCredentials CALLER = AwsBasicCredentials.create(SimulatedOrganization.ACCESS_KEY,
			SimulatedOrganization.SECRET_KEY);

	private final MovableClock clock = new MovableClock();

	private @Nullable SimulatedOrganization organization;

	@AfterEach
	void stop() {
		if (this.organization != null) {
			this.organization.close();
		}
	}

	@Test
	void knowsTheAuditAccountByItsKey() {
		start("");
		assertThat(sts(CALLER).getCallerIdentity().account()).isEqualTo(World.id(World.AUDIT));
	}

	@Test
	void refusesKeysAndTokensThatItDidNotIssue() {
		start("");
		AwsServiceException key = refusal(
				() -> organizations(AwsBasicCredentials.create("AKIASTRANGER", "secret")).listAccounts());
		assertThat(code(key)).isEqualTo("UnrecognizedClientException");
		AwsSessionCredentials session = enter(4, null, null);
		AwsServiceException token = refusal(
				() -> iam(AwsSessionCredentials.create(session.accessKeyId(), "s", session.sessionToken() + "0"))
					.getAccountSummary());
		assertThat(code(token)).isEqualTo("InvalidClientTokenId");
	}

	@Test
	void endsASessionWhenItsTimeIsOver() {
		start("longest-session: 15m");
		AwsSessionCredentials session = enter(4, null, null);
		this.clock.now = this.clock.now.plus(Duration.ofMinutes(14));
		assertThat(iam(session).getAccountSummary().summaryMapAsStrings()).isNotEmpty();
		this.clock.now = this.clock.now.plus(Duration.ofMinutes(1));
		assertThat(code(refusal(() -> iam(session).getAccountSummary()))).isEqualTo("ExpiredToken");
		assertThat(code(refusal(() -> config(session).describeConfigRules()))).isEqualTo("ExpiredTokenException");
	}

	@Test
	void letsNobodyIntoAccountsThatAreClosedOrDoNotTrustUs() {
		start("");
		for (int position : new int[] { 7, 8, 9, 10 }) {
			assertThat(code(refusal(() -> enter(position, null, null)))).isEqualTo("AccessDenied");
		}
		assertThat(code(refusal(() -> enter(500, null, null)))).isEqualTo("AccessDenied");
	}

	@Test
	void letsNobodyIntoAnAccountThatLeftAndAnybodyIntoOneThatJoined() {
		start("drift: 1");
		assertThat(code(refusal(() -> enter(11, null, null)))).isEqualTo("AccessDenied");
		assertThat(iam(enter(24, null, null)).getAccountSummary().summaryMapAsStrings()).isNotEmpty();
		assertThat(organizations(CALLER).listAccountsPaginator()
			.stream()
			.flatMap((page) -> page.accounts().stream())
			.map(Account::id)).hasSize(24).contains(World.id(24)).doesNotContain(World.id(11));
	}

	@Test
	void forgetsTheSessionsOfAnAccountThatLeft() {
		start("");
		AwsSessionCredentials session = enter(11, null, null);
		stop();
		start("drift: 1");
		assertThat(code(refusal(() -> iam(session).getAccountSummary()))).isEqualTo("InvalidClientTokenId");
	}

	@Test
	void asksForTheExternalIdOfTheScenario() {
		start("external-id: right");
		assertThat(code(refusal(() -> enter(4, "wrong", null)))).isEqualTo("AccessDenied");
		assertThat(enter(4, "right", null).sessionToken()).isNotEmpty();
	}

	@Test
	void deniesWhatTheSessionPolicyLeavesOut() {
		start("");
		AwsSessionCredentials session = enter(4, null, """
				{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:Get*"],"Resource":"*"}]}""");
		assertThat(iam(session).getAccountSummary().summaryMapAsStrings()).isNotEmpty();
		AwsServiceException refusal = refusal(() -> config(session).describeConfigRules());
		assertThat(code(refusal)).isEqualTo("AccessDeniedException");
		assertThat(refusal.getMessage())
			.contains("because no session policy allows the config:DescribeConfigRules action");
		assertThat(code(refusal(() -> enter(4, null, "{")))).isEqualTo("MalformedPolicyDocument");
	}

	@Test
	void knowsNoNarrowedSessionOfAServerBeforeIt() {
		start("");
		AwsSessionCredentials narrowed = enter(4, null, """
				{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:Get*"],"Resource":"*"}]}""");
		stop();
		start("");
		assertThat(code(refusal(() -> iam(narrowed).getAccountSummary()))).isEqualTo("InvalidClientTokenId");
	}

	@Test
	void hasMembersListNoOrganization() {
		start("");
		assertThat(code(refusal(() -> organizations(enter(4, null, null)).listAccounts())))
			.isEqualTo("AccessDeniedException");
	}

	@Test
	void knowsNoCredentialsInRegionsThatTheAccountDoesNotHave() {
		start("");
		AwsSessionCredentials session = enter(12, null, null);
		assertThat(code(refusal(() -> client(CloudTrailClient.builder(), session, "eu-south-1").describeTrails())))
			.isEqualTo("UnrecognizedClientException");
		assertThat(client(CloudTrailClient.builder(), session, "us-east-1").describeTrails().trailList()).isNotEmpty();
	}

	@Test
	void emptiesABucketAndSaysSoInEachServicesOwnWords() {
		start("""
				quotas: {rates: {organizations: {per-second: 0.001, burst: 2}, iam: {per-second: 0.001, burst: 1}}}
				""");
		OrganizationsClient organizations = organizations(CALLER);
		organizations.listRoots();
		organizations.listRoots();
		AwsServiceException third = refusal(organizations::listRoots);
		assertThat(code(third)).isEqualTo("TooManyRequestsException");
		organizations.describeOrganization();
		IamClient iam = iam(enter(4, null, null));
		iam.getAccountSummary();
		assertThat(code(refusal(iam::getAccountSummary))).isEqualTo("Throttling");
		iam(enter(5, null, null)).getAccountSummary();
	}

	@Test
	void strikesAsOftenAsTheScenarioSaysAndWhereItSays() {
		start("""
				faults:
				  - {account: "%s", operation: "iam:GetAccountSummary", fault: http-500, times: 1}
				  - {account: "%s", region: ap-northeast-1, operation: DescribeConfigRules, fault: scp-deny}
				  - {account: "%s", operation: "iam:ListVirtualMFADevices", fault: reset, times: 1}
				  - {account: "%s", operation: "config:DescribeConfigurationRecorders", fault: malformed, times: 1}
				  - {account: "%s", operation: "config:DescribeDeliveryChannels", fault: html-404, times: 1}
				""".formatted(World.id(4), World.id(4), World.id(4), World.id(4), World.id(4)));
		AwsSessionCredentials session = enter(4, null, null);
		assertThat(refusal(() -> iam(session).getAccountSummary()).statusCode()).isEqualTo(500);
		assertThat(iam(session).getAccountSummary().summaryMapAsStrings()).isNotEmpty();
		assertThat(iam(enter(5, null, null)).getAccountSummary().summaryMapAsStrings()).isNotEmpty();
		assertThat(refusal(() -> client(ConfigClient.builder(), session, "ap-northeast-1").describeConfigRules())
			.getMessage()).contains("with an explicit deny in a service control policy");
		assertThat(config(session).describeConfigRules().configRules()).isNotEmpty();
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> iam(session).listVirtualMFADevices());
		assertThatExceptionOfType(SdkClientException.class)
			.isThrownBy(() -> config(session).describeConfigurationRecorders());
		assertThat(refusal(() -> config(session).describeDeliveryChannels()).statusCode()).isEqualTo(404);
		assertThat(config(session).describeDeliveryChannels().deliveryChannels()).hasSize(1);
	}

	@Test
	void neverAnswersACallThatHangs() {
		start("faults: [{operation: 'iam:GetAccountSummary', fault: hang}]");
		IamClient iam = iam(enter(4, null, null));
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> iam.getAccountSummary((request) -> request
			.overrideConfiguration((configuration) -> configuration.apiCallTimeout(Duration.ofMillis(300)))));
	}

	@Test
	void countsCallsByOperation() {
		start("");
		organizations(CALLER).listRoots();
		organizations(CALLER).listRoots();
		assertThat(organization().callsByOperation()).containsEntry("organizations:ListRoots", 2L).hasSize(1);
	}

	private void start(String scenario) {
		this.organization = SimulatedOrganization.start(ScenarioReader.read("test", scenario), 0, this.clock);
	}

	private SimulatedOrganization organization() {
		if (this.organization == null) {
			throw new IllegalStateException("The organization was not started");
		}
		return this.organization;
	}

	private AwsSessionCredentials enter(int position, @Nullable String externalId, @Nullable String policy) {
		Credentials entered = sts(CALLER)
			.assumeRole((request) -> request.roleArn("arn:aws:iam::" + World.id(position) + ":role/RollcallAudit")
				.roleSessionName("test")
				.externalId(externalId)
				.policy(policy))
			.credentials();
		return AwsSessionCredentials.create(entered.accessKeyId(), entered.secretAccessKey(), entered.sessionToken());
	}

	private StsClient sts(AwsCredentials credentials) {
		return client(StsClient.builder(), credentials, "us-east-1");
	}

	private IamClient iam(AwsCredentials credentials) {
		return client(IamClient.builder(), credentials, "us-east-1");
	}

	private ConfigClient config(AwsCredentials credentials) {
		return client(ConfigClient.builder(), credentials, "us-east-1");
	}

	private OrganizationsClient organizations(AwsCredentials credentials) {
		return client(OrganizationsClient.builder(), credentials, "us-east-1");
	}

	private <C, B extends AwsClientBuilder<B, C>> C client(B builder, AwsCredentials credentials, String region) {
		return builder.endpointOverride(organization().endpoint())
			.region(Region.of(region))
			.credentialsProvider(StaticCredentialsProvider.create(credentials))
			.overrideConfiguration((configuration) -> configuration.retryStrategy(DefaultRetryStrategy.doNotRetry()))
			.build();
	}

	private static AwsServiceException refusal(Runnable call) {
		try {
			call.run();
		}
		catch (AwsServiceException ex) {
			return ex;
		}
		throw new AssertionError("The call was answered");
	}

	private static String code(AwsServiceException refusal) {
		return refusal.awsErrorDetails().errorCode();
	}

	private static final class MovableClock extends Clock {

		private volatile Instant now = Instant.parse("2026-11-20T00:00:00Z");

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

	}

}
