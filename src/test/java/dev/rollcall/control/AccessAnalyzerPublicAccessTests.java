package dev.rollcall.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.rollcall.collect.CellStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code accessanalyzer.public_access}. */
class AccessAnalyzerPublicAccessTests {

	private static final String MANAGEMENT = "999999999999";

	private static final String ADMINISTRATOR = "555555555555";

	private static final String MEMBER = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String BUCKET = "arn:aws:s3:::open";

	private static final Map<String, String> ANALYZER = Map.of("arn", "an-analyzer", "type", "ORGANIZATION", "status",
			"ACTIVE", "last_analyzed_at", "2026-11-22T12:00:00Z");

	private static final String COMPLIANT = "No finding, active or archived, says that anything is public;"
			+ " the analyzer last analyzed on 2026-11-22.";

	@RegisterExtension
	final TestNight night = new TestNight();

	@Test
	void judgesRegionWithoutPublicFindingCompliant() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					MEMBER, "principal", "AWS:222222222222", "exposure", "OUTSIDE_ORGANIZATION"));
		assertThat(this.night.judge("accessanalyzer.public_access"))
			.containsExactly(Judgement.of(MEMBER, REGION, "COMPLIANT", COMPLIANT));
	}

	@Test
	void takesAFindingThatCouldNotBeJudgedForNoPass() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					MEMBER, "exposure", "UNKNOWN", "error", "ACCESS_DENIED"));
		assertThat(this.night.judge("accessanalyzer.public_access")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "The analyzer could not judge the resource of finding f-1."));
	}

	@Test
	void takesAnArchivedFindingThatCouldNotBeJudgedForNoPass() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.row("archived_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					MEMBER, "exposure", "UNKNOWN", "is_public", false, "error", "ACCESS_DENIED"));
		assertThat(this.night.judge("accessanalyzer.public_access")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "The analyzer could not judge the resource of finding f-1."));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", textBlock = """
			external_access, AWS:*,               null,  false
			external_access, 'AWS:*,Service:x',   null,  false
			external_access, null,                null,  false
			archived_access, AWS:*,               null,  false
			external_access, AWS:*,               false, true
			external_access, AWS:222222222222,    null,  true
			archived_access, AWS:222222222222,    null,  true
			""")
	void doesNotKnowWhetherAFindingOfEverybodyIsPublicThatDoesNotSaySo(String dataset, @Nullable String principal,
			@Nullable Boolean isPublic, boolean known) {
		Map<String, Object> finding = new HashMap<>(
				Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account", MEMBER, "exposure", "UNKNOWN"));
		finding.put("principal", principal);
		finding.put("is_public", isPublic);
		finding.values().removeIf(Objects::isNull);
		this.night.member(MEMBER).looking(MEMBER, REGION).row(dataset, MEMBER, REGION, finding);
		assertThat(this.night.judge("accessanalyzer.public_access"))
			.containsExactly(known ? Judgement.of(MEMBER, REGION, "COMPLIANT", COMPLIANT) : Judgement.of(MEMBER, REGION,
					"INSUFFICIENT_DATA", "Finding f-1 does not say whether anybody can reach the resource."));
	}

	@Test
	void namesTheOldestAnalyzerOfThoseThatHaveAnalyzedNothing() {
		this.night.member(MEMBER).read(MEMBER, "access-analyzer-findings", REGION);
		for (String made : List.of("2026-11-23T00:00:00Z", "2024-11-23T00:00:00Z")) {
			this.night.row("analyzer", MEMBER, REGION,
					Map.of("arn", made, "type", "ACCOUNT", "status", "ACTIVE", "created_at", made));
		}
		assertThat(this.night.judge("accessanalyzer.public_access")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "The analyzer, made on 2024-11-23, has analyzed nothing yet."));
	}

	@Test
	void judgesPublicResourceNonCompliant() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					MEMBER, "principal", "AWS:*", "exposure", "PUBLIC"));
		assertThat(this.night.judge("accessanalyzer.public_access")).containsExactly(new Judgement(MEMBER, REGION,
				BUCKET + "|AWS:*", "NON_COMPLIANT", "Anybody can reach it: finding f-1."));
	}

	@Test
	void givesOneRowThatNamesTheFindingsOfOneResourceAndPrincipal() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.looking(ADMINISTRATOR, REGION)
			.looking(MEMBER, REGION)
			.row("external_access", ADMINISTRATOR, REGION,
					Map.of("finding_id", "f-2", "resource", BUCKET, "resource_account", MEMBER, "principal", "AWS:*",
							"exposure", "PUBLIC"))
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					MEMBER, "principal", "AWS:*", "exposure", "PUBLIC"));
		assertThat(this.night.judge("accessanalyzer.public_access")).containsExactly(
				new Judgement(MEMBER, REGION, BUCKET + "|AWS:*", "NON_COMPLIANT",
						"Anybody can reach it: finding f-1, f-2."),
				Judgement.of(ADMINISTRATOR, REGION, "COMPLIANT", COMPLIANT));
	}

	@Test
	void leavesFindingOnResourceOfAForeignAccountToWhoSawIt() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					"777777777777", "exposure", "PUBLIC"));
		assertThat(this.night.judge("accessanalyzer.public_access")).containsExactly(new Judgement(MEMBER, REGION,
				BUCKET + "|AWS:*", "NON_COMPLIANT", "Anybody can reach it: finding f-1."));
	}

	@Test
	void judgesMemberThatTheOrganizationsAnalyzerSeesCompliant() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.looking(ADMINISTRATOR, REGION)
			.cell(MEMBER, "access-analyzer-findings", REGION, CellStatus.NOT_ENABLED)
			.row("analyzer", ADMINISTRATOR, REGION, ANALYZER);
		assertThat(this.night.judge("accessanalyzer.public_access"))
			.contains(Judgement.of(MEMBER, REGION, "COMPLIANT", COMPLIANT));
	}

	@Test
	void doesNotKnowWhatNoAnalyzerSees() {
		this.night.member(MEMBER).cell(MEMBER, "access-analyzer-findings", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("accessanalyzer.public_access")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "No active analyzer of external access sees this account and Region."));
	}

	@Test
	void doesNotKnowWhatAnotherListedAccountsAnalyzerSees() {
		this.night.listed(ADMINISTRATOR)
			.listed(MEMBER)
			.looking(ADMINISTRATOR, REGION)
			.cell(MEMBER, "access-analyzer-findings", REGION, CellStatus.NOT_ENABLED)
			.row("analyzer", ADMINISTRATOR, REGION, ANALYZER);
		assertThat(this.night.judge("accessanalyzer.public_access")).contains(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "No active analyzer of external access sees this account and Region."));
	}

	@Test
	void doesNotKnowWhatOrganizationsAnalyzerOfAnotherKindOrStateSees() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.looking(ADMINISTRATOR, REGION)
			.cell(MEMBER, "access-analyzer-findings", REGION, CellStatus.NOT_ENABLED)
			.row("analyzer", ADMINISTRATOR, REGION, Map.of("arn", "a", "type", "ORGANIZATION", "status", "DISABLED"))
			.row("analyzer", ADMINISTRATOR, REGION, Map.of("arn", "b", "type", "ACCOUNT", "status", "ACTIVE"));
		assertThat(this.night.judge("accessanalyzer.public_access")).contains(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "No active analyzer of external access sees this account and Region."));
	}

	@Test
	void namesTheDeniedOperationOfTheOrganizationsAnalyzer() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.denied(ADMINISTRATOR, "access-analyzer-findings", REGION, "access-analyzer:ListFindings")
			.cell(MEMBER, "access-analyzer-findings", REGION, CellStatus.NOT_ENABLED)
			.row("analyzer", ADMINISTRATOR, REGION, ANALYZER);
		assertThat(this.night.judge("accessanalyzer.public_access"))
			.contains(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
					"What the organization's analyzer found here could not be read:"
							+ " access-analyzer:ListFindings was denied (AccessDenied);"
							+ " the permission access-analyzer:ListFindings is missing."));
	}

	@Test
	void saysBesidePublicResourceThatMoreCouldBeWhereTheOwnCellIsAGap() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.looking(ADMINISTRATOR, REGION)
			.denied(MEMBER, "access-analyzer-findings", REGION, "access-analyzer:ListFindings")
			.row("external_access", ADMINISTRATOR, REGION, Map.of("finding_id", "f-1", "resource", BUCKET,
					"resource_account", MEMBER, "principal", "AWS:*", "exposure", "PUBLIC"));
		assertThat(this.night.judge("accessanalyzer.public_access")).contains(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"access-analyzer:ListFindings was denied"
								+ " (AccessDenied); the permission access-analyzer:ListFindings is missing."),
				new Judgement(MEMBER, REGION, BUCKET + "|AWS:*", "NON_COMPLIANT",
						"Anybody can reach it: finding f-1."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.member(MEMBER).denied(MEMBER, "access-analyzer-findings", REGION, "access-analyzer:ListAnalyzers");
		assertThat(this.night.judge("accessanalyzer.public_access")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "access-analyzer:ListAnalyzers was denied"
						+ " (AccessDenied); the permission access-analyzer:ListAnalyzers is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.member(MEMBER).cell(MEMBER, "access-analyzer-findings", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("accessanalyzer.public_access"))
			.containsExactly(Judgement.of(MEMBER, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.management(MANAGEMENT)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.cell(MANAGEMENT, "access-analyzer-findings", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("accessanalyzer.public_access")).containsExactly(
				Judgement.of(MANAGEMENT, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
