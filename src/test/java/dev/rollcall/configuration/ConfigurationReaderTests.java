package dev.rollcall.configuration;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.Deadlines;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.ExpectedGaps;
import dev.rollcall.control.ControlSettings;
import dev.rollcall.control.Severity;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.input.BadInputException;
import dev.rollcall.organization.Rollup;
import dev.rollcall.organization.Rollups;
import dev.rollcall.organization.Roster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfigurationReaderTests {

	private static final Set<String> SOURCES = Set.of("cloudtrail", "config-rules");

	private static final Configuration DEFAULT = new Configuration(Roster.ORGANIZATION, Set.of(), "RollcallAudit",
			Optional.empty(), Optional.empty(), List.of(), Optional.empty(), "en", CsfVersion.V2_0, Optional.empty(),
			Set.of(), Set.of(), ExpectedGaps.NONE,
			new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(4)),
			new Rollups(new Rollup.Tag("environment"), new Rollup.Tag("workload"), new Rollup.Tag("business-unit"),
					new Rollup.Tag("cost-center")),
			Seal.NONE, ControlSettings.NONE, 10, ZoneOffset.UTC, Optional.empty(), Audience.NONE);

	@Test
	void hasADefaultForEveryKey() {
		assertThat(read("")).isEqualTo(DEFAULT);
		assertThat(read("rollcall:")).isEqualTo(DEFAULT);
	}

	@Test
	void shipsAFileThatSaysTheDefaults() throws IOException {
		assertThat(read(Files.readString(Path.of("job-config/rollcall.yaml")))).isEqualTo(DEFAULT);
	}

	@Test
	void readsEveryKey() {
		Configuration configuration = read("""
				rollcall:
				  roster: list
				  accounts: ["000000000001", 111111111111]
				  role-name: Audit
				  external-id: ex-1
				  organization:
				    role-arn: arn:aws-cn:iam::222222222222:role/Reader
				  regions: [us-east-1, ap-northeast-1]
				  output: s3://bucket/nights
				  locale: ja
				  csf: 1.1
				  fail-on: high
				  exclude:
				    accounts: [333333333333]
				    sources: [config-rules]
				    controls: [root.mfa, root.keys]
				  controls:
				    root.recent_use: {days: 120}
				  expected-gaps:
				    - region: me-south-1
				      status: DENIED
				  deadlines: {attempt: 500ms, call: 2s, cell: 3m, night: 1h}
				  rollups: {environment: "ou:2", billing: "tag:Cost Center"}
				  signing: {kms-key: alias/rollcall}
				  object-lock: {mode: compliance, days: 400}
				  log-archive: {account: 000000000002}
				  notice: {sns-topic: "arn:aws-cn:sns:cn-north-1:222222222222:nights", event-bus: rollcall}
				  metrics: {otlp-endpoint: "http://localhost:4318"}
				""");
		assertThat(configuration.audience().topic()).map(Object::toString)
			.contains("arn:aws-cn:sns:cn-north-1:222222222222:nights");
		assertThat(configuration.audience().eventBus()).contains("rollcall");
		assertThat(configuration.audience().collector()).contains(URI.create("http://localhost:4318"));
		assertThat(configuration.logArchive()).contains(new AccountId("000000000002"));
		assertThat(configuration.roster()).isEqualTo(Roster.LIST);
		assertThat(configuration.accounts()).containsExactly(new AccountId("000000000001"),
				new AccountId("111111111111"));
		assertThat(configuration.roleName()).isEqualTo("Audit");
		assertThat(configuration.externalId()).contains("ex-1");
		assertThat(configuration.organizationRole()).map(Object::toString)
			.contains("arn:aws-cn:iam::222222222222:role/Reader");
		assertThat(configuration.regions()).containsExactly("ap-northeast-1", "us-east-1");
		assertThat(configuration.output()).contains("s3://bucket/nights");
		assertThat(configuration.locale()).isEqualTo("ja");
		assertThat(configuration.csf()).isEqualTo(CsfVersion.V1_1);
		assertThat(configuration.failOn()).contains(Severity.HIGH);
		assertThat(configuration.excludedAccounts()).containsExactly(new AccountId("333333333333"));
		assertThat(configuration.excludedSources()).containsExactly("config-rules");
		assertThat(configuration.controls().excluded()).singleElement()
			.satisfies((setting) -> assertThat(setting.values()).containsExactly("root.mfa", "root.keys"));
		assertThat(configuration.controls().parameters().get("root.recent_use")).hasEntrySatisfying("days",
				(days) -> assertThat(days.value()).isEqualTo("120"));
		assertThat(configuration.expectedGaps().patterns())
			.containsExactly(new ExpectedGaps.Pattern(null, "me-south-1", null, CellStatus.DENIED));
		assertThat(configuration.deadlines()).isEqualTo(new Deadlines(Duration.ofMillis(500), Duration.ofSeconds(2),
				Duration.ofMinutes(3), Duration.ofHours(1)));
		assertThat(configuration.rollups().environment()).isEqualTo(new Rollup.OuLevel(2));
		assertThat(configuration.rollups().billing()).isEqualTo(new Rollup.Tag("Cost Center"));
		assertThat(configuration.seal()).isEqualTo(
				new Seal(Optional.of("alias/rollcall"), Optional.empty(), Optional.of(new Seal.ObjectLock(true, 400))));
	}

	@Test
	void letsFlagsWinOverEnvironmentAndEnvironmentOverFile() {
		Map<String, String> environment = Map.of("ROLLCALL_LOCALE", "ja", "ROLLCALL_ROLE_NAME", "FromEnvironment",
				"ROLLCALL_DEADLINES_CELL", "7m", "ROLLCALL_EXCLUDE_SOURCES", "cloudtrail, config-rules");
		Configuration configuration = ConfigurationReader.read("f.yaml", "rollcall: {locale: ja, role-name: FromFile}",
				Map.of("locale", "en"), environment, SOURCES);
		assertThat(configuration.locale()).isEqualTo("en");
		assertThat(configuration.roleName()).isEqualTo("FromEnvironment");
		assertThat(configuration.deadlines().cell()).isEqualTo(Duration.ofMinutes(7));
		assertThat(configuration.excludedSources()).containsExactly("cloudtrail", "config-rules");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
							rolcall: {}                                  | f.yaml:1: rolcall: is not a known key; did you mean 'rollcall'?
							rollcall: {rooster: self}                    | f.yaml:1: rollcall.rooster: is not a known key; did you mean 'roster'?
							rollcall: {roster: organisation}             | f.yaml:1: rollcall.roster: 'organisation': one of organization, list, self
							rollcall: {roster: list}                     | roster 'list' needs the ids of its accounts
							rollcall: {accounts: [111111111111]}         | f.yaml:1: rollcall.accounts: only roster 'list' takes accounts
							rollcall: {roster: list, accounts: [12]}     | f.yaml:1: rollcall.accounts: '12': account ids of 12 digits expected
							rollcall: {roster: [a, b]}                   | f.yaml:1: rollcall.roster: one value was expected
							rollcall: {roster: {a: b}}                   | f.yaml:1: rollcall.roster: a list was expected
							rollcall: {regions: [us-esat-1]}             | f.yaml:1: rollcall.regions: 'us-esat-1': Regions such as ap-northeast-1
							rollcall: {regions: [Tokyo]}                 | f.yaml:1: rollcall.regions: 'Tokyo': Regions such as ap-northeast-1 expected
							rollcall: {role-name: "a b"}                 | f.yaml:1: rollcall.role-name: 'a b': a role's name expected
							rollcall: {external-id: x}                   | f.yaml:1: rollcall.external-id: '...': 2 to 1224 letters
							rollcall: {organization: {role-arn: x}}      | f.yaml:1: rollcall.organization.role-arn: 'x': a role's ARN expected
							rollcall: {organization: {role: x}}          | f.yaml:1: rollcall.organization.role: is not a known key; known are role-arn
							rollcall: {locale: de}                       | f.yaml:1: rollcall.locale: 'de': one of en, ja
							rollcall: {csf: 2.1}                         | f.yaml:1: rollcall.csf: '2.1': 2.0 or 1.1 expected
							rollcall: {fail-on: bad}                     | f.yaml:1: rollcall.fail-on: 'bad': one of critical, high, medium, low
							rollcall: {exclude: {sources: [cloud-trail]}} | f.yaml:1: rollcall.exclude.sources: 'cloud-trail': a source (did you mean 'cloudtrail'?) expected
							rollcall: {expected-gaps: [{status: READ}]}  | f.yaml:1: rollcall.expected-gaps[0].status: 'READ': DENIED, THROTTLED, TIMED_OUT or FAILED expected
							rollcall: {expected-gaps: [{regoin: me-south-1}]}     | f.yaml:1: rollcall.expected-gaps[0].regoin: is not a known key; did you mean 'region'?
							rollcall: {deadlines: {cell: 5}}             | f.yaml:1: rollcall.deadlines.cell: '5': a duration such as 500ms, 10s, 5m or 4h expected
							rollcall: {deadlines: {night: 9999h}}        | f.yaml:1: rollcall.deadlines.night: '9999h': a duration of at most 7 days expected
					rollcall: {deadlines: {call: 1s}}            | attempt <= call <= cell <= night was expected
							rollcall: {rollups: {environment: team}}     | f.yaml:1: rollcall.rollups.environment: 'team': tag:KEY or ou:LEVEL (1 to 5) expected
							rollcall: {signing: {key: x}}                | f.yaml:1: rollcall.signing.key: is not a known key; known are kms-key, private-key
							rollcall: {signing: {kms-key: "a b"}}        | f.yaml:1: rollcall.signing.kms-key: 'a b': a KMS key's ARN, alias/NAME or id expected
							rollcall: {signing: {kms-key: alias/a, private-key: k.pem}} | f.yaml:1: rollcall.signing: kms-key or private-key was expected, not both
							rollcall: {object-lock: {mode: governance}}  | f.yaml:1: rollcall.object-lock: mode and days were expected, both of them
							rollcall: {object-lock: {mode: legal, days: 1}} | f.yaml:1: rollcall.object-lock.mode: 'legal': one of governance, compliance
							rollcall: {object-lock: {mode: governance, days: 0}} | f.yaml:1: rollcall.object-lock.days: '0': a number of days from 1 to 36500 expected
							rollcall: {notice: {sns-topic: rollcall}}    | f.yaml:1: rollcall.notice.sns-topic: 'rollcall': an SNS topic's ARN expected
							rollcall: {notice: {sns-topic: "arn:aws:sqs:us-east-1:111122223333:q"}} | f.yaml:1: rollcall.notice.sns-topic
							rollcall: {notice: {event-bus: "a b"}}       | f.yaml:1: rollcall.notice.event-bus: 'a b': an event bus's name or ARN expected
							rollcall: {notice: {topic: x}}               | f.yaml:1: rollcall.notice.topic: is not a known key; known are sns-topic, event-bus
							rollcall: {metrics: {otlp-endpoint: "localhost:4318"}} | f.yaml:1: rollcall.metrics.otlp-endpoint: 'localhost:4318': an http or https URL
							rollcall: {metrics: {otlp-endpoint: "http://me:secret@c:4318"}} | f.yaml:1: rollcall.metrics.otlp-endpoint: 'http://...@c:4318': an http or https URL
							rollcall: {locale: en, locale: ja}           | f.yaml:1: rollcall.locale: is here a second time
							rollcall: [a]                                | f.yaml:1: rollcall: keys below it were expected
							- a                                          | f.yaml:1: a mapping of keys was expected
							`rollcall: {`                                | f.yaml:1
							""")
	void refusesInOneLineThatNamesPlaceAndExpectation(String yaml, String message) {
		assertThatThrownBy(() -> read(yaml)).isInstanceOf(BadInputException.class)
			.hasMessageContaining(message)
			.message()
			.doesNotContain("\n");
	}

	@Test
	void aNightIsTheSameWhoeverIsTold() {
		assertThat(read("""
				rollcall:
				  notice: {sns-topic: "arn:aws:sns:us-east-1:222222222222:nights", event-bus: rollcall}
				  metrics: {otlp-endpoint: "http://localhost:4318"}
				""").canonical()).isEqualTo(DEFAULT.canonical());
	}

	@Test
	void namesTheLineOfAKey() {
		assertThatThrownBy(() -> read("rollcall:\n  roster: self\n  locale: xx\n"))
			.hasMessageStartingWith("f.yaml:3: rollcall.locale: 'xx'");
	}

	@Test
	void namesTheVariableOfTheEnvironment() {
		assertThatThrownBy(
				() -> ConfigurationReader.read("f.yaml", "", Map.of(), Map.of("ROLLCALL_CSF", "3.0"), SOURCES))
			.hasMessage("ROLLCALL_CSF: '3.0': 2.0 or 1.1 expected");
	}

	private static Configuration read(String yaml) {
		return ConfigurationReader.read("f.yaml", yaml, Map.of(), Map.of(), SOURCES);
	}

}
