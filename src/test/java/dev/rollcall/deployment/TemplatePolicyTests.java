package dev.rollcall.deployment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.configuration.ConfigurationReader;
import dev.rollcall.job.Policies;
import dev.rollcall.job.TrustPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The policies in the templates are those that {@code policy} prints. */
class TemplatePolicyTests {

	private static final String RUNNER = "arn:aws-cn:iam::111122223333:role/rollcall";

	private static final String READER = "arn:aws-cn:iam::222233334444:role/RollcallOrganizationReader";

	private static final String KEY = "arn:aws-cn:kms:cn-north-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";

	private static final Map<String, String> MEMBER = Map.of("RunnerArn", RUNNER, "ExternalId", "ex-1",
			"OrganizationId", "o-a1b2c3d4e5");

	private static final SourceCatalog CATALOG = catalog();

	private static SourceCatalog catalog() {
		try (var context = new AnnotationConfigApplicationContext("dev.rollcall.collect")) {
			return context.getBean(SourceCatalog.class);
		}
	}

	@Test
	void allowExactlyTheCallsOfTheSources() throws IOException {
		Policies policies = policies(Map.of());
		Map<String, List<String>> made = Map.of("permissions", actions(policies.permissions(), "Read"), "reader",
				actions(policies.reader(), "ReadOrganization"), "own",
				actions(policies.identity(null, null), "ReadOwnAccount"));
		MadeLines.hold(Template.FOLDER.resolve("member-role.yaml"), made);
		MadeLines.hold(Template.FOLDER.resolve("nightly.yaml"), made);
	}

	@Test
	void letTheRunnerAloneIntoAnAccount() {
		Stack member = Template.load("member-role.yaml").with(MEMBER);
		assertThat(tree(member.property("AuditRole", "AssumeRolePolicyDocument"))).isEqualTo(tree(trust()));
		assertThat(tree(member.property("AuditRole", "Policies", 0, "PolicyDocument")))
			.isEqualTo(tree(policies(Map.of()).permissions()));
		assertThat(member.has("OrganizationReaderRole")).isFalse();
	}

	@Test
	void letTheRunnerReadTheOrganizationThroughManagement() {
		Map<String, String> management = new HashMap<>(MEMBER);
		management.put("OrganizationReader", "yes");
		Stack stack = Template.load("member-role.yaml").with(management);
		assertThat(stack.has("OrganizationReaderRole")).isTrue();
		assertThat(tree(stack.property("OrganizationReaderRole", "AssumeRolePolicyDocument"))).isEqualTo(tree(trust()));
		assertThat(tree(stack.property("OrganizationReaderRole", "Policies", 0, "PolicyDocument")))
			.isEqualTo(tree(policies(Map.of()).reader()));
		assertThat(stack.output("OrganizationReaderArn")).isEqualTo("<OrganizationReaderRole.Arn>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "OrganizationRoleArn", "RetentionMode", "SigningKeyArn", "DatabaseUrl",
			"NoticeTopicArn", "NoticeEventBusArn",
			"OrganizationRoleArn RetentionMode SigningKeyArn DatabaseUrl NoticeTopicArn NoticeEventBusArn" })
	void giveTheRunnerWhatItsConfigurationNeeds(String chosen) {
		Map<String, String> values = Map.of("OrganizationRoleArn", READER, "RetentionMode", "compliance",
				"SigningKeyArn", KEY, "DatabaseUrl", "jdbc:postgresql://db:5432/rollcall", "NoticeTopicArn",
				"arn:aws-cn:sns:cn-north-1:111122223333:nights", "NoticeEventBusArn",
				"arn:aws-cn:events:cn-north-1:111122223333:event-bus/rollcall");
		Map<String, String> parameters = new HashMap<>(Map.of("Image", "image", "VpcId", "vpc-1", "SubnetIds", "subnet",
				"BucketName", "bucket", "BucketKeyArn", KEY, "ExternalId", "ex-1"));
		values.forEach((name, value) -> {
			if (chosen.contains(name)) {
				parameters.put(name, value);
			}
		});
		Stack stack = Template.load("nightly.yaml").with(parameters);
		Configuration configuration = configuration(environment(stack));
		assertThat(configuration.externalId()).contains("ex-1");
		assertThat(configuration.organizationRole().isPresent()).isEqualTo(chosen.contains("OrganizationRoleArn"));
		assertThat(configuration.seal().objectLock().isPresent()).isEqualTo(chosen.contains("RetentionMode"));
		assertThat(configuration.seal().kmsKey().isPresent()).isEqualTo(chosen.contains("SigningKeyArn"));
		assertThat(configuration.audience().topic().isPresent()).isEqualTo(chosen.contains("NoticeTopicArn"));
		assertThat(configuration.audience().eventBus().isPresent()).isEqualTo(chosen.contains("NoticeEventBusArn"));
		assertThat(tree(stack.property("Runner", "Policies", 0, "PolicyDocument")))
			.isEqualTo(tree(new Policies(CATALOG, configuration, Stack.PARTITION)
				.identity(configuration.output().orElseThrow(), KEY)));
	}

	@Test
	void asMemberRolesTrustTheRunnerOfTheNightlyTemplate() {
		Object name = Nodes.at(Template.load("nightly.yaml").section("Parameters"), "RunnerName", "Default");
		Object described = Nodes.at(Template.load("member-role.yaml").section("Parameters"), "RunnerArn",
				"Description");
		assertThat(described.toString()).contains(":role/" + name + ")");
		for (String parameter : List.of("RoleName", "ExternalId")) {
			Map<String, Object> member = parameter("member-role.yaml", parameter);
			Map<String, Object> nightly = parameter("nightly.yaml", parameter);
			member.remove("Description");
			nightly.remove("Description");
			assertThat(nightly).isEqualTo(member);
		}
	}

	private static Map<String, Object> parameter(String template, String name) {
		return Nodes.mapping(Nodes.at(Template.load(template).section("Parameters"), name));
	}

	private static Map<String, Object> trust() {
		return TrustPolicy.of("RunnerArn", RUNNER)
			.withExternalId(Optional.of("ex-1"))
			.within("OrganizationId", "o-a1b2c3d4e5")
			.document();
	}

	private static Map<String, String> environment(Stack stack) {
		Map<String, String> environment = new HashMap<>();
		Nodes.list(stack.property("Task", "ContainerDefinitions", 0, "Environment"))
			.forEach((variable) -> environment.put(Nodes.at(variable, "Name").toString(),
					Nodes.at(variable, "Value").toString()));
		return environment;
	}

	private static Policies policies(Map<String, String> environment) {
		return new Policies(CATALOG, configuration(environment), Stack.PARTITION);
	}

	private static Configuration configuration(Map<String, String> environment) {
		return ConfigurationReader.read("none", "", Map.of(), environment, CATALOG.names());
	}

	private static List<String> actions(Map<String, Object> policy, String id) {
		List<String> actions = new ArrayList<>();
		for (JsonNode statement : tree(policy).get("Statement")) {
			if (statement.get("Sid").asString().equals(id)) {
				statement.get("Action").forEach((action) -> actions.add("- " + action.asString()));
			}
		}
		assertThat(actions).isNotEmpty();
		return actions;
	}

	private static JsonNode tree(Object document) {
		return JsonMapper.shared().valueToTree(document);
	}

}
