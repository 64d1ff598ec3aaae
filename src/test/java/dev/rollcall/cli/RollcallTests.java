package dev.rollcall.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.DistinctSource;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("runtime")
class RollcallTests {

	@ParameterizedTest
	@MethodSource("badLines")
	void refusesBadArgumentsInOneLine(List<String> arguments, String message) {
		Ended ended = execute(arguments.toArray(String[]::new));
		assertThat(ended.err()).contains(message).endsWith("(exit 2)\n");
		assertThat(ended.err().lines()).hasSize(1);
		assertThat(ended.exitCode()).isEqualTo(2);
	}

	static Stream<Arguments> badLines() {
		return Stream.of(line("A command was expected: demo, run, check"),
				line("'walk'; known are demo, run, check", "walk"), line("'rnu'; did you mean 'run'?", "rnu"),
				line("Unknown options: '--ouput', 'x'; did you mean '--out'?", "run", "--ouput", "x"),
				line("Unknown option: '--account=1'; did you mean '--accounts'?", "run", "--account=1"),
				line("Unknown option: '--frobnicate' (exit 2)", "run", "--frobnicate"),
				line("Missing required parameter", "run", "--out"),
				line("--config: nowhere.yaml: a readable file", "policy", "--config", "nowhere.yaml"),
				line("--principal: 'arn:aws-cn:iam::1:role/r' lies in aws-cn, and --partition in aws", "policy",
						"--principal", "arn:aws-cn:iam::1:role/r", "--partition", "aws"),
				line("--principal: 'arn:aws-cn:iam': a partition such as aws or aws-cn was expected behind arn:,"
						+ " and six parts", "policy", "--principal", "arn:aws-cn:iam"),
				line("--external-id: a role that trusts without an ExternalId can be entered by whoever", "policy"),
				line("--no-external-id: an ExternalId is given or configured", "policy", "--no-external-id",
						"--external-id", "ex-1"),
				line("--external-id: '...': 2 to 1224 letters", "policy", "--external-id", "x"),
				line("--organization-id: 'r-ab12': an organization's id", "policy", "--external-id", "ex-1",
						"--organization-id", "r-ab12"),
				line("--bucket-key: nights are kept in no bucket", "policy", "--external-id", "ex-1", "--bucket-key",
						"arn:aws:kms:us-east-1:111122223333:key/a"),
				line("--bucket-key: 'alias/nights': a key's ARN was expected", "policy", "--external-id", "ex-1",
						"--out", "s3://b/nights", "--bucket-key", "alias/nights"),
				line("--since: '9.0.0': a version from 0.1.0 to", "policy", "--since", "9.0.0"),
				line("--since: 'yesterday': a version such as 0.1.0 was expected", "policy", "--since", "yesterday"),
				line("--partition: 'cn': a partition such as aws or aws-cn was expected", "policy", "--partition",
						"cn"),
				line("--scenario: nowhere.yaml: a readable file", "simulate", "--scenario", "nowhere.yaml"),
				line("--port: '70000': a number from 0 to 65535 was expected", "simulate", "--port", "70000"),
				line("--accounts: '1': a number from 2 to 100000 was expected", "demo", "--accounts", "1"),
				line("--drift: '366': a number from 0 to 365 was expected", "demo", "--drift", "366"),
				line("--regions: 'tokyo': a Region such as ap-northeast-1, or a number, was expected", "demo",
						"--regions", "tokyo"),
				line("--regions: '0': a number from 1 to 29, or names, was expected", "demo", "--regions", "0"),
				line("--date: '2026-13-01': a date such as", "demo", "--date", "2026-13-01"),
				line("--locale: 'de': one of en, ja", "demo", "--locale", "de"),
				line("--regions was expected too", "plan", "--accounts", "10"),
				line("--accounts: '0': a number from 1 to 1000000 was expected", "plan", "--accounts", "0", "--regions",
						"3"),
				line("Missing required parameter: 'OUT'", "verify"),
				line("--from: '2026-11-31': a date such as", "verify", "out", "--from", "2026-11-31"),
				line("--from: 2026-11-20: a date up to 2026-11-19 was expected", "verify", "out", "--from",
						"2026-11-20", "--to", "2026-11-19"),
				line("--expect-latest: 'abc': 64 hexadecimal digits were expected", "verify", "out", "--expect-latest",
						"abc"),
				line("--public-key: nowhere.pem: a readable file was expected", "verify", "out", "--public-key",
						"nowhere.pem"),
				line("OUT: 'gs://b': a path, file:DIR or s3://BUCKET/PREFIX was expected", "verify", "gs://b"),
				line("OUT: " + Path.of("nowhere").toAbsolutePath() + " holds no published night", "verify", "nowhere"));
	}

