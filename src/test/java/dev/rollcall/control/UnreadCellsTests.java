package dev.rollcall.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.rollcall.collect.CellStatus;
import dev.rollcall.collect.SourceDefinition;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for what every control, those to come included, says of cells without evidence.
 */
class UnreadCellsTests {

	private static final String ACCOUNT = "111111111111";

	private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1");

	@RegisterExtension
	final TestNight night = new TestNight();

	@ParameterizedTest
	@MethodSource("gaps")
	void takeGapsForNothingButMissingData(String control, CellStatus status) {
		this.night.member(ACCOUNT);
		forEachCell((source, region) -> this.night.failed(ACCOUNT, source.name(), region, status,
				source.operations().get(0), "ACode"));
		assertThat(this.night.judge(control)).isNotEmpty()
			.allSatisfy((judgement) -> assertThat(judgement.verdict()).isEqualTo("INSUFFICIENT_DATA"))
			.allSatisfy((judgement) -> assertThat(judgement.reason()).contains("ACode")
				.containsAnyOf(operations(control).toArray(String[]::new)));
	}

	@ParameterizedTest
	@MethodSource("controls")
	void doNotApplyToAccountThatIsNotActive(String control) {
		this.night.member(ACCOUNT);
		forEachCell((source, region) -> this.night.cell(ACCOUNT, source.name(), region, CellStatus.ACCOUNT_NOT_ACTIVE));
		assertThat(this.night.judge(control)).isNotEmpty()
			.allSatisfy((judgement) -> assertThat(judgement.verdict()).isEqualTo("NOT_APPLICABLE"))
			.allSatisfy((judgement) -> assertThat(judgement.reason()).isEqualTo("The account is not active."));
	}

	@ParameterizedTest
	@MethodSource("controls")
	void doNotKnowWhatWasExcluded(String control) {
		this.night.listed(ACCOUNT);
		forEachCell((source, region) -> this.night.cell(ACCOUNT, source.name(), region, CellStatus.EXCLUDED));
		assertThat(this.night.judge(control)).isNotEmpty()
			.allSatisfy((judgement) -> assertThat(judgement.verdict()).isEqualTo("INSUFFICIENT_DATA"))
			.allSatisfy((judgement) -> assertThat(judgement.reason()).isEqualTo("Left out by configuration or flags."));
	}

	@ParameterizedTest(allowZeroInvocations = true)
	@MethodSource("regionalControls")
	void doNotApplyToDisabledRegion(String control) {
		this.night.member(ACCOUNT);
		forEachCell((source, region) -> this.night.cell(ACCOUNT, source.name(), region,
				region.equals("global") ? CellStatus.READ : CellStatus.REGION_DISABLED));
		assertThat(this.night.judge(control)).extracting(Judgement::region, Judgement::verdict)
			.containsExactlyElementsOf(REGIONS.stream().map((region) -> tuple(region, "NOT_APPLICABLE")).toList());
	}

	static Stream<Arguments> gaps() {
		return controls().flatMap((control) -> Stream.of(CellStatus.values())
			.filter(CellStatus::isGap)
			.map((status) -> Arguments.of(control, status)));
	}

	static Stream<String> controls() {
		return Shipped.controls().stream().map(Control::id);
	}

	/** The controls that give a verdict a Region. */
	static Stream<String> regionalControls() {
		Set<String> byTrail = Set.of("cloudtrail.cloudwatch_logs", "cloudtrail.delivery_ok", "cloudtrail.kms",
				"cloudtrail.log_validation", "cloudtrail.notification_ok", "cloudtrail.trail_logging");
		Set<String> byAccount = Set.of("accessanalyzer.delegated_administrator", "accessanalyzer.trusted_access",
				"accessanalyzer.unused_access", "account.in_unit", "account.regions_asked", "account.security_contact",
				"account.tagged", "cloudtrail.delegated_administrator", "cloudtrail.global_service_events",
				"cloudtrail.multi_region", "cloudtrail.org_trail", "cloudtrail.trusted_access",
				"config.delegated_administrator", "config.global_resource_types", "config.rules_exist",
				"config.trusted_access", "s3.account_public_access_block");
		return controls().filter((control) -> !control.startsWith("root.") && !byTrail.contains(control)
				&& !byAccount.contains(control) && !isByThing(control));
	}

	private static boolean isByThing(String control) {
		return Shipped.SOURCES.distinctSources()
			.stream()
			.anyMatch((source) -> Shipped.control(control).sources().contains(source.definition().name()));
	}

	private static List<String> operations(String control) {
		List<String> operations = new ArrayList<>();
		Shipped.SOURCES.definitions()
			.stream()
			.filter((source) -> Shipped.control(control).sources().contains(source.name()))
			.forEach((source) -> operations.addAll(source.operations()));
		return operations;
	}

	private static void forEachCell(CellMaker maker) {
		for (SourceDefinition source : Shipped.SOURCES.definitions()) {
			List<String> regions = source.isRegional() ? REGIONS : List.of("global");
			regions.forEach((region) -> maker.make(source, region));
		}
	}

	@FunctionalInterface
	private interface CellMaker {

		void make(SourceDefinition source, String region);

	}

}
