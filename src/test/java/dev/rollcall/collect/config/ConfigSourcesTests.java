package dev.rollcall.collect.config;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import dev.rollcall.account.FakeTime;
import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.Cells;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ComplianceByConfigRule;
import software.amazon.awssdk.services.config.model.ComplianceType;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigurationAggregator;
import software.amazon.awssdk.services.config.model.ConformancePackDetail;
import software.amazon.awssdk.services.config.model.DeliveryChannelStatus;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRuleEvaluationStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRuleEvaluationStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorSourcesStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorSourcesStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationAggregatorsResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersResponse;
import software.amazon.awssdk.services.config.model.DescribeConformancePackComplianceRequest;
import software.amazon.awssdk.services.config.model.DescribeConformancePackComplianceResponse;
import software.amazon.awssdk.services.config.model.DescribeConformancePackStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeConformancePacksResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelStatusResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsResponse;
import software.amazon.awssdk.services.config.model.GetComplianceDetailsByConfigRuleRequest;
import software.amazon.awssdk.services.config.model.GetComplianceDetailsByConfigRuleResponse;
import software.amazon.awssdk.services.config.model.NoSuchConfigRuleException;
import software.amazon.awssdk.services.config.model.NoSuchConfigurationRecorderException;
import software.amazon.awssdk.services.config.model.NoSuchConformancePackException;
import software.amazon.awssdk.services.config.model.NoSuchDeliveryChannelException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ConfigSourcesTests {

	private static final Instant EARLY = Instant.parse("2026-06-01T00:00:00Z");

	private static final Instant LATE = Instant.parse("2026-06-30T00:00:00Z");

	private final FakeAws aws = new FakeAws(new FakeTime());

	private final Cells cells = new Cells(this.aws);

	@ParameterizedTest
	@ValueSource(strings = { "Success", "SUCCESS", "success" })
	void readsARecorderWhoseStatusIsInEitherCase(String status) {
		this.aws.on("config:DescribeConfigurationRecorders",
				Answer.of(DescribeConfigurationRecordersResponse.builder()
					.configurationRecorders((recorder) -> recorder.name("default")
						.roleARN("arn:aws:iam::111111111111:role/config")
						.recordingScope("PAID")
						.recordingMode((mode) -> mode.recordingFrequency("CONTINUOUS")
							.recordingModeOverrides(
									(override) -> override.recordingFrequency("DAILY")
										.resourceTypesWithStrings("AWS::EC2::Volume"),
									(override) -> override.recordingFrequency("CONTINUOUS")
										.resourceTypesWithStrings("AWS::S3::Bucket")))
						.recordingGroup((group) -> group.allSupported(true)
							.includeGlobalResourceTypes(false)
							.recordingStrategy((strategy) -> strategy.useOnly("ALL_SUPPORTED_RESOURCE_TYPES"))))
					.build()));
		this.aws.on("config:DescribeConfigurationRecorderStatus",
				Answer.of(DescribeConfigurationRecorderStatusResponse.builder()
					.configurationRecordersStatus((one) -> one.name("default")
						.recording(true)
						.lastStatus(status)
						.lastStartTime(EARLY)
						.lastStopTime(EARLY)
						.lastStatusChangeTime(LATE))
					.build()));
		assertThat(this.cells.evidence(new ConfigRecorderSource()))
			.containsExactly(new ConfigRecorder("default", true, "SUCCESS", null, true, List.of(), List.of(), false,
					"ALL_SUPPORTED_RESOURCE_TYPES", EARLY, LATE, "arn:aws:iam::111111111111:role/config", "CONTINUOUS",
					List.of("AWS::EC2::Volume"), "PAID", null, EARLY));
	}

	@Test
	void aStoppedRecorderIsReadAndSaysSo() {
		this.aws.on("config:DescribeConfigurationRecorders",
				Answer.of(DescribeConfigurationRecordersResponse.builder()
					.configurationRecorders((recorder) -> recorder.name("default")
						.recordingGroup((group) -> group.allSupported(false)
							.resourceTypesWithStrings("AWS::S3::Bucket")
							.exclusionByResourceTypes((types) -> types.resourceTypesWithStrings("AWS::EC2::Volume"))))
					.build()));
		this.aws.on("config:DescribeConfigurationRecorderStatus", Answer.of(DescribeConfigurationRecorderStatusResponse
			.builder()
			.configurationRecordersStatus(
					(one) -> one.name("default").recording(false).lastStatus("Failure").lastErrorCode("AccessDenied"))
			.build()));
		assertThat(this.cells.evidence(new ConfigRecorderSource())).containsExactly(
				new ConfigRecorder("default", false, "FAILURE", "AccessDenied", false, List.of("AWS::S3::Bucket"),
						List.of("AWS::EC2::Volume"), null, null, null, null, null, null, List.of(), null, null, null));
	}

	@Test
	void aRecorderOfAServiceSaysWhose() {
		this.aws.on("config:DescribeConfigurationRecorders",
				Answer.of(DescribeConfigurationRecordersResponse.builder()
					.configurationRecorders((recorder) -> recorder.name("AWSConfigurationRecorderForObservability")
						.recordingScope("INTERNAL")
						.servicePrincipal("observabilityadmin.amazonaws.com"))
					.build()));
		this.aws.on("config:DescribeConfigurationRecorderStatus",
				Answer.of(DescribeConfigurationRecorderStatusResponse.builder().build()));
		assertThat(this.cells.evidence(new ConfigRecorderSource())).extracting("recordingScope", "servicePrincipal")
			.containsExactly(tuple("INTERNAL", "observabilityadmin.amazonaws.com"));
	}

	@Test
	void aRecorderWithoutStatusIsNeitherOnNorOff() {
		this.aws.on("config:DescribeConfigurationRecorders",
				Answer.of(DescribeConfigurationRecordersResponse.builder()
					.configurationRecorders((recorder) -> recorder.name("default"))
					.build()));
		this.aws.on("config:DescribeConfigurationRecorderStatus",
				Answer.of(DescribeConfigurationRecorderStatusResponse.builder().build()));
		assertThat(this.cells.evidence(new ConfigRecorderSource()))
			.containsExactly(new ConfigRecorder("default", null, null, null, null, List.of(), List.of(), null, null,
					null, null, null, null, List.of(), null, null, null));
	}

	@Test
	void aRegionWithoutRecorderIsNotEnabledWithoutAskingOn() {
		this.aws.on("config:DescribeConfigurationRecorders",
				Answer.of(DescribeConfigurationRecordersResponse.builder().build()));
		CellResult result = this.cells.read(new ConfigRecorderSource());
		assertThat(result.status()).isEqualTo(CellStatus.NOT_ENABLED);
		assertThat(result.calls()).isEqualTo(1);
	}

	@Test
	void aRecorderDeletedSinceItWasListedIsNotThereAndOthersStand() {
		this.aws.on("config:DescribeConfigurationRecorders",
				Answer.inTurn(recorders("default", "gone"), recorders("default")));
		this.aws.on("config:DescribeConfigurationRecorderStatus",
				Answer.of(DescribeConfigurationRecorderStatusResponse.builder()
					.configurationRecordersStatus((status) -> status.name("default").recording(true))
					.build()));
		assertThat(this.cells.read(new ConfigRecorderSource()).evidence(ConfigRecorder.class))
			.extracting(ConfigRecorder::name, ConfigRecorder::recording)
			.containsExactly(tuple("default", true));
	}

	@Test
	void aRecorderThatIsStillListedIsThereWithoutStatus() {
		this.aws.on("config:DescribeConfigurationRecorders", recorders("default"));
		this.aws.on("config:DescribeConfigurationRecorderStatus",
				Answer.failing(NoSuchConfigurationRecorderException.builder().statusCode(400).message("none").build()));
		assertThat(this.cells.read(new ConfigRecorderSource()).evidence(ConfigRecorder.class))
			.extracting(ConfigRecorder::name, ConfigRecorder::recording)
			.containsExactly(tuple("default", null));
		this.aws.on("config:DescribeConfigurationRecorders", Answer.inTurn(recorders("default"), recorders()));
		assertThat(this.cells.read(new ConfigRecorderSource()).status()).isEqualTo(CellStatus.NOT_ENABLED);
	}

	@Test
	void aChannelThatIsStillListedIsThereWithoutStatus() {
		this.aws.on("config:DescribeDeliveryChannels", channels("default", "other"));
		this.aws.on("config:DescribeDeliveryChannelStatus",
				Answer.failing(NoSuchDeliveryChannelException.builder().statusCode(400).message("none").build()));
		assertThat(this.cells.read(new ConfigDeliverySource()).evidence(ConfigDelivery.class))
			.extracting(ConfigDelivery::name, ConfigDelivery::lastStatus)
			.containsExactly(tuple("default", null), tuple("other", null));
		this.aws.on("config:DescribeDeliveryChannels", Answer.inTurn(channels("default", "other"), channels("other")));
		assertThat(this.cells.read(new ConfigDeliverySource()).evidence(ConfigDelivery.class))
			.extracting(ConfigDelivery::name)
			.containsExactly("other");
	}

	private static Answer channels(String... names) {
		return Answer.of(DescribeDeliveryChannelsResponse.builder()
			.deliveryChannels(Stream.of(names).map((name) -> DeliveryChannel.builder().name(name).build()).toList())
			.build());
	}

	private static Answer recorders(String... names) {
		return Answer.of(DescribeConfigurationRecordersResponse.builder()
			.configurationRecorders(
					Stream.of(names).map((name) -> ConfigurationRecorder.builder().name(name).build()).toList())
			.build());
	}

	@Test
	void aDeliveryChannelIsAsGoodAsTheWorstOfItsDeliveries() {
		channel((status) -> status
			.configHistoryDeliveryInfo((info) -> info.lastStatus("Success").lastSuccessfulTime(EARLY))
			.configSnapshotDeliveryInfo((info) -> info.lastStatus("SUCCESS").lastSuccessfulTime(LATE))
			.configStreamDeliveryInfo(
					(info) -> info.lastStatus("FAILURE").lastErrorCode("NoTopic").lastStatusChangeTime(LATE)));
		assertThat(this.cells.evidence(new ConfigDeliverySource())).containsExactly(new ConfigDelivery("default",
				"bucket", "topic", "FAILURE", "NoTopic", LATE, LATE, "SUCCESS", "SUCCESS", "FAILURE"));
	}

	@Test
	void aChannelThatDeliveredAnythingSucceeded() {
		channel((status) -> status
			.configHistoryDeliveryInfo(
					(info) -> info.lastStatus("Success").lastSuccessfulTime(EARLY).lastErrorCode("AnOldOne"))
			.configStreamDeliveryInfo((info) -> info.lastStatus("Not_Applicable")));
		assertThat(this.cells.evidence(new ConfigDeliverySource())).containsExactly(new ConfigDelivery("default",
				"bucket", "topic", "SUCCESS", null, EARLY, null, "SUCCESS", null, "NOT_APPLICABLE"));
	}

	@Test
	void aChannelThatDeliveredNothingYetIsNotApplicable() {
		channel((status) -> status.configStreamDeliveryInfo((info) -> info.lastStatus("Not_Applicable")));
		assertThat(this.cells.evidence(new ConfigDeliverySource())).containsExactly(new ConfigDelivery("default",
				"bucket", "topic", "NOT_APPLICABLE", null, null, null, null, null, "NOT_APPLICABLE"));
	}

	@Test
	void aRegionWithoutChannelIsNotEnabled() {
		this.aws.on("config:DescribeDeliveryChannels", Answer.of(DescribeDeliveryChannelsResponse.builder().build()));
		assertThat(this.cells.read(new ConfigDeliverySource()).status()).isEqualTo(CellStatus.NOT_ENABLED);
	}

	@Test
	void readsRulesWithTheirComplianceFromEveryPage() {
		this.aws.on("config:DescribeComplianceByConfigRule",
				Answer.inTurn(Answer.of(DescribeComplianceByConfigRuleResponse.builder().nextToken("2").build()),
						compliances(broken("mfa", 25, true))));
		this.aws.on("config:DescribeConfigRules",
				Answer.inTurn(
						Answer
							.of(DescribeConfigRulesResponse.builder().configRules(rule("mfa")).nextToken("2").build()),
						Answer.of(DescribeConfigRulesResponse.builder().configRules(rule("new")).build())));
		assertThat(this.cells.evidence(new ConfigRulesSource())).containsExactly(
				new ConfigRuleCompliance("mfa", "arn:rule/mfa", "ROOT_ACCOUNT_MFA_ENABLED", "AWS", "ACTIVE",
						"NON_COMPLIANT", 25L, true, false, null, List.of(), null, List.of()),
				new ConfigRuleCompliance("new", "arn:rule/new", "ROOT_ACCOUNT_MFA_ENABLED", "AWS", "ACTIVE", null, null,
						null, false, null, List.of(), null, List.of()));
		assertThat(this.aws.calls("config:DescribeConfigRules")
			.get(1)
			.request(DescribeConfigRulesRequest.class)
			.nextToken()).isEqualTo("2");
	}

	@ParameterizedTest
	@MethodSource
	void readsWhatCausesARuleToBeEvaluated(ConfigRule rule, boolean byChanges, @Nullable Long hours,
			List<String> types) {
		rules(rule);
		this.aws.on("config:DescribeComplianceByConfigRule", compliances());
		assertThat(Cells.evidence(this.cells.read(new ConfigRulesSource())))
			.extracting("changeTriggered", "periodHours", "resourceTypes")
			.containsExactly(tuple(byChanges, hours, types));
	}

	static Stream<Arguments> readsWhatCausesARuleToBeEvaluated() {
		ConfigRule plain = rule("any");
		return Stream.of(Arguments.of(plain, false, null, List.of()),
				Arguments.of(plain.copy((rule) -> rule.maximumExecutionFrequency("Six_Hours")), false, 6L, List.of()),
				Arguments.of(plain.copy((rule) -> rule.maximumExecutionFrequency("Fortnightly")), false, null,
						List.of()),
				Arguments.of(
						plain.copy((rule) -> rule
							.scope((scope) -> scope.complianceResourceTypes("AWS::EC2::Volume", "AWS::S3::Bucket"))),
						true, null, List.of("AWS::EC2::Volume", "AWS::S3::Bucket")),
				Arguments.of(plain.copy((rule) -> rule.scope((scope) -> scope.tagKey("team"))), true, null, List.of()),
				Arguments.of(
						plain.copy((rule) -> rule.source((source) -> source.sourceDetails(
								(detail) -> detail.messageType("ScheduledNotification")
									.maximumExecutionFrequency("One_Hour"),
								(detail) -> detail.messageType("ConfigurationItemChangeNotification")))),
						true, 1L, List.of()));
	}

	@Test
	void readsWhenRulesWereEvaluated() {
		this.aws.on("config:DescribeConfigRuleEvaluationStatus",
				Answer.inTurn(Answer.of(DescribeConfigRuleEvaluationStatusResponse.builder().nextToken("2").build()),
						Answer.of(DescribeConfigRuleEvaluationStatusResponse.builder()
							.configRulesEvaluationStatus((rule) -> rule.configRuleName("mfa")
								.configRuleArn("arn:rule/mfa")
								.lastSuccessfulInvocationTime(LATE)
								.lastFailedInvocationTime(EARLY)
								.lastSuccessfulEvaluationTime(LATE)
								.lastFailedEvaluationTime(EARLY)
								.firstActivatedTime(EARLY)
								.lastErrorCode("InternalError")
								.lastErrorMessage("once")
								.firstEvaluationStarted(true))
							.build())));
		assertThat(this.cells.evidence(new ConfigRuleStatusSource())).containsExactly(new ConfigRuleStatus("mfa",
				"arn:rule/mfa", LATE, EARLY, LATE, EARLY, EARLY, "InternalError", "once", true));
		assertThat(this.aws.calls("config:DescribeConfigRuleEvaluationStatus")).last().satisfies((call) -> {
			var request = call.request(DescribeConfigRuleEvaluationStatusRequest.class);
			assertThat(request.limit()).isEqualTo(50);
			assertThat(request.nextToken()).isEqualTo("2");
		});
	}

	@Test
	void readsConformancePacksWithTheirRules() {
		packs("baseline", "new");
		this.aws.on("config:DescribeConformancePackStatus",
				Answer.of(DescribeConformancePackStatusResponse.builder()
					.conformancePackStatusDetails((status) -> status.conformancePackName("baseline")
						.conformancePackState("CREATE_FAILED")
						.conformancePackStatusReason("no such rule")
						.lastUpdateCompletedTime(LATE))
					.build()));
		this.aws.on("config:DescribeConformancePackCompliance",
				(call) -> call.request(DescribeConformancePackComplianceRequest.class)
					.conformancePackName()
					.equals("new")
							? DescribeConformancePackComplianceResponse.builder().build()
							: DescribeConformancePackComplianceResponse.builder()
								.conformancePackRuleComplianceList(
										(rule) -> rule.configRuleName("mfa").complianceType("NON_COMPLIANT"),
										(rule) -> rule.configRuleName("fine").complianceType("COMPLIANT"))
								.build());
		assertThat(this.cells.evidence(new ConformancePacksSource())).containsExactlyInAnyOrder(
				new ConformancePack("baseline", "arn:pack/baseline", "a-service", "CREATE_FAILED", "no such rule",
						List.of("fine", "mfa"), List.of("mfa"), LATE),
				new ConformancePack("new", "arn:pack/new", "a-service", null, null, List.of(), List.of(), null));
	}

	@Test
	void aPackDeletedMeanwhileIsNotThere() {
		packs("gone");
		this.aws.on("config:DescribeConformancePackStatus",
				Answer.of(DescribeConformancePackStatusResponse.builder().build()));
		this.aws.on("config:DescribeConformancePackCompliance",
				Answer.failing(NoSuchConformancePackException.builder().statusCode(400).message("gone").build()));
		CellResult result = this.cells.read(new ConformancePacksSource());
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.rows()).isEmpty();
	}

	@Test
	void aRegionWithoutPacksIsReadWithoutAskingOn() {
		packs();
		CellResult result = this.cells.read(new ConformancePacksSource());
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.calls()).isEqualTo(1);
	}

	@Test
	void aRegionWithoutRulesIsRead() {
		this.aws.on("config:DescribeComplianceByConfigRule", compliances());
		this.aws.on("config:DescribeConfigRules", Answer.of(DescribeConfigRulesResponse.builder().build()));
		CellResult result = this.cells.read(new ConfigRulesSource());
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.rows()).isEmpty();
		assertThat(this.cells.read(new ConfigRuleDetailsSource(), new ConfigRulesSource()).status())
			.isEqualTo(CellStatus.READ);
	}

	@Test
	void readsTheResourcesThatBreakBrokenRules() {
		rules(rule("mfa"), rule("fine"));
		this.aws.on("config:DescribeComplianceByConfigRule", compliances(broken("mfa", 1, false), compliant("fine")));
		this.aws.on("config:GetComplianceDetailsByConfigRule",
				Answer.inTurn(Answer.of(GetComplianceDetailsByConfigRuleResponse.builder().nextToken("2").build()),
						details("bucket-1")));
		assertThat(Cells.evidence(this.cells.read(new ConfigRuleDetailsSource(), new ConfigRulesSource())))
			.containsExactly(new ConfigResourceCompliance("mfa", "AWS::S3::Bucket", "bucket-1", "NON_COMPLIANT",
					"is open", LATE));
		assertThat(this.aws.calls("config:GetComplianceDetailsByConfigRule")).last().satisfies((call) -> {
			var request = call.request(GetComplianceDetailsByConfigRuleRequest.class);
			assertThat(request.configRuleName()).isEqualTo("mfa");
			assertThat(request.complianceTypes()).containsExactly(ComplianceType.NON_COMPLIANT);
			assertThat(request.limit()).isEqualTo(100);
			assertThat(request.nextToken()).isEqualTo("2");
		});
	}

	@Test
	void aRuleDeletedMeanwhileBreaksNothing() {
		rules(rule("gone"), rule("mfa"));
		this.aws.on("config:DescribeComplianceByConfigRule",
				compliances(broken("gone", 1, false), broken("mfa", 1, false)));
		this.aws.on("config:GetComplianceDetailsByConfigRule",
				Answer.inTurn(
						Answer.failing(NoSuchConfigRuleException.builder().statusCode(400).message("gone").build()),
						details("bucket-1")));
		CellResult result = this.cells.read(new ConfigRuleDetailsSource(), new ConfigRulesSource());
		assertThat(result.status()).isEqualTo(CellStatus.READ);
		assertThat(result.evidence(ConfigResourceCompliance.class)).extracting(ConfigResourceCompliance::ruleName)
			.containsExactly("mfa");
	}

	@Test
	void aDeniedPageOfDetailsLeavesNoRows() {
		rules(rule("mfa"), rule("open"));
		this.aws.on("config:DescribeComplianceByConfigRule",
				compliances(broken("mfa", 1, false), broken("open", 1, false)));
		this.aws.on("config:GetComplianceDetailsByConfigRule",
				Answer.inTurn(details("bucket-1"), Answer.refusing(400, "AccessDeniedException", "no")));
		CellResult result = this.cells.read(new ConfigRuleDetailsSource(), new ConfigRulesSource());
		assertThat(result.status()).isEqualTo(CellStatus.DENIED);
		assertThat(result.rows()).isEmpty();
	}

	@Test
	void readsAggregatorsWithTheSourcesThatFailThem() {
		this.aws.on("config:DescribeConfigurationAggregators",
				Answer.inTurn(Answer.of(DescribeConfigurationAggregatorsResponse.builder().nextToken("2").build()),
						Answer.of(DescribeConfigurationAggregatorsResponse.builder()
							.configurationAggregators(
									ConfigurationAggregator.builder()
										.configurationAggregatorName("all")
										.configurationAggregatorArn("arn:all")
										.organizationAggregationSource((source) -> source.allAwsRegions(true))
										.build(),
									ConfigurationAggregator.builder()
										.configurationAggregatorName("some")
										.configurationAggregatorArn("arn:some")
										.createdBy("a-service")
										.aggregatorFilters((filters) -> filters
											.servicePrincipal((filter) -> filter.type("INCLUDE").value("a-service")))
										.accountAggregationSources(
												(source) -> source.accountIds("222222222222").awsRegions("eu-west-1"))
										.build())
							.build())));
		this.aws.on("config:DescribeConfigurationAggregatorSourcesStatus", (call) -> {
			var request = call.request(DescribeConfigurationAggregatorSourcesStatusRequest.class);
			return request.configurationAggregatorName().equals("some")
					? DescribeConfigurationAggregatorSourcesStatusResponse.builder().build()
					: (request.nextToken() == null) ? statuses("SUCCEEDED", "222222222222").nextToken("2").build()
							: statuses("OUTDATED", "333333333333").build();
		});
		CellResult result = this.cells.read(new ConfigAggregatorSource());
		assertThat(result.evidence(ConfigAggregator.class)).containsExactlyInAnyOrder(
				new ConfigAggregator("all", "arn:all", true, true, List.of(), List.of(), 2,
						List.of("333333333333/eu-west-1"), false, null),
				new ConfigAggregator("some", "arn:some", false, false, List.of("eu-west-1"), List.of("222222222222"), 0,
						List.of(), true, "a-service"));
		assertThat(result.evidence(ConfigAggregatorState.class)).containsExactlyInAnyOrder(
				new ConfigAggregatorState("arn:all", "222222222222", "ACCOUNT", "eu-west-1", "SUCCEEDED", LATE, null,
						null),
				new ConfigAggregatorState("arn:all", "333333333333", "ACCOUNT", "eu-west-1", "OUTDATED", LATE, null,
						null));
	}

	@Test
	void aRegionWithoutAggregatorIsNotEnabled() {
		this.aws.on("config:DescribeConfigurationAggregators",
				Answer.of(DescribeConfigurationAggregatorsResponse.builder().build()));
		assertThat(this.cells.read(new ConfigAggregatorSource()).status()).isEqualTo(CellStatus.NOT_ENABLED);
	}

	private void channel(Consumer<DeliveryChannelStatus.Builder> status) {
		this.aws.on("config:DescribeDeliveryChannels",
				Answer.of(DescribeDeliveryChannelsResponse.builder()
					.deliveryChannels((channel) -> channel.name("default").s3BucketName("bucket").snsTopicARN("topic"))
					.build()));
		DeliveryChannelStatus.Builder builder = DeliveryChannelStatus.builder().name("default");
		status.accept(builder);
		this.aws.on("config:DescribeDeliveryChannelStatus", Answer
			.of(DescribeDeliveryChannelStatusResponse.builder().deliveryChannelsStatus(builder.build()).build()));
	}

	private void packs(String... names) {
		this.aws.on("config:DescribeConformancePacks",
				Answer.of(DescribeConformancePacksResponse.builder()
					.conformancePackDetails(Stream.of(names)
						.map((name) -> ConformancePackDetail.builder()
							.conformancePackName(name)
							.conformancePackArn("arn:pack/" + name)
							.createdBy("a-service")
							.build())
						.toList())
					.build()));
	}

	private void rules(ConfigRule... rules) {
		this.aws.on("config:DescribeConfigRules",
				Answer.of(DescribeConfigRulesResponse.builder().configRules(rules).build()));
	}

	private static ConfigRule rule(String name) {
		return ConfigRule.builder()
			.configRuleName(name)
			.configRuleArn("arn:rule/" + name)
			.configRuleState("ACTIVE")
			.source((source) -> source.owner("AWS").sourceIdentifier("ROOT_ACCOUNT_MFA_ENABLED"))
			.build();
	}

	private static Answer compliances(ComplianceByConfigRule... rules) {
		return Answer.of(DescribeComplianceByConfigRuleResponse.builder().complianceByConfigRules(rules).build());
	}

	private static ComplianceByConfigRule broken(String rule, int resources, boolean capped) {
		return ComplianceByConfigRule.builder()
			.configRuleName(rule)
			.compliance((compliance) -> compliance.complianceType("NON_COMPLIANT")
				.complianceContributorCount((count) -> count.cappedCount(resources).capExceeded(capped)))
			.build();
	}

	private static ComplianceByConfigRule compliant(String rule) {
		return ComplianceByConfigRule.builder()
			.configRuleName(rule)
			.compliance((compliance) -> compliance.complianceType("COMPLIANT"))
			.build();
	}

	private static Answer details(String resource) {
		return Answer.of(GetComplianceDetailsByConfigRuleResponse.builder()
			.evaluationResults((result) -> result.complianceType("NON_COMPLIANT")
				.annotation("is open")
				.resultRecordedTime(LATE)
				.evaluationResultIdentifier((identifier) -> identifier.evaluationResultQualifier(
						(qualifier) -> qualifier.resourceType("AWS::S3::Bucket").resourceId(resource))))
			.build());
	}

	private static DescribeConfigurationAggregatorSourcesStatusResponse.Builder statuses(String status,
			String account) {
		return DescribeConfigurationAggregatorSourcesStatusResponse.builder()
			.aggregatedSourceStatusList((one) -> one.sourceId(account)
				.sourceType("ACCOUNT")
				.awsRegion("eu-west-1")
				.lastUpdateStatus(status)
				.lastUpdateTime(LATE));
	}

}
