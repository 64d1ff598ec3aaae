package dev.rollcall.account;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.ProfileFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The ways in which a profile or a container gives credentials. What some of them take is
 * found on the class path alone: without it they are refused in these words.
 */
class CredentialWaysTests {

	private static final String NOT_THERE = "class path";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void signsInByIdentityCenter() {
		AwsCredentialsProvider provider = profile("""
				[profile p]
				sso_start_url = https://example.awsapps.com/start
				sso_region = eu-west-1
				sso_account_id = 111122223333
				sso_role_name = Audit
				""");
		assertThatThrownBy(provider::resolveCredentials).hasMessageNotContaining(NOT_THERE)
			.hasStackTraceContaining("cache");
	}

	@Test
	void signsInByASessionOfIdentityCenter() {
		AwsCredentialsProvider provider = profile("""
				[profile p]
				sso_session = company
				sso_account_id = 111122223333
				sso_role_name = Audit
				[sso-session company]
				sso_region = eu-west-1
				sso_start_url = https://example.awsapps.com/start
				""");
		assertThatThrownBy(provider::resolveCredentials).hasMessageNotContaining(NOT_THERE)
			.hasMessageContaining("token");
	}

	@Test
	void takesAnIdentityFromTheWeb() throws IOException {
		Path token = this.directory.resolve("token");
		AwsCredentialsProvider provider = profile("""
				[profile p]
				role_arn = arn:aws:iam::111122223333:role/rollcall
				web_identity_token_file = %s
				region = eu-west-1
				""".formatted(token));
		assertThatThrownBy(provider::resolveCredentials).hasMessageNotContaining(NOT_THERE)
			.hasStackTraceContaining(token.toString());
	}

	@Test
	void asksAProcess() throws IOException {
		Path answer = Files.writeString(this.directory.resolve("answer"),
				"{\"Version\": 1, \"AccessKeyId\": \"of-a-process\", \"SecretAccessKey\": \"secret\"}");
		assertThat(profile("""
				[profile p]
				credential_process = cat %s
				""".formatted(answer)).resolveCredentials().accessKeyId()).isEqualTo("of-a-process");
	}

	@Test
	void asksTheContainersAgent() throws IOException {
		HttpServer agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		agent.createContext("/", (exchange) -> {
			byte[] body = """
					{"AccessKeyId": "of-a-container", "SecretAccessKey": "secret", "Token": "token",
					 "Expiration": "2099-01-01T00:00:00Z"}""".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		agent.start();
		String setting = SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property();
		try (ContainerCredentialsProvider provider = ContainerCredentialsProvider.builder().build()) {
			System.setProperty(setting, "http://127.0.0.1:" + agent.getAddress().getPort() + "/");
			assertThat(provider.resolveCredentials().accessKeyId()).isEqualTo("of-a-container");
		}
		finally {
			System.clearProperty(setting);
			agent.stop(0);
		}
	}

	private static AwsCredentialsProvider profile(String text) {
		ProfileFile file = ProfileFile.builder().content(text).type(ProfileFile.Type.CONFIGURATION).build();
		return ProfileCredentialsProvider.builder().profileFile(file).profileName("p").build();
	}

}
