package dev.rollcall.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.rollcall.cli.States.answer;
import static dev.rollcall.cli.States.denial;
import static dev.rollcall.cli.States.refusal;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole night over accounts whose basics are odd: settings that are half on or half
 * said, words of tomorrow, contacts that are none, and what may not be read.
 */
class AccountBasicsNightTests {

	private static final String S3 = "s3control:GetPublicAccessBlock";

	private static final String FLAGS = "PublicAccessBlockConfiguration.";

	private static final String METADATA = "ec2:GetInstanceMetadataDefaults";

	private static final String IMAGES = "ec2:GetImageBlockPublicAccessState";

	private static final String SNAPSHOTS = "ec2:GetSnapshotBlockPublicAccessState";

	private static final String VOLUMES = "ec2:GetEbsEncryptionByDefault";

	private static final String CONTACT = "account:GetAlternateContact";

	@SuppressWarnings("NullAway.Init")
	private static VerdictNight night;

	@BeforeAll
	static void runTheNight(@TempDir Path out) {
		night = VerdictNight.in(out)
			.regions(List.of("ap-northeast-1"))
			.account("in order")
			.account("half on", answer(S3, FLAGS + "RestrictPublicBuckets", "false"),
					answer(METADATA, "AccountLevel.HttpTokens", "optional"),
					answer(SNAPSHOTS, "State", "block-new-sharing"))
			.account("half said", answer(S3, FLAGS + "IgnorePublicAcls", null),
					answer(METADATA, "AccountLevel.HttpTokens", null), answer(VOLUMES, "EbsEncryptionByDefault", null),
					answer(CONTACT, "AlternateContact.EmailAddress", null))
			.account("tomorrow", answer(METADATA, "AccountLevel.HttpTokens", "quantum"),
					answer(IMAGES, "ImageBlockPublicAccessState", "block-some-sharing"),
					answer(SNAPSHOTS, "State", "block-some-sharing"),
					answer(CONTACT, "AlternateContact.AlternateContactType", "BILLING"))
			.account("who set it", answer(METADATA, "AccountLevel.ManagedBy", "account"),
					answer(IMAGES, "ManagedBy", "resource-control-policy"), answer(SNAPSHOTS, "ManagedBy", null))
			.account("never set",
					refusal(S3, 404, "NoSuchPublicAccessBlockConfiguration", "The configuration was not found"),
					refusal(CONTACT, 400, "ResourceNotFoundException", "No contact of that type was found."),
					answer(VOLUMES, "EbsEncryptionByDefault", "false"))
			.account("may not be read", denial(S3), denial(IMAGES), denial(CONTACT))
			.account("not there yet", refusal(IMAGES, 400, "UnsupportedOperation", "Not supported in this Region."),
					refusal(METADATA, 400, "InvalidAction", "The action is not valid for this web service."))
			.run();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			in order        | s3.account_public_access_block | COMPLIANT
			half on         | s3.account_public_access_block | NON_COMPLIANT
			half said       | s3.account_public_access_block | INSUFFICIENT_DATA
			never set       | s3.account_public_access_block | NON_COMPLIANT
			may not be read | s3.account_public_access_block | INSUFFICIENT_DATA
			in order        | ec2.imdsv2_default             | COMPLIANT
			half on         | ec2.imdsv2_default             | NON_COMPLIANT
			half said       | ec2.imdsv2_default             | NON_COMPLIANT
			tomorrow        | ec2.imdsv2_default             | INSUFFICIENT_DATA
			who set it      | ec2.imdsv2_default             | COMPLIANT
			may not be read | ec2.imdsv2_default             | COMPLIANT
			not there yet   | ec2.imdsv2_default             | INSUFFICIENT_DATA
			in order        | ec2.block_public_images        | COMPLIANT
			tomorrow        | ec2.block_public_images        | INSUFFICIENT_DATA
			who set it      | ec2.block_public_images        | INSUFFICIENT_DATA
			may not be read | ec2.block_public_images        | INSUFFICIENT_DATA
			not there yet   | ec2.block_public_images        | NOT_APPLICABLE
			in order        | ec2.block_public_snapshots     | COMPLIANT
			half on         | ec2.block_public_snapshots     | NON_COMPLIANT
			tomorrow        | ec2.block_public_snapshots     | INSUFFICIENT_DATA
			who set it      | ec2.block_public_snapshots     | COMPLIANT
			may not be read | ec2.block_public_snapshots     | COMPLIANT
			in order        | ec2.ebs_encryption_default     | COMPLIANT
			half said       | ec2.ebs_encryption_default     | INSUFFICIENT_DATA
			never set       | ec2.ebs_encryption_default     | NON_COMPLIANT
			in order        | account.security_contact       | COMPLIANT
			half said       | account.security_contact       | INSUFFICIENT_DATA
			tomorrow        | account.security_contact       | INSUFFICIENT_DATA
			never set       | account.security_contact       | NON_COMPLIANT
			may not be read | account.security_contact       | INSUFFICIENT_DATA
			in order        | account.tagged                 | COMPLIANT
			in order        | account.in_unit                | COMPLIANT
			""")
	void saysWhatIsSo(String account, String control, String verdict) throws SQLException {
		assertThat(night.verdicts(control, account)).containsExactly(verdict);
	}

	@Test
	void namesTheActionThatS3Asks() throws SQLException {
		assertThat(night.findings("s3.account_public_access_block", "may not be read")).singleElement()
			.asString()
			.contains("the permission s3:GetAccountPublicAccessBlock is missing");
	}

	@Test
	void saysThatAPolicyOnlySetsADefault() throws SQLException {
		assertThat(night.findings("ec2.imdsv2_default", "in order")).singleElement()
			.asString()
			.contains("unless a launch says otherwise; a declarative policy has set it");
	}

	@Test
	void asksManagementAboutItself() throws SQLException {
		assertThat(night.rows("""
				SELECT status, calls FROM {coverage}
				WHERE source = 'account-contacts' AND account_id = '%s'""".formatted(night.id("management"))))
			.containsExactly("READ|1");
	}

	@Test
	void keepsNothingPersonal() throws SQLException {
		assertThat(night.rows("SELECT DISTINCT contact_type, present, email_domain FROM {alternate_contact}"))
			.containsExactlyInAnyOrder("SECURITY|true|asahina.example", "SECURITY|false|null");
	}

}