	private static Arguments line(String message, String... arguments) {
		return Arguments.of(Arrays.asList(arguments), message);
	}

	@Test
	void saysEachOfSeveralMistakesInALineOfItsOwn(@TempDir Path directory) throws Exception {
		Path file = Files.writeString(directory.resolve("c.yaml"), "rollcall: {locale: jp, csf: '3'}");
		Ended ended = execute("run", "--config", file.toString(), "--out", directory.resolve("out").toString());
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.err().lines())
			.contains(file + ":1: rollcall.locale: 'jp': one of en, ja (did you mean 'ja'?) expected")
			.anySatisfy((line) -> assertThat(line).startsWith(file + ":1: rollcall.csf: '3'"))
			.last()
			.asString()
			.contains("mistakes, each in a line above");
	}

	@Test
	void saysTheVersionOfTheBuild() {
		assertThat(execute("--version").out()).matches("rollcall \\d+\\.\\d+\\.\\d+\\n");
	}

	@Test
	void printsACompletionThatKnowsEveryCommandAndItsOptions() {
		Ended ended = execute("completion");
		assertThat(ended.out()).startsWith("#!/usr/bin/env bash")
			.contains("complete -F _complete_rollcall")
			.contains("demo")
			.contains("--top-up")
			.contains("--expect-latest");
		assertThat(ended.exitCode()).isZero();
	}

	@Test
	void plansANightWithoutAnyCall() {
		Ended ended = execute("plan", "--accounts", "1000", "--regions", "17");
		assertThat(ended.out()).contains("accounts  1,000, of which 1,000 are called, in 17 Regions")
			.contains("minutes   about ")
			.contains("heap      -Xmx160m");
		assertThat(ended.exitCode()).isZero();
	}

	@Test
	void printsPoliciesOfExactlyTheCallsOfTheSources() {
		JsonNode policies = JsonMapper.shared()
			.readTree(execute("policy", "--no-external-id", "--out", "s3://b/nights").out());
		SourceCatalog catalog = SourceContext.catalog();
		Set<String> owner = actionsOf(catalog.distinctSources().stream().map(DistinctSource::definition));
		Set<String> account = operations(catalog, Set.of(AskedIn.ACCOUNT));
		Set<String> administrator = operations(catalog,
				EnumSet.complementOf(EnumSet.of(AskedIn.ACCOUNT, AskedIn.READER)));
		Set<String> members = new TreeSet<>(account);
		members.addAll(administrator);
		members.addAll(owner);
		assertThat(actions(policies.get("permissions"))).isEqualTo(members);
		assertThat(policies.get("session").propertyNames()).containsExactly("account", "administrator", "owner",
				"reader");
		assertThat(actions(policies.get("session").get("account"))).isEqualTo(account);
		assertThat(actions(policies.get("session").get("administrator"))).isEqualTo(administrator);
		assertThat(actions(policies.get("session").get("owner"))).isEqualTo(owner);
		assertThat(actions(policies.get("session").get("reader"))).isEqualTo(actions(policies.get("reader")));
		assertThat(actions(policies.get("identity"))).contains("sts:AssumeRole", "organizations:ListAccounts",
				"s3:PutObject");
		assertThat(policies.toString()).doesNotContain("\"*:*\"").doesNotContain("Describe*");
	}

	@Test
	void leavesExcludedSourcesOutOfThePolicies(@TempDir Path directory) throws Exception {
		Path file = Files.writeString(directory.resolve("c.yaml"), """
				rollcall: {external-id: ex-1, exclude: {sources: [config-rule-details]}}""");
		JsonNode policies = JsonMapper.shared().readTree(execute("policy", "--config", file.toString()).out());
		assertThat(actions(policies.get("permissions"))).doesNotContain("config:GetComplianceDetailsByConfigRule")
			.contains("config:DescribeConfigRules");
		assertThat(policies.get("trust").toString()).contains("\"sts:ExternalId\":\"ex-1\"");
	}

	@Test
	void asksForWhatSigningAndRetentionNeedOnlyWhereTheyAreConfigured(@TempDir Path directory) throws Exception {
		Path file = Files.writeString(directory.resolve("c.yaml"), """
				rollcall:
				  external-id: ex-1
				  signing: {kms-key: alias/rollcall}
				  object-lock: {mode: governance, days: 30}
				""");
		JsonNode guarded = JsonMapper.shared()
			.readTree(execute("policy", "--config", file.toString(), "--out", "s3://b/nights").out());
		assertThat(allowed(guarded.get("identity"))).contains("kms:Sign", "s3:PutObjectRetention",
				"s3:GetBucketObjectLockConfiguration");
		assertThat(guarded.get("identity").toString()).contains("\"kms:RequestAlias\":\"alias/rollcall\"");
		JsonNode plain = JsonMapper.shared()
			.readTree(execute("policy", "--no-external-id", "--out", "s3://b/nights").out());
		assertThat(allowed(plain.get("identity"))).contains("s3:PutObject", "kms:GenerateDataKey", "kms:Decrypt")
			.doesNotContain("kms:Sign", "s3:PutObjectRetention", "s3:DeleteObjectVersion");
	}

	@Test
	void asksToTellOfANightsEndOnlyWhomTheConfigurationNames(@TempDir Path directory) throws Exception {
		String topic = "arn:aws-cn:sns:cn-north-1:111122223333:nights";
		Path file = Files.writeString(directory.resolve("c.yaml"), """
				rollcall: {notice: {sns-topic: "%s", event-bus: rollcall}}""".formatted(topic));
		String told = execute("policy", "--config", file.toString(), "--no-external-id").out();
		assertThat(statement(told, "TellTopic").toString())
			.contains("\"Action\":[\"sns:Publish\"],\"Resource\":[\"" + topic + "\"]");
		assertThat(statement(told, "TellEventBus").toString())
			.contains("\"Action\":[\"events:PutEvents\"],\"Resource\":[\"arn:aws-cn:events:*:*:event-bus/rollcall\"]");
		assertThat(execute("policy", "--no-external-id").out()).doesNotContain("sns:", "events:");
	}

	@Test
	void letsTheBucketsKeyBeUsedForThatBucketAlone() {
		String any = execute("policy", "--no-external-id", "--out", "s3://b/nights").out();
		JsonNode statement = statement(any, "EncryptNights");
		assertThat(statement.get("Resource").toString()).isEqualTo("[\"arn:aws:kms:*:*:key/*\"]");
		assertThat(statement.get("Action").toString()).isEqualTo("[\"kms:Decrypt\",\"kms:GenerateDataKey\"]");
		assertThat(statement.get("Condition").toString())
			.isEqualTo("{\"StringLike\":{\"kms:EncryptionContext:aws:s3:arn\":"
					+ "[\"arn:aws:s3:::b\",\"arn:aws:s3:::b/nights/*\"],\"kms:ViaService\":\"s3.*\"}}");
		String key = "arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-1";
		String named = execute("policy", "--no-external-id", "--out", "s3://b/nights", "--bucket-key", key).out();
		assertThat(statement(named, "EncryptNights").get("Resource").toString()).isEqualTo("[\"" + key + "\"]");
		assertThat(named).doesNotContain("arn:aws:");
		assertThat(execute("policy", "--no-external-id", "--out", "/var/nights").out()).doesNotContain("EncryptNights");
	}

	@Test
	void trustsARoleThatMayBeMadeAgainUnderItsName() {
		String policies = execute("policy", "--external-id", "ex-1", "--organization-id", "o-a1b2c3d4e5", "--principal",
				"arn:aws:iam::111122223333:role/audit/rollcall")
			.out();
		assertThat(JsonMapper.shared().readTree(policies).at("/trust/Statement/0").toString())
			.isEqualTo("{\"Sid\":\"Rollcall\",\"Effect\":\"Allow\","
					+ "\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:root\"},\"Action\":\"sts:AssumeRole\","
					+ "\"Condition\":{\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::111122223333:role/audit/rollcall\"},"
					+ "\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\",\"sts:ExternalId\":\"ex-1\"}}}");
	}

	@Test
	void needsNoTrustWhereNoAccountIsEntered(@TempDir Path directory) throws Exception {
		Path file = Files.writeString(directory.resolve("c.yaml"), "rollcall: {roster: self}");
		Ended ended = execute("policy", "--config", file.toString());
		assertThat(ended.exitCode()).isZero();
		assertThat(JsonMapper.shared().readTree(ended.out()).has("trust")).isFalse();
		assertThat(execute("policy", "--since", "0.1.0").exitCode()).isZero();
	}

	@Test
	void printsPoliciesOfThePartitionThatThePrincipalLiesIn() {
		String policies = execute("policy", "--external-id", "ex-1", "--out", "s3://b/nights", "--principal",
				"arn:aws-cn:iam::111122223333:role/rollcall")
			.out();
		assertThat(policies).contains("arn:aws-cn:iam::*:role/RollcallAudit", "arn:aws-cn:s3:::b")
			.doesNotContain("arn:aws:");
		assertThat(execute("policy", "--external-id", "ex-1", "--partition", "aws-us-gov").out())
			.contains("arn:aws-us-gov:iam::*:role/")
			.doesNotContain("arn:aws:");
		assertThat(execute("policy", "--external-id", "ex-1", "--principal", "111122223333").out())
			.contains("arn:aws:iam::*:role/");
	}

	@Test
	void refusesAPartitionThatTheConfigurationContradicts(@TempDir Path directory) throws Exception {
		Path file = Files.writeString(directory.resolve("c.yaml"), """
				rollcall: {external-id: ex-1, organization: {role-arn: "arn:aws:iam::111122223333:role/r"}}""");
		Ended ended = execute("policy", "--config", file.toString(), "--partition", "aws-cn");
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.err()).contains(
				"organization.role-arn: 'arn:aws:iam::111122223333:role/r' lies in aws, and --partition in aws-cn");
	}

	private static JsonNode statement(String policies, String id) {
		for (JsonNode statement : JsonMapper.shared().readTree(policies).at("/identity/Statement")) {
			if (statement.get("Sid").asString().equals(id)) {
				return statement;
			}
		}
		throw new AssertionError("no statement " + id + " in " + policies);
	}

	private static Set<String> operations(SourceCatalog catalog, Set<AskedIn> asked) {
		return actionsOf(catalog.definitions()
			.stream()
			.filter((source) -> asked.contains(source.askedIn()) && !source.isDistinct()));
	}

	private static Set<String> actionsOf(Stream<SourceDefinition> sources) {
		return sources.flatMap((source) -> source.actions().stream()).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> allowed(JsonNode policy) {
		Set<String> actions = new TreeSet<>();
		policy.get("Statement").forEach((statement) -> {
			if (statement.get("Effect").asString().equals("Allow")) {
				statement.get("Action").forEach((action) -> actions.add(action.asString()));
			}
		});
		return actions;
	}

	private static Set<String> actions(JsonNode policy) {
		Set<String> actions = new TreeSet<>();
		policy.get("Statement")
			.forEach((statement) -> statement.get("Action").forEach((action) -> actions.add(action.asString())));
		return actions;
	}

	private static Ended execute(String... arguments) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		ByteArrayOutputStream complained = new ByteArrayOutputStream();
		System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
		try {
			int exitCode = Rollcall.execute(arguments);
			return new Ended(exitCode, said.toString(StandardCharsets.UTF_8),
					complained.toString(StandardCharsets.UTF_8));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
	}

	private record Ended(int exitCode, String out, String err) {

	}

}
