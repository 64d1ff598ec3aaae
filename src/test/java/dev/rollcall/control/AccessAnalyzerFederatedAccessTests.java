package dev.rollcall.control;

import java.util.Map;

import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code accessanalyzer.federated_access}. */
class AccessAnalyzerFederatedAccessTests {

	private static final String ADMINISTRATOR = "555555555555";

	private static final String MEMBER = "111111111111";

	private static final String REGION = "eu-west-1";

	private static final String BUCKET = "arn:aws:s3:::open";

	private static final String COMPLIANT = "No active finding names an identity provider;"
			+ " the analyzer last analyzed on 2026-11-22.";

	@RegisterExtension
	final TestNight night = new TestNight();

	@Test
	void judgesRegionWithoutSuchFindingCompliant() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.read(MEMBER, "access-analyzer", REGION)
			.row("external_access", MEMBER, REGION,
					Map.of("finding_id", "f-0", "resource", BUCKET, "resource_account", MEMBER, "principal", "X:y",
							"exposure", "PUBLIC"))
			.row("external_access", MEMBER, REGION,
					Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account", MEMBER, "principal", "X:y",
							"exposure", "INSIDE_ORGANIZATION"))
			.row("external_access", MEMBER, REGION,
					Map.of("finding_id", "f-2", "resource", BUCKET, "resource_account", MEMBER, "principal", "X:y",
							"exposure", "OUTSIDE_ORGANIZATION"))
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-3", "resource", BUCKET, "resource_account",
					MEMBER, "principal", "X:y", "exposure", "SERVICE"));
		assertThat(this.night.judge("accessanalyzer.federated_access"))
			.containsExactly(Judgement.of(MEMBER, REGION, "COMPLIANT", COMPLIANT));
	}

	@Test
	void judgesSuchFindingNonCompliantInItsRegionOnly() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.looking(MEMBER, "us-east-1")
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					MEMBER, "principal", "Federated:accounts.google.com", "exposure", "FEDERATED"));
		assertThat(this.night.judge("accessanalyzer.federated_access")).containsExactly(
				new Judgement(MEMBER, REGION, BUCKET + "|Federated:accounts.google.com", "NON_COMPLIANT",
						"Users of an identity provider can reach it: finding f-1."),
				Judgement.of(MEMBER, "us-east-1", "COMPLIANT", COMPLIANT));
	}

	@Test
	void givesOneRowThatNamesTheFindingsOfOneResourceAndPrincipal() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.looking(ADMINISTRATOR, REGION)
			.looking(MEMBER, REGION)
			.row("external_access", ADMINISTRATOR, REGION,
					Map.of("finding_id", "f-2", "resource", BUCKET, "resource_account", MEMBER, "principal",
							"Federated:accounts.google.com", "exposure", "FEDERATED"))
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					MEMBER, "principal", "Federated:accounts.google.com", "exposure", "FEDERATED"));
		assertThat(this.night.judge("accessanalyzer.federated_access")).containsExactly(
				new Judgement(MEMBER, REGION, BUCKET + "|Federated:accounts.google.com", "NON_COMPLIANT",
						"Users of an identity provider can reach it: finding f-1, f-2."),
				Judgement.of(ADMINISTRATOR, REGION, "COMPLIANT", COMPLIANT));
	}

	@Test
	void takesAFindingThatCouldNotBeJudgedForNoPass() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.looking(MEMBER, "us-east-1")
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					MEMBER, "exposure", "UNKNOWN", "error", "ACCESS_DENIED"));
		assertThat(this.night.judge("accessanalyzer.federated_access")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"The analyzer could not judge the resource of finding f-1."),
				Judgement.of(MEMBER, "us-east-1", "COMPLIANT", COMPLIANT));
	}

	@Test
	void saysBesideSuchFindingThatAnotherCouldNotBeJudged() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.row("external_access", MEMBER, REGION,
					Map.of("finding_id", "f-2", "resource", BUCKET, "resource_account", MEMBER, "principal",
							"Federated:accounts.google.com", "exposure", "FEDERATED"))
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					MEMBER, "exposure", "UNKNOWN", "error", "ACCESS_DENIED"));
		assertThat(this.night.judge("accessanalyzer.federated_access")).containsExactly(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"The analyzer could not judge the resource of finding f-1."),
				new Judgement(MEMBER, REGION, BUCKET + "|Federated:accounts.google.com", "NON_COMPLIANT",
						"Users of an identity provider can reach it: finding f-2."));
	}

	@Test
	void judgesSuchFindingByWhatItSaysThoughItHasAnError() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.row("external_access", MEMBER, REGION,
					Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account", MEMBER, "principal",
							"Federated:accounts.google.com", "exposure", "FEDERATED", "error", "ACCESS_DENIED"));
		assertThat(this.night.judge("accessanalyzer.federated_access"))
			.containsExactly(new Judgement(MEMBER, REGION, BUCKET + "|Federated:accounts.google.com", "NON_COMPLIANT",
					"Users of an identity provider can reach it: finding f-1."));
	}

	@Test
	void takesAnotherFindingWithAnErrorForNoPass() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					MEMBER, "exposure", "SERVICE", "error", "ACCESS_DENIED"));
		assertThat(this.night.judge("accessanalyzer.federated_access")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "The analyzer could not judge the resource of finding f-1."));
	}

	@Test
	void takesAFindingWithoutPrincipalForNoPass() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.row("external_access", MEMBER, REGION,
					Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account", MEMBER, "exposure", "UNKNOWN"));
		assertThat(this.night.judge("accessanalyzer.federated_access")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "The analyzer could not judge the resource of finding f-1."));
	}

	@Test
	void knowsThatAnAccountIsNoIdentityProvider() {
		this.night.member(MEMBER)
			.looking(MEMBER, REGION)
			.row("external_access", MEMBER, REGION, Map.of("finding_id", "f-1", "resource", BUCKET, "resource_account",
					MEMBER, "exposure", "UNKNOWN", "principal", "AWS:777777777777"));
		assertThat(this.night.judge("accessanalyzer.federated_access"))
			.containsExactly(Judgement.of(MEMBER, REGION, "COMPLIANT", COMPLIANT));
	}

	@Test
	void saysBesideSuchFindingThatMoreCouldBeWhereTheOwnCellIsAGap() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.looking(ADMINISTRATOR, REGION)
			.denied(MEMBER, "access-analyzer-findings", REGION, "access-analyzer:ListFindings")
			.row("external_access", ADMINISTRATOR, REGION, Map.of("finding_id", "f-1", "resource", BUCKET,
					"resource_account", MEMBER, "principal", "Federated:accounts.google.com", "exposure", "FEDERATED"));
		assertThat(this.night.judge("accessanalyzer.federated_access")).contains(
				Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA",
						"access-analyzer:ListFindings was denied (AccessDenied); the permission"
								+ " access-analyzer:ListFindings is missing."),
				new Judgement(MEMBER, REGION, BUCKET + "|Federated:accounts.google.com", "NON_COMPLIANT",
						"Users of an identity provider can reach it: finding f-1."));
	}

	@Test
	void judgesMemberThatTheOrganizationsAnalyzerSeesCompliant() {
		this.night.member(ADMINISTRATOR)
			.member(MEMBER)
			.looking(ADMINISTRATOR, REGION)
			.cell(MEMBER, "access-analyzer-findings", REGION, CellStatus.NOT_ENABLED)
			.row("analyzer", ADMINISTRATOR, REGION, Map.of("arn", "an-analyzer", "type", "ORGANIZATION", "status",
					"ACTIVE", "last_analyzed_at", "2026-11-22T12:00:00Z"));
		assertThat(this.night.judge("accessanalyzer.federated_access"))
			.contains(Judgement.of(MEMBER, REGION, "COMPLIANT", COMPLIANT));
	}

	@Test
	void doesNotKnowWhatNoAnalyzerSees() {
		this.night.member(MEMBER).cell(MEMBER, "access-analyzer-findings", REGION, CellStatus.NOT_ENABLED);
		assertThat(this.night.judge("accessanalyzer.federated_access")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "No active analyzer of external access sees this account and Region."));
	}

	@Test
	void namesTheDeniedOperationWithoutEvidence() {
		this.night.member(MEMBER).denied(MEMBER, "access-analyzer-findings", REGION, "access-analyzer:ListAnalyzers");
		assertThat(this.night.judge("accessanalyzer.federated_access")).containsExactly(Judgement.of(MEMBER, REGION,
				"INSUFFICIENT_DATA", "access-analyzer:ListAnalyzers was denied (AccessDenied); the permission"
						+ " access-analyzer:ListAnalyzers is missing."));
	}

	@Test
	void doesNotApplyToAccountThatIsNotActive() {
		this.night.member(MEMBER).cell(MEMBER, "access-analyzer-findings", REGION, CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(this.night.judge("accessanalyzer.federated_access"))
			.containsExactly(Judgement.of(MEMBER, REGION, "NOT_APPLICABLE", "The account is not active."));
	}

	@Test
	void doesNotKnowWhatWasExcluded() {
		this.night.member(MEMBER).cell(MEMBER, "access-analyzer-findings", REGION, CellStatus.EXCLUDED);
		assertThat(this.night.judge("accessanalyzer.federated_access"))
			.containsExactly(Judgement.of(MEMBER, REGION, "INSUFFICIENT_DATA", "Left out by configuration or flags."));
	}

}
