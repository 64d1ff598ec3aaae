package dev.rollcall.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class OutboundProxyTests {

	private final Properties properties = new Properties();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			HTTPS_PROXY | http://proxy.example:3128 | proxy.example | 3128
			https_proxy | proxy.example:3128        | proxy.example | 3128
			HTTP_PROXY  | http://proxy.example      | proxy.example | 80
			http_proxy  | http://10.0.0.1:8080/     | 10.0.0.1      | 8080
			""")
	void isTheOneThatTheEnvironmentNames(String variable, String value, String host, String port) {
		assertThat(install(Map.of(variable, value))).isEmpty();
		assertThat(this.properties).containsEntry("http.proxyHost", host)
			.containsEntry("http.proxyPort", port)
			.containsEntry("http.nonProxyHosts", "localhost|127.*|[::1]")
			.doesNotContainKey("http.proxyUser");
	}

	@Test
	void isTheOneForHttpsWhereThereIsAnother() {
		install(Map.of("HTTP_PROXY", "http://plain.example:1", "HTTPS_PROXY", "http://proxy.example:2"));
		assertThat(this.properties).containsEntry("http.proxyHost", "proxy.example");
	}

	@Test
	void signsIn() {
		install(Map.of("HTTPS_PROXY", "http://corp%5Cme:p%40ss+1@proxy.example:2"));
		assertThat(this.properties).containsEntry("http.proxyUser", "corp\\me")
			.containsEntry("http.proxyPassword", "p@ss+1");
	}

	@Test
	void isPassedByForHostsOfNoProxyAndWhatIsBelowThem() {
		install(Map.of("HTTPS_PROXY", "http://proxy.example:2", "NO_PROXY", ".amazonaws.com, 169.254.169.254"));
		assertThat(this.properties).containsEntry("http.nonProxyHosts",
				"localhost|127.*|[::1]|amazonaws.com|*.amazonaws.com|169.254.169.254|*.169.254.169.254");
	}

	@Test
	void leavesPropertiesThatAreSet() {
		this.properties.setProperty("http.proxyHost", "mine.example");
		install(Map.of("HTTPS_PROXY", "http://proxy.example:2"));
		assertThat(this.properties).hasSize(1).containsEntry("http.proxyHost", "mine.example");
	}

	@Test
	void isTheOneThatJavasOwnPropertiesNameForHttps() {
		this.properties.setProperty("https.proxyHost", "mine.example");
		this.properties.setProperty("https.proxyPort", "3128");
		install(Map.of("HTTP_PROXY", "http://proxy.example:2"));
		assertThat(this.properties).containsEntry("http.proxyHost", "mine.example")
			.containsEntry("http.proxyPort", "3128");
	}

	@ParameterizedTest
	@CsvSource({ "https://me:secret@proxy.example", "http://me:secret@", "http://me:se cret@proxy.example" })
	void saysWhichVariableNamesNoneWithoutRepeatingIt(String value) {
		assertThat(install(Map.of("HTTPS_PROXY", value)))
			.contains("HTTPS_PROXY: a proxy such as http://HOST:PORT was expected; AWS is called without this one");
		assertThat(this.properties).isEmpty();
	}

	@Test
	void isNoneWhereNobodyNamesOne() {
		assertThat(install(Map.of("HTTPS_PROXY", " "))).isEmpty();
		assertThat(this.properties).isEmpty();
	}

	@Test
	void isWhatTheSdkGoesBy() {
		Map<String, Object> before = new HashMap<>();
		try {
			install(Map.of("HTTPS_PROXY", "http://me:secret@proxy.example:3128", "NO_PROXY", "amazonaws.com"));
			this.properties.forEach((name, value) -> {
				before.put(name.toString(), System.getProperties().get(name));
				System.getProperties().put(name, value);
			});
			ProxyConfiguration sdk = ProxyConfiguration.builder().build();
			assertThat(sdk.host()).isEqualTo("proxy.example");
			assertThat(sdk.port()).isEqualTo(3128);
			assertThat(sdk.username()).isEqualTo("me");
			assertThat(sdk.password()).isEqualTo("secret");
			assertThat(sdk.nonProxyHosts()).anyMatch("127.0.0.1"::matches)
				.anyMatch("sts.us-east-1.amazonaws.com"::matches)
				.noneMatch("sts.us-east-1.api.aws"::matches);
		}
		finally {
			before.forEach((name, value) -> {
				if (value == null) {
					System.clearProperty(name);
				}
				else {
					System.getProperties().put(name, value);
				}
			});
		}
	}

	private Optional<String> install(Map<String, String> environment) {
		return OutboundProxy.install(environment, this.properties);
	}

}
