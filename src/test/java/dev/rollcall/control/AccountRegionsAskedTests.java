package dev.rollcall.control;

import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellStatus;
import dev.rollcall.input.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code account.regions_asked}. */
class AccountRegionsAskedTests {

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "222222222222";

	@RegisterExtension
	final TestNight night = new TestNight();

	AccountRegionsAskedTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesAccountCompliantThatWasAskedWhereverItIs() {
		this.night.read(ACCOUNT, "account-regions", "global").read(ACCOUNT, "config-recorder", "us-east-1");
		listed(ACCOUNT, "us-east-1", "ENABLED_BY_DEFAULT");
		listed(ACCOUNT, "af-south-1", "DISABLED");
		assertThat(judge()).containsExactly(
				Judgement.of(ACCOUNT, "COMPLIANT", "Every Region that the account has enabled was asked."));
	}

	@Test
	void takesAnEmptyListForNoAnswer() {
		this.night.member(OTHER)
			.read(ACCOUNT, "account-regions", "global")
			.read(OTHER, "account-regions", "global")
			.read(OTHER, "config-recorder", "us-east-1");
		listed(OTHER, "us-east-1", "ENABLED");
		assertThat(judge()).containsExactly(
				Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
						"The account's list of Regions is empty, and no account has none."),
				Judgement.of(OTHER, "COMPLIANT", "Every Region that the account has enabled was asked."));
	}

	@Test
	void namesEveryRegionOutsideTheNight() {
		this.night.read(ACCOUNT, "account-regions", "global").read(ACCOUNT, "config-recorder", "us-east-1");
		listed(ACCOUNT, "us-east-1", "ENABLED_BY_DEFAULT");
		listed(ACCOUNT, "me-south-1", "ENABLED");
		listed(ACCOUNT, "af-south-1", "DISABLING");
		listed(ACCOUNT, "eu-west-1", "ENABLED_BY_DEFAULT");
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"Enabled in this account, and no Region of the night: af-south-1, eu-west-1, me-south-1."));
	}

	@Test
	void namesAndForgivesWhatNobodyEnabledWhereToldTo() {
		this.night.read(ACCOUNT, "account-regions", "global").read(ACCOUNT, "config-recorder", "us-east-1");
		listed(ACCOUNT, "us-east-1", "ENABLED_BY_DEFAULT");
		listed(ACCOUNT, "us-west-2", "ENABLED_BY_DEFAULT");
		listed(ACCOUNT, "eu-west-1", "ENABLED_BY_DEFAULT");
		assertThat(judgeChosen()).containsExactly(Judgement.of(ACCOUNT, "COMPLIANT",
				"Every Region that somebody enabled in this account was asked; enabled by default, and no Region of the"
						+ " night: eu-west-1, us-west-2."));
	}

	@Test
	void forgivesNoRegionThatSomebodyEnabled() {
		this.night.read(ACCOUNT, "account-regions", "global").read(ACCOUNT, "config-recorder", "us-east-1");
		listed(ACCOUNT, "us-west-2", "ENABLED_BY_DEFAULT");
		listed(ACCOUNT, "me-south-1", "ENABLING");
		listed(ACCOUNT, "af-south-1", "ENABLED");
		assertThat(judgeChosen()).containsExactly(Judgement.of(ACCOUNT, "NON_COMPLIANT",
				"Enabled in this account, and no Region of the night: af-south-1, me-south-1."));
	}

	@Test
	void forgivesNoRegionThatFlagsLeftOut() {
		this.night.read(ACCOUNT, "account-regions", "global")
			.read(ACCOUNT, "config-recorder", "us-east-1")
			.cell(ACCOUNT, "config-recorder", "eu-west-1", CellStatus.EXCLUDED);
		listed(ACCOUNT, "eu-west-1", "ENABLED_BY_DEFAULT");
		assertThat(judgeChosen()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void takesNoOtherAccountsCellsForALook() {
		this.night.member(OTHER)
			.read(ACCOUNT, "account-regions", "global")
			.read(OTHER, "account-regions", "global")
			.read(OTHER, "config-recorder", "me-south-1");
		listed(ACCOUNT, "me-south-1", "ENABLED");
		listed(OTHER, "me-south-1", "ENABLED");
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("NON_COMPLIANT", "COMPLIANT");
	}

	@Test
	void doesNotKnowOfRegionsThatFlagsLeftOut() {
		this.night.read(ACCOUNT, "account-regions", "global")
			.read(ACCOUNT, "config-recorder", "us-east-1")
			.cell(ACCOUNT, "config-recorder", "eu-west-1", CellStatus.EXCLUDED);
		listed(ACCOUNT, "us-east-1", "ENABLED_BY_DEFAULT");
		listed(ACCOUNT, "eu-west-1", "ENABLED_BY_DEFAULT");
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"Enabled in this account, and left out by configuration or flags: eu-west-1."));
	}

	@Test
	void takesALookByOneSourceForALook() {
		this.night.read(ACCOUNT, "account-regions", "global")
			.cell(ACCOUNT, "config-recorder", "us-east-1", CellStatus.EXCLUDED)
			.denied(ACCOUNT, "cloudtrail", "us-east-1", "cloudtrail:DescribeTrails");
		listed(ACCOUNT, "us-east-1", "ENABLED");
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("COMPLIANT");
	}

	@Test
	void doesNotKnowWhereTheListIsAGap() {
		this.night.denied(ACCOUNT, "account-regions", "global", "account:ListRegions")
			.read(ACCOUNT, "config-recorder", "us-east-1");
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "INSUFFICIENT_DATA",
				"account:ListRegions was denied (AccessDenied); the permission account:ListRegions is missing."));
	}

	@Test
	void saysNothingAboutAnAccountThatIsClosed() {
		this.night.cell(ACCOUNT, "account-regions", "global", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "NOT_APPLICABLE", "The account is not active."));
	}

	private void listed(String account, String region, String optStatus) {
		this.night.row("account_region", account, "global", Map.of("name", region, "opt_status", optStatus));
	}

	/**
	 * Where the configuration says that Regions which AWS enables by default do not
	 * count.
	 */
	private List<Judgement> judgeChosen() {
		return this.night.judge(Chosen.control("account.regions_asked", Map.of("default_regions", List.of("false"))));
	}

	private List<Judgement> judge() {
		return this.night.judge("account.regions_asked");
	}

}
