package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import dev.rollcall.simulator.Fault;
import dev.rollcall.simulator.world.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rollcall.cli.States.answer;
import static dev.rollcall.cli.States.refusal;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Buckets of trails, in one night: whose they are, where no name tells, and what is so
 * about them. Each case's trail delivers to a bucket of its own where nothing else is
 * said.
 */
class TrailBucketNightTests {

	private static final String BLOCK = "s3:GetPublicAccessBlock";

	private static final String POLICY = "s3:GetBucketPolicyStatus";

	private static final String ACL = "s3:GetBucketAcl";

	private static final String VERSIONS = "s3:GetBucketVersioning";

	private static final String LOCK = "s3:GetObjectLockConfiguration";

	private static final String OPEN_BLOCK = "PublicAccessBlockConfiguration.RestrictPublicBuckets";

	private static final String ACL_BLOCK = "PublicAccessBlockConfiguration.IgnorePublicAcls";

	private static final String GROUP = "Grants[*].Grantee.URI";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		VerdictNight.Stated stated = VerdictNight.in(out)
			.account("into management's", into("central-" + World.MANAGEMENT))
			.account("into one that says no", into("central-" + World.AUDIT))
			.with("audit", refusal(BLOCK, 403, "AccessDenied", "Access Denied"))
			.account("into a stranger's", into("outside-logs"))
			.account("into none", into("trail-gone"))
			.account("who lists nothing", refusal("s3:ListBuckets", 403, "AccessDenied", "Access Denied"));
		own(stated, "held back", answer(POLICY, "PolicyStatus.IsPublic", "true"));
		own(stated, "public by policy", answer(POLICY, "PolicyStatus.IsPublic", "true"),
				answer(BLOCK, OPEN_BLOCK, "false"));
		own(stated, "public by grant", answer(ACL, GROUP, "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"),
				answer(BLOCK, ACL_BLOCK, "false"));
		own(stated, "grant ignored", answer(ACL, GROUP, "http://acs.amazonaws.com/groups/global/AllUsers"),
				answer(BLOCK, OPEN_BLOCK, "false"));
		own(stated, "public without a word", answer(POLICY, "PolicyStatus.IsPublic", null));
		own(stated, "never versioned", answer(VERSIONS, "Status", null));
		own(stated, "a word of tomorrow", answer(VERSIONS, "Status", "Paused"));
		own(stated, "second factor", answer(VERSIONS, "Status", "Enabled", "MFADelete", "Enabled"));
		own(stated, "locked for a year", locked("GOVERNANCE", "365"));
		own(stated, "locked for a month", locked("COMPLIANCE", "30"));
		own(stated, "public to itself", answer(POLICY, "PolicyStatus.IsPublic", "false"),
				answer(BLOCK, OPEN_BLOCK, "false", ACL_BLOCK, "false"));
		own(stated, "not locked", refusal(LOCK, 404, "ObjectLockConfigurationNotFoundError", "It was never set"));
		own(stated, "not logged", answer("s3:GetBucketLogging", "LoggingEnabled", null));
		own(stated, "no policy", refusal("s3:GetBucketPolicy", 404, "NoSuchBucketPolicy", "There is none"));
		night = stated.run();
	}

	private static void own(VerdictNight.Stated stated, String name, Fault... states) {
		stated.account(name).with(name, into("trail-" + stated.id(name))).with(name, states);
	}

	private static Fault into(String bucket) {
		return answer("cloudtrail:DescribeTrails", "trailList[Name=baseline].S3BucketName", bucket);
	}

	private static Fault locked(String mode, String days) {
		return answer(LOCK, "ObjectLockConfiguration", """
				{"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "%s", "Days": %s}}}"""
			.formatted(mode, days));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			bucket_not_public | held back             | COMPLIANT
			bucket_not_public | public by policy      | NON_COMPLIANT
			bucket_not_public | public by grant       | NON_COMPLIANT
			bucket_not_public | grant ignored         | COMPLIANT
			bucket_not_public | public without a word | INSUFFICIENT_DATA
			bucket_not_public | public to itself      | COMPLIANT
			bucket_not_public | into none             | NOT_APPLICABLE
			bucket_not_public | into a stranger's     | INSUFFICIENT_DATA
			bucket_versioning | never versioned       | NON_COMPLIANT
			bucket_versioning | a word of tomorrow    | INSUFFICIENT_DATA
			bucket_versioning | second factor         | COMPLIANT
			bucket_lock       | second factor         | COMPLIANT
			bucket_lock       | locked for a year     | COMPLIANT
			bucket_lock       | locked for a month    | NON_COMPLIANT
			bucket_lock       | a word of tomorrow    | INSUFFICIENT_DATA
			bucket_lock       | not locked            | NON_COMPLIANT
			bucket_logging    | not logged            | NON_COMPLIANT
			bucket_tls        | no policy             | NON_COMPLIANT
			""")
	void isJudgedByWhatIsSo(String control, String name, String verdict) throws SQLException {
		assertThat(night.verdicts("cloudtrail." + control, name)).containsExactly(verdict);
	}

	@Test
	void isAskedAboutInTheAccountThatListsIt() throws SQLException {
		assertThat(cell("central-" + World.MANAGEMENT)).containsExactly(night.id("management") + "|READ|null|null");
		assertThat(night.rows("SELECT verdict FROM {finding} WHERE control_id = 'cloudtrail.bucket_not_public'"
				+ " AND resource_id = 'arn:aws:s3:::central-0'"))
			.containsExactly("COMPLIANT");
	}

	@Test
	void isDeniedWhereItsOwnerSaysNo() throws SQLException {
		assertThat(cell("central-" + World.AUDIT))
			.containsExactly(night.id("audit") + "|DENIED|AccessDenied|s3:GetBucketPublicAccessBlock");
	}

	@Test
	void isNobodysWhereNobodyListsIt() throws SQLException {
		assertThat(cell("outside-logs")).containsExactly(night.id("into a stranger's") + "|FAILED|OWNER_UNKNOWN|null");
		assertThat(night.rows("SELECT error_message FROM {coverage} WHERE resource_id = 'arn:aws:s3:::outside-logs'"))
			.singleElement()
			.asString()
			.contains("no account lists it, and ", " did not say what they own: ",
					"s3:ListAllMyBuckets AccessDenied by UNKNOWN 1");
	}

	private static List<String> cell(String bucket) throws SQLException {
		return night.rows("SELECT account_id, status, error_code, permission FROM {coverage} WHERE resource_id = '"
				+ "arn:aws:s3:::" + bucket + "'");
	}

}
