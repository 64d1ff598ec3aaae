package dev.rollcall.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Redaction}; every credential here is made up. */
class RedactionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					key AKIAIOSFODNN7EXAMPLE is unknown                    | key [redacted] is unknown
					keys ASIAIOSFODNN7EXAMPLE, AKIAIOSFODNN7EXAMPLE        | keys [redacted], [redacted]
					wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY was refused   | [redacted] was refused
					token IQoJb3JpZ2luX2VjEXAMPLE0123/+== has expired      | token [redacted] has expired
					Authorization: Bearer abc.def-123                      | Authorization: Bearer [redacted]
					authorization: Basic dXNlcjpwYXNz=                     | authorization: Basic [redacted]
					{"sessionToken": "short"}                              | {"sessionToken": "[redacted]"}
					{\\"secretAccessKey\\":\\"abc\\"}                      | {\\"secretAccessKey\\":\\"[redacted]\\"}
					<SecretAccessKey>abcdefg123</SecretAccessKey>          | <SecretAccessKey>[redacted]</SecretAccessKey>
					password=hunter and user=me                            | password=[redacted] and user=me
					jdbc:postgresql://db/x?user=u&password=p;ssl=true      | jdbc:postgresql://db/x?user=u&password=[redacted];ssl=true
					http://user:pa:ss@proxy.internal:3128/                 | http://[redacted]@proxy.internal:3128/
					external id: vendor-4711                               | external id: vendor-4711
					ExternalId=vendor-4711&Action=AssumeRole               | ExternalId=[redacted]&Action=AssumeRole
					x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2lnbmF0dXJl y | x [redacted] y
					ghp_abcdefghijklmnopqrstuvwxyz0123456789               | [redacted]
					-----BEGIN PRIVATE KEY-----MII-----END PRIVATE KEY----- x | [redacted] x
					""")
	void takesOutWhatLooksLikeACredential(String text, String expected) {
		assertThat(Redaction.of(text)).isEqualTo(expected);
		assertThat(Redaction.of(expected)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"User: arn:aws:sts::111111111111:assumed-role/RollcallAudit/rollcall-20261124t010203z-0a1b2c3d is not"
					+ " authorized to perform: config:DescribeConfigRules with an explicit deny in a service control policy",
			"The security token included in the request is invalid.", "ExpiredToken: The provided token has expired.",
			"Invalid NextToken: it has expired", "Signature expired: is now earlier than 20261124T000000Z",
			"/tmp/rollcall-123/out/coverage/snapshot_date=2026-11-24/run_id=20261124t010203z-0a1b2c3d/part-00000.parquet",
			"/srv/Audit/nights/of/the/organization/staging/snapshot_date=2026-11-24/attempt=1/0123456789abcdef/20261124t010203z-0a1b2c3d/accounts-00014"
					+ ".zip: No space left on device",
			"Cannot pack /srv/build/rollcall/target/processes/I-full-temporary-directory/61900-kB/small/rollcall-1024/staging/0123456789abcdef/accounts-00014"
					+ ".zip: No space left on device",
			"request_id 0a1b2c3d-0000-1111-2222-0123456789ab", "basic authentication is off",
			"sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
			"See https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials.html", "" })
	void leavesWhatAReaderNeeds(String text) {
		assertThat(Redaction.of(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aB3+", "aB3_", "/aB3" })
	void takesOutWhatIsLongAndSaysNothing(String part) {
		assertThat(Redaction.of("refused: " + part.repeat(60) + ".")).isEqualTo("refused: [redacted].");
	}

	@Test
	void keepsTheBeginningWithoutACredentialThatItsEndWouldCut() {
		String text = "x ".repeat(490) + "AKIAIOSFODNN7EXAMPLE and more " + "y ".repeat(5000);
		assertThat(Redaction.of(text, 1000)).hasSize(1003)
			.contains("[redacted]")
			.doesNotContain("AKIA")
			.endsWith("...");
	}

	@Test
	void readsALongTextOnTheSmallStackOfACell() throws InterruptedException {
		String hostile = "password".repeat(20_000) + "=".repeat(20_000) + "-----BEGIN A".repeat(10_000) + " "
				+ "/aB3".repeat(20_000);
		int[] length = new int[1];
		Thread thread = new Thread(null, () -> length[0] = Redaction.of(hostile).length(), "small", 64_000);
		thread.start();
		thread.join();
		assertThat(length[0]).isPositive();
	}

	@Test
	void namesTheObjectWhoseSignatureIsWrong() {
		String line = "signature: manifests/snapshot_date=2026-11-19/run_id=run-1/manifest.json.sig: nobody made it";
		assertThat(Redaction.of(line)).isEqualTo(line);
	}

}
