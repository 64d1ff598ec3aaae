package dev.rollcall.moto;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night that is signed by a KMS key and retained by Object Lock, both of them moto's.
 */
@RequiresMoto
@Tag("once")
class GuardedNightIntegrationTests {

	private static final String BUCKET = "guarded";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void signsAndRetainsWhatItPublishes() throws Exception {
		try (MotoOrganization organization = MotoOrganization.start(6, this.directory);
				S3Client s3 = organization.s3();
				KmsClient kms = kms(organization)) {
			s3.createBucket((request) -> request.bucket(BUCKET).objectLockEnabledForBucket(true));
			Path publicKey = makeKey(kms);
			Program program = new Program(organization.environment(), this.directory);
			assertThat(run(program, "guarded",
					"signing: {kms-key: alias/rollcall}\n" + "  object-lock: {mode: governance, days: 30}", BUCKET)
				.exitCode()).isEqualTo(4);
			requireRetention(s3);
			Result verified = verify(program, "sound", "--public-key", publicKey.toString(), "--json");
			assertThat(verified.exitCode()).as(verified.err()).isZero();
			JsonNode night = JsonMapper.shared().readTree(verified.out()).get("nights").get(0);
			assertThat(night.get("signatureValid").asBoolean()).isTrue();
			assertThat(night.get("signatureKeyId").asString()).startsWith("arn:aws:kms:us-east-1:");
			String finding = keys(s3).stream()
				.filter((key) -> key.startsWith("nights/finding/"))
				.findFirst()
				.orElseThrow();
			s3.putObject((request) -> request.bucket(BUCKET).key(finding), RequestBody.fromString("nothing"));
			Result covered = verify(program, "covered");
			assertThat(covered.exitCode()).isEqualTo(9);
			assertThat(covered.lastLine()).contains("altered: " + finding.substring("nights/".length()),
					"the version that was published is still kept: ");
			s3.deleteObject((request) -> request.bucket(BUCKET).key(finding));
			assertThat(verify(program, "deleted").lastLine()).contains(
					"missing: " + finding.substring("nights/".length()),
					"the version that was published is still kept: ");
		}
	}

	@Test
	void callsNobodyWhereANightCannotBeGuarded() throws Exception {
		try (MotoOrganization organization = MotoOrganization.start(7, this.directory);
				S3Client s3 = organization.s3();
				KmsClient kms = kms(organization)) {
			s3.createBucket((request) -> request.bucket("plain"));
			String symmetric = kms.createKey().keyMetadata().keyId();
			Program program = new Program(organization.environment(), this.directory);
			assertThat(run(program, "unlocked", "object-lock: {mode: governance, days: 30}", "plain").lastLine())
				.endsWith("object-lock: s3://plain/nights/ retains nothing: a bucket that has Object Lock was expected"
						+ " (exit 2)");
			assertThat(run(program, "symmetric", "signing: {kms-key: " + symmetric + "}", "plain").lastLine())
				.contains("signing.kms-key: " + symmetric + ": an asymmetric key for SIGN_VERIFY")
				.endsWith("(exit 2)");
			assertThat(run(program, "unknown", "signing: {kms-key: alias/nobody}", "plain").lastLine())
				.contains("signing.kms-key: alias/nobody does not sign: ")
				.endsWith("(exit 2)");
			assertThat(s3.listObjectsV2((request) -> request.bucket("plain")).contents()).isEmpty();
		}
	}

	/** Every object of the night is retained, and none of its staging. */
	private static void requireRetention(S3Client s3) {
		List<ObjectVersion> versions = s3.listObjectVersions((request) -> request.bucket(BUCKET)).versions();
		assertThat(versions).anyMatch((version) -> version.key().startsWith("nights/staging/"))
			.anyMatch((version) -> version.key().endsWith("manifest.json.sig"));
		for (ObjectVersion version : versions) {
			boolean passing = version.key().startsWith("nights/staging/") || version.key().startsWith("nights/lease/");
			HeadObjectResponse head = s3
				.headObject((request) -> request.bucket(BUCKET).key(version.key()).versionId(version.versionId()));
			assertThat(head.objectLockModeAsString()).as(version.key()).isEqualTo(passing ? null : "GOVERNANCE");
		}
	}

	private static List<String> keys(S3Client s3) {
		return s3.listObjectsV2((request) -> request.bucket(BUCKET))
			.contents()
			.stream()
			.map((object) -> object.key())
			.toList();
	}

	/** A key for signing with an alias, whose public half is put into a file. */
	private Path makeKey(KmsClient kms) throws IOException {
		String id = kms
			.createKey((request) -> request.keySpec(KeySpec.ECC_NIST_P256).keyUsage(KeyUsageType.SIGN_VERIFY))
			.keyMetadata()
			.keyId();
		kms.createAlias((request) -> request.aliasName("alias/rollcall").targetKeyId(id));
		return Files.write(this.directory.resolve("key.der"),
				kms.getPublicKey((request) -> request.keyId(id)).publicKey().asByteArray());
	}

	private Result run(Program program, String name, String keys, String bucket)
			throws IOException, InterruptedException {
		Path file = Files.writeString(this.directory.resolve(name + ".yaml"),
				"rollcall:\n  external-id: ex-1\n  " + keys + "\n");
		return program.run(name, "run", "--config", file.toString(), "--out", "s3://" + bucket + "/nights", "--date",
				"2026-11-20", "--backdate", "--regions", "us-east-1");
	}

	private static Result verify(Program program, String name, String... more)
			throws IOException, InterruptedException {
		String[] arguments = new String[more.length + 2];
		arguments[0] = "verify";
		arguments[1] = "s3://" + BUCKET + "/nights";
		System.arraycopy(more, 0, arguments, 2, more.length);
		return program.run(name, arguments);
	}

	private static KmsClient kms(MotoOrganization organization) {
		return KmsClient.builder()
			.endpointOverride(URI.create(organization.environment().get("AWS_ENDPOINT_URL")))
			.region(Region.US_EAST_1)
			.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret")))
			.build();
	}

}
