package dev.rollcall.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What cfn-lint holds templates to where it is at hand, and what it lets pass.
 */
class TemplateTests {

	/** Those that the templates mean; another one is misspelt, or new. */
	private static final Set<String> CONDITION_KEYS = Set.of("aws:PrincipalArn", "aws:PrincipalOrgID",
			"aws:SecureTransport", "aws:SourceAccount", "aws:SourceArn", "ecs:cluster", "iam:PassedToService",
			"kms:EncryptionContext:aws:s3:arn", "kms:ViaService", "s3:ObjectCreationOperation", "s3:if-none-match",
			"sts:ExternalId");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}.][^}.]*)");

	private static final Set<String> OPERATORS = Set.of("ArnEquals", "Bool", "Null", "StringEquals", "StringLike");

	static Stream<Path> templates() throws IOException {
		try (Stream<Path> files = Files.list(Template.FOLDER)) {
			return files.sorted().toList().stream();
		}
	}

	@Test
	@RequiresProgram("cfn-lint")
	void passTheLinter() throws IOException {
		List<String> command = new ArrayList<>(List.of("cfn-lint"));
		templates().map(Path::toString).forEach(command::add);
		assertThat(Said.by(command.toArray(String[]::new))).isEqualTo(new Said(0, ""));
	}

	@ParameterizedTest
	@MethodSource("templates")
	void nameNothingThatIsNotThere(Path file) {
		Template template = Template.load(file);
		Set<String> known = new HashSet<>(template.section("Parameters").keySet());
		known.addAll(template.section("Resources").keySet());
		for (String section : List.of("Resources", "Outputs")) {
			Nodes.eachKey(template.section(section), (key, value) -> {
				if (key.equals("Ref")) {
					assertThat(isKnown(value.toString(), known)).as(value.toString()).isTrue();
				}
				if (key.equals("Fn::GetAtt")) {
					assertThat(known).contains(value.toString().split("\\.")[0]);
				}
				if (key.equals("Fn::Sub")) {
					refuseUnknown(value, known);
				}
				if (key.equals("Fn::If")) {
					assertThat(template.section("Conditions")).containsKey(Nodes.list(value).get(0).toString());
				}
			});
		}
	}

	private static void refuseUnknown(Object substituted, Set<String> known) {
		boolean hasOwn = substituted instanceof List<?>;
		Set<String> own = hasOwn ? Nodes.mapping(Nodes.at(substituted, 1)).keySet() : Set.of();
		VARIABLE.matcher(hasOwn ? Nodes.at(substituted, 0).toString() : substituted.toString())
			.results()
			.map((found) -> found.group(1))
			.filter((name) -> !own.contains(name))
			.forEach((name) -> assertThat(isKnown(name, known)).as(name).isTrue());
	}

	private static boolean isKnown(String name, Set<String> known) {
		return known.contains(name) || name.startsWith("AWS::");
	}

	@ParameterizedTest
	@MethodSource("templates")
	void spellConditionsAsIamDoes(Path file) {
		for (Object condition : Nodes.all(Template.load(file).section("Resources"), "Condition")) {
			if (condition instanceof Map<?, ?>) {
				Nodes.mapping(condition).forEach((operator, keys) -> {
					assertThat(OPERATORS).contains(operator);
					assertThat(CONDITION_KEYS).containsAll(Nodes.mapping(keys).keySet());
				});
			}
		}
	}

	@ParameterizedTest
	@MethodSource("templates")
	void letNobodyInWithoutAName(Path file) {
		Nodes.all(Template.load(file).section("Resources"), "Statement").forEach((statements) -> {
			for (Object statement : Nodes.list(statements)) {
				Map<String, Object> written = Nodes.mapping(statement);
				if ("Allow".equals(written.get("Effect")) && written.containsKey("Principal")) {
					assertThat(written.get("Principal").toString()).doesNotContain("*");
				}
			}
		});
	}

	@ParameterizedTest
	@MethodSource("templates")
	void giveTablesTextsAsParameters(Path file) {
		Template.load(file).resources("AWS::Glue::Table").forEach((id, table) -> {
			Object parameters = Nodes.at(table, "Properties", "TableInput", "Parameters");
			assertThat(Nodes.mapping(parameters).values())
				.allMatch((value) -> value instanceof String || value instanceof Map<?, ?>);
		});
	}

	@ParameterizedTest
	@MethodSource("templates")
	void watchNoLongerThanAnAlarmCan(Path file) {
		Template.load(file).resources("AWS::CloudWatch::Alarm").forEach((id, alarm) -> {
			int period = (int) Nodes.at(alarm, "Properties", "Period");
			int window = period * (int) Nodes.at(alarm, "Properties", "EvaluationPeriods");
			assertThat(window).as(id).isLessThanOrEqualTo((period >= 3600) ? 604_800 : 86_400);
		});
	}

	@ParameterizedTest
	@MethodSource("templates")
	void keepEvidenceWhereAStackIsDeleted(Path file) {
		for (String type : List.of("AWS::S3::Bucket", "AWS::KMS::Key", "AWS::Logs::LogGroup")) {
			Template.load(file).resources(type).forEach((id, resource) -> {
				assertThat(resource).as(id).containsEntry("DeletionPolicy", "Retain");
				assertThat(resource).as(id).containsEntry("UpdateReplacePolicy", "Retain");
			});
		}
	}

	@Test
	void waitNoLongerThanFargateDoesForANightToStop() {
		Object container = Nodes.at(Template.load("nightly.yaml").section("Resources"), "Task", "Properties",
				"ContainerDefinitions", 0);
		assertThat((int) Nodes.at(container, "StopTimeout")).isBetween(30, 120);
		assertThat(Nodes.at(container, "ReadonlyRootFilesystem")).isEqualTo(true);
		assertThat(Nodes.at(container, "User")).isEqualTo("65532:65532");
		assertThat(Nodes.at(container, "MountPoints", 0, "ContainerPath")).isEqualTo("/tmp");
	}

	@Test
	void startANightThreeTimesOnOneDay() {
		Stack nightly = nightly();
		assertThat(nightly.property("Schedule", "ScheduleExpressionTimezone"))
			.as("a night is of a day in UTC, and so are all its starts")
			.isEqualTo("UTC");
		Object expression = nightly.property("Schedule", "ScheduleExpression");
		assertThat(expression.toString()).matches("cron\\([0-9]+ [0-9,]+ \\* \\* \\? \\*\\)");
		List<Integer> hours = Arrays.stream(expression.toString().split(" ")[1].split(","))
			.map(Integer::valueOf)
			.toList();
		assertThat(hours).hasSize(3).isSorted().allMatch((hour) -> hour < 24);
		assertThat(hours.get(2) - hours.get(0)).isEqualTo(2);
	}

	@Test
	void haveASizeThatFargateHas() {
		Map<String, Integer> least = Map.of("1024", 2048, "2048", 4096, "4096", 8192);
		Map<String, Integer> most = Map.of("1024", 8192, "2048", 16_384, "4096", 30_720);
		Nodes.mapping(Nodes.at(Template.load("nightly.yaml").section("Mappings"), "Sizes")).values().forEach((size) -> {
			String cpu = Nodes.at(size, "Cpu").toString();
			assertThat(Integer.parseInt(Nodes.at(size, "Memory").toString())).isBetween(least.getOrDefault(cpu, 0),
					most.getOrDefault(cpu, 0));
		});
	}

	@Test
	void callSomebodyForEveryEndThatIsNoNight() {
		Stack stack = nightly();
		Object ends = stack.property("EndedBadly", "EventPattern", "detail", "$or");
		assertThat(Nodes.at(ends, 0, "containers", "exitCode", 0, "anything-but")).isEqualTo(ExitCodes.WELL);
		assertThat(Nodes.at(ends, 1, "containers", "exitCode", 0, "exists")).isEqualTo(false);
		assertThat(Nodes.list(Nodes.at(ends, 2, "stopCode"))).contains("TaskFailedToStart");
		for (String alarm : new TreeSet<>(Template.load("nightly.yaml").resources("AWS::CloudWatch::Alarm").keySet())) {
			assertThat(stack.property(alarm, "AlarmActions", 0)).isEqualTo("<Alarms>");
		}
		assertThat(stack.property("EndedBadly", "Targets", 0, "Arn")).isEqualTo("<Alarms>");
		assertThat(stack.property("Schedule", "Target", "DeadLetterConfig", "Arn")).isEqualTo("<NotStarted.Arn>");
		assertThat(stack.property("SchedulerRole", "Policies", 0, "PolicyDocument").toString())
			.contains("Action=sqs:SendMessage, Resource=<NotStarted.Arn>");
	}

	@Test
	void watchForTheMetricThatANightHas() throws IOException {
		Stack stack = nightly();
		assertThat(Files.readString(Path.of("docs/logs.md")))
			.contains("namespace `" + stack.property("NoNight", "Namespace") + "`")
			.contains("\n| `" + stack.property("NoNight", "MetricName") + "` | 1 |");
	}

	@Test
	void refuseASecondCommitAndLeaveTheRestOfTheBucketAlone() {
		Stack bucket = Template.load("audit-bucket.yaml").with(Map.of("BucketName", "b", "Prefix", "a/nights"));
		Object commit = Nodes.at(bucket.property("BucketPolicy", "PolicyDocument"), "Statement", 1);
		assertThat(Nodes.at(commit, "Resource")).isEqualTo("<Bucket.Arn>/a/nights/run/*");
		assertThat(Nodes.at(commit, "Condition")).isEqualTo(Map.of("Null", Map.of("s3:if-none-match", "true"), "Bool",
				Map.of("s3:ObjectCreationOperation", "true")));
		assertThat(bucket.output("Output")).isEqualTo("s3://<Bucket>/a/nights");
		assertThat(Nodes.list(bucket.property("Bucket", "LifecycleConfiguration", "Rules")))
			.filteredOn((rule) -> Nodes.mapping(rule).containsKey("ExpirationInDays"))
			.extracting((rule) -> Nodes.at(rule, "Prefix"), (rule) -> Nodes.at(rule, "NoncurrentVersionExpiration"))
			.containsExactly(tuple("a/nights/staging/", Map.of("NoncurrentDays", 1)),
					tuple("a/nights/lease/", Map.of("NoncurrentDays", 1)));
		assertThat(Template.load("audit-bucket.yaml").section("Resources").toString())
			.as("a default retention would lock what passes")
			.doesNotContain("ObjectLockConfiguration");
	}

	private static Stack nightly() {
		return Template.load("nightly.yaml")
			.with(Map.of("Image", "image", "VpcId", "vpc-1", "SubnetIds", "subnet", "BucketName", "bucket",
					"BucketKeyArn", "arn:aws-cn:kms:cn-north-1:444455556666:key/k", "ExternalId", "ex-1"));
	}

}
