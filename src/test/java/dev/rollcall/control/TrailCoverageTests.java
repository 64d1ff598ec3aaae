package dev.rollcall.control;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.CellStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for the projection {@code trail_coverage}. */
class TrailCoverageTests {

	private static final String MANAGEMENT = "999999999999";

	private static final String MEMBER = "111111111111";

	private static final String HOME = "eu-west-1";

	private static final String OTHER = "us-east-1";

	private static final String OWN_TRAIL = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/own";

	private static final String ORGANIZATION_TRAIL = "arn:aws:cloudtrail:eu-west-1:999999999999:trail/all";

	@RegisterExtension
	final TestNight night = new TestNight();

	@Test
	void coversEveryRegionByTrailOfAllRegions() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME, OTHER)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MEMBER, HOME, trail(OWN_TRAIL, "ALL", Map.of("multi_region", true)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", OWN_TRAIL),
				covered(MEMBER, OTHER, "ALL", OWN_TRAIL));
	}

	@Test
	void coversItsHomeRegionOnlyByTrailOfOneRegion() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME, OTHER)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MEMBER, HOME, trail(OWN_TRAIL, "ALL", Map.of("multi_region", false)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", OWN_TRAIL), uncovered(MEMBER, OTHER));
	}

	@Test
	void doesNotCoverByStoppedTrail() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MEMBER, HOME,
					Map.of("arn", OWN_TRAIL, "logging", false, "multi_region", true, "management_events", "ALL"));
		assertThat(coverage()).containsExactly(uncovered(MEMBER, HOME));
	}

	@Test
	void doesNotCoverByTrailOfDataEventsOnly() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MEMBER, HOME, trail(OWN_TRAIL, "NONE", Map.of("multi_region", true)));
		assertThat(coverage()).containsExactly(uncovered(MEMBER, HOME));
	}

	@Test
	void coversByTrailThatRecordsSomeManagementEvents() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MEMBER, HOME, trail(OWN_TRAIL, "WRITE_ONLY", Map.of("multi_region", true)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "WRITE_ONLY", OWN_TRAIL));
	}

	@Test
	void unitesTrailsThatReadAndWrite() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail", MEMBER, HOME, trail(OWN_TRAIL + "-r", "READ_ONLY", Map.of("multi_region", true)))
			.row("trail", MEMBER, HOME, trail(OWN_TRAIL + "-w", "WRITE_ONLY", Map.of("multi_region", true)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", OWN_TRAIL + "-r", OWN_TRAIL + "-w"));
	}

	@Test
	void coversMembersByTrailReadAtItsOwner() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.read(MANAGEMENT, "cloudtrail", HOME)
			.read(MEMBER, "cloudtrail", HOME)
			.row("trail", MANAGEMENT, HOME,
					trail(ORGANIZATION_TRAIL, "ALL", Map.of("multi_region", true, "organization_trail", true)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", ORGANIZATION_TRAIL),
				covered(MANAGEMENT, HOME, "ALL", ORGANIZATION_TRAIL));
	}

	@Test
	void coversMemberWhoseOwnCellsAreGaps() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.denied(MEMBER, "cloudtrail", HOME, "cloudtrail:DescribeTrails")
			.denied(MEMBER, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails")
			.row("trail", MANAGEMENT, HOME,
					trail(ORGANIZATION_TRAIL, "ALL", Map.of("multi_region", true, "organization_trail", true)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", ORGANIZATION_TRAIL));
	}

	@Test
	void doesNotKnowWhatElseRecordsWhereAGapMayHideATrail() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.denied(MEMBER, "cloudtrail", HOME, "cloudtrail:DescribeTrails")
			.row("trail", MANAGEMENT, HOME,
					trail(ORGANIZATION_TRAIL, "WRITE_ONLY", Map.of("multi_region", true, "organization_trail", true)));
		assertThat(coverage()).containsExactly(new TrailCoverage(new AccountId(MEMBER), HOME, true, null,
				List.of(ORGANIZATION_TRAIL), List.of(MANAGEMENT), null));
	}

	@Test
	void doesNotCoverAccountOutsideTheOrganizationByItsTrail() {
		this.night.listed(MANAGEMENT)
			.listed(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.row("trail", MANAGEMENT, HOME,
					trail(ORGANIZATION_TRAIL, "ALL", Map.of("multi_region", true, "organization_trail", true)));
		assertThat(coverage()).containsExactly(uncovered(MEMBER, HOME));
	}

	@Test
	void coversByForeignTrailThatShows() {
		this.night.listed(MEMBER)
			.read(MEMBER, "cloudtrail", HOME, OTHER)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_shadow", MEMBER, "global", shadow(ORGANIZATION_TRAIL, MANAGEMENT))
			.row("trail", MEMBER, HOME,
					trail(ORGANIZATION_TRAIL, "ALL", Map.of("multi_region", true, "organization_trail", true)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", ORGANIZATION_TRAIL),
				covered(MEMBER, OTHER, "ALL", ORGANIZATION_TRAIL));
	}

	@Test
	void coversByListedOwnersTrailThatShows() {
		this.night.listed(MANAGEMENT)
			.listed(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_shadow", MEMBER, "global", shadow(ORGANIZATION_TRAIL, MANAGEMENT))
			.row("trail", MANAGEMENT, HOME, trail(ORGANIZATION_TRAIL, "ALL", Map.of("multi_region", true)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", ORGANIZATION_TRAIL));
	}

	@Test
	void namesForeignTrailOnceThoughItStandsAtTwoAccounts() {
		this.night.listed(MEMBER)
			.listed("222222222222")
			.read(MEMBER, "cloudtrail", HOME)
			.row("trail_shadow", MEMBER, "global", shadow(ORGANIZATION_TRAIL, MANAGEMENT))
			.row("trail", MEMBER, HOME, trail(ORGANIZATION_TRAIL, "ALL", Map.of("multi_region", true)))
			.row("trail", "222222222222", HOME, trail(ORGANIZATION_TRAIL, "ALL", Map.of("multi_region", true)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", ORGANIZATION_TRAIL));
	}

	@Test
	void doesNotKnowWhereTheOwnCellIsAGap() {
		this.night.member(MEMBER)
			.denied(MEMBER, "cloudtrail", HOME, "cloudtrail:DescribeTrails")
			.read(MEMBER, "cloudtrail", OTHER)
			.read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(coverage()).containsExactly(unknown(MEMBER, HOME), uncovered(MEMBER, OTHER));
	}

	@Test
	void doesNotKnowWhereTheCellElsewhereIsAGap() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.denied(MEMBER, "cloudtrail-elsewhere", "global", "cloudtrail:DescribeTrails");
		assertThat(coverage()).containsExactly(unknown(MEMBER, HOME));
	}

	@Test
	void doesNotKnowWhereTheHomeCellOfShownTrailIsAGap() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.denied(MANAGEMENT, "cloudtrail", HOME, "cloudtrail:GetTrailStatus")
			.read(MEMBER, "cloudtrail", OTHER)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_shadow", MEMBER, "global", shadow(ORGANIZATION_TRAIL, MANAGEMENT));
		assertThat(coverage()).containsExactly(unknown(MEMBER, OTHER), unknown(MANAGEMENT, HOME));
	}

	@Test
	void knowsWhereTheHomeCellOfShownTrailOfAnotherRegionIsAGap() {
		this.night.member(MEMBER)
			.denied(MEMBER, "cloudtrail", HOME, "cloudtrail:GetTrailStatus")
			.read(MEMBER, "cloudtrail", OTHER)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_shadow", MEMBER, "global",
					Map.of("arn", OWN_TRAIL, "owner_account_id", MEMBER, "home_region", HOME, "multi_region", false));
		assertThat(coverage()).containsExactly(unknown(MEMBER, HOME), uncovered(MEMBER, OTHER));
	}

	@Test
	void doesNotKnowWhereTheOwnerCouldNotReadTrailOfRegionThatIsNotAsked() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.denied(MANAGEMENT, "cloudtrail-elsewhere", "global", "cloudtrail:GetTrailStatus")
			.read(MEMBER, "cloudtrail", OTHER)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_shadow", MEMBER, "global", shadow(ORGANIZATION_TRAIL, MANAGEMENT));
		assertThat(coverage()).containsExactly(unknown(MEMBER, OTHER));
	}

	@Test
	void doesNotKnowWhereTheOwnerCouldNotReadTrailOfExcludedRegion() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.cell(MANAGEMENT, "cloudtrail", HOME, CellStatus.EXCLUDED)
			.denied(MANAGEMENT, "cloudtrail-elsewhere", "global", "cloudtrail:GetTrailStatus")
			.read(MEMBER, "cloudtrail", OTHER)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_shadow", MEMBER, "global", shadow(ORGANIZATION_TRAIL, MANAGEMENT));
		assertThat(coverage()).contains(unknown(MEMBER, OTHER));
	}

	@Test
	void prefersAnotherTrailThatCoversToAGap() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.denied(MANAGEMENT, "cloudtrail", HOME, "cloudtrail:GetTrailStatus")
			.read(MEMBER, "cloudtrail", HOME)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_shadow", MEMBER, "global", shadow(ORGANIZATION_TRAIL, MANAGEMENT))
			.row("trail", MEMBER, HOME, trail(OWN_TRAIL, "ALL", Map.of("multi_region", true)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", OWN_TRAIL), unknown(MANAGEMENT, HOME));
	}

	@Test
	void namesNoCellWhereAllWereRead() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.read(MANAGEMENT, "cloudtrail", HOME)
			.read(MEMBER, "cloudtrail", HOME)
			.read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(unreadReason(MEMBER, HOME)).isEmpty();
	}

	@Test
	void namesItsOwnCellBeforeAnyOther() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.denied(MANAGEMENT, "cloudtrail", HOME, "cloudtrail:GetTrailStatus")
			.denied(MEMBER, "cloudtrail", HOME, "cloudtrail:DescribeTrails")
			.denied(MEMBER, "cloudtrail-elsewhere", "global", "cloudtrail:GetEventSelectors");
		assertThat(unreadReason(MEMBER, HOME)).hasValue("cloudtrail:DescribeTrails was denied (AccessDenied);"
				+ " the permission cloudtrail:DescribeTrails is missing.");
	}

	@Test
	void namesItsCellElsewhereBeforeThatOfTheOrganization() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.denied(MANAGEMENT, "cloudtrail", HOME, "cloudtrail:GetTrailStatus")
			.read(MEMBER, "cloudtrail", HOME)
			.denied(MEMBER, "cloudtrail-elsewhere", "global", "cloudtrail:GetEventSelectors");
		assertThat(unreadReason(MEMBER, HOME)).hasValue("cloudtrail:GetEventSelectors was denied (AccessDenied);"
				+ " the permission cloudtrail:GetEventSelectors is missing.");
	}

	@Test
	void namesTheHomeOfTrailThatShowsBeforeWhereTheOrganizationsCouldBe() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.denied(MANAGEMENT, "cloudtrail", HOME, "cloudtrail:GetTrailStatus")
			.read(MEMBER, "cloudtrail", HOME)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_shadow", MEMBER, "global", shadow(ORGANIZATION_TRAIL, MANAGEMENT));
		assertThat(unreadReason(MEMBER, HOME)).hasValue("A trail that shows here could not be read where it is at home:"
				+ " cloudtrail:GetTrailStatus was denied (AccessDenied);"
				+ " the permission cloudtrail:GetTrailStatus is missing.");
	}

	@Test
	void namesTheOwnersCellElsewhereWhereTheHomeOfTrailThatShowsIsNotAsked() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.denied(MANAGEMENT, "cloudtrail-elsewhere", "global", "cloudtrail:GetTrailStatus")
			.read(MEMBER, "cloudtrail", OTHER)
			.read(MEMBER, "cloudtrail-elsewhere", "global")
			.row("trail_shadow", MEMBER, "global", shadow(ORGANIZATION_TRAIL, MANAGEMENT));
		assertThat(unreadReason(MEMBER, OTHER))
			.hasValue("A trail that shows here could not be read where it is at home:"
					+ " cloudtrail:GetTrailStatus was denied (AccessDenied);"
					+ " the permission cloudtrail:GetTrailStatus is missing.");
	}

	@Test
	void namesTheManagementAccountsCellThatCouldShowTheOrganizationsTrailInThatRegionOnly() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.denied(MANAGEMENT, "cloudtrail", HOME, "cloudtrail:DescribeTrails")
			.read(MANAGEMENT, "cloudtrail", OTHER)
			.read(MEMBER, "cloudtrail", HOME, OTHER)
			.read(MEMBER, "cloudtrail-elsewhere", "global");
		assertThat(unreadReason(MEMBER, HOME))
			.hasValue("Whether the organization has a trail here could not be read in account " + MANAGEMENT
					+ ": cloudtrail:DescribeTrails was denied (AccessDenied);"
					+ " the permission cloudtrail:DescribeTrails is missing.");
		assertThat(unreadReason(MEMBER, OTHER)).isEmpty();
		assertThat(coverage()).contains(unknown(MEMBER, HOME), uncovered(MEMBER, OTHER));
	}

	/**
	 * It may administer the organization's trails, which are the management account's.
	 */
	@Test
	void namesNoCellOfTheDelegatedAdministrator() {
		this.night.member("555555555555")
			.member(MEMBER)
			.denied(MANAGEMENT, "organizations-delegation", "global", "organizations:ListDelegatedAdministrators")
			.denied("555555555555", "cloudtrail", HOME, "cloudtrail:DescribeTrails")
			.read(MEMBER, "cloudtrail", HOME)
			.row("delegated_administrator", MANAGEMENT, "global",
					Map.of("administrator_id", "555555555555", "service_principal", "cloudtrail.amazonaws.com"));
		assertThat(unreadReason(MEMBER, HOME)).isEmpty();
		assertThat(coverage()).contains(uncovered(MEMBER, HOME));
	}

	@Test
	void takesWhatAMemberCallsTheOrganizationsForItsOwn() {
		this.night.management(MANAGEMENT)
			.member("555555555555")
			.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.read("555555555555", "cloudtrail", HOME)
			.row("trail", MEMBER, HOME,
					trail(OWN_TRAIL, "ALL", Map.of("multi_region", true, "organization_trail", true)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", OWN_TRAIL),
				uncovered("555555555555", HOME));
	}

	@Test
	void doesNotKnowWhereTheOrganizationsTrailDoesNotShow() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME, OTHER)
			.row("trail_list", MEMBER, "global", Map.of("shown_in", OTHER, "trails", 0))
			.row("trail", MANAGEMENT, HOME,
					trail(ORGANIZATION_TRAIL, "ALL", Map.of("multi_region", true, "organization_trail", true)));
		assertThat(coverage()).containsExactly(unknown(MEMBER, HOME), unknown(MEMBER, OTHER));
		assertThat(unreadReason(MEMBER, HOME)).hasValue("The organization trail " + ORGANIZATION_TRAIL
				+ " is to record this account, but does not show in it.");
	}

	@Test
	void doesNotExpectATrailOfOneRegionToShowElsewhere() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.member("555555555555")
			.read(MEMBER, "cloudtrail", HOME, OTHER)
			.read("555555555555", "cloudtrail", HOME, OTHER)
			.row("trail_list", MEMBER, "global", Map.of("shown_in", OTHER, "trails", 0))
			.row("trail_list", "555555555555", "global", Map.of("shown_in", HOME, "trails", 0))
			.row("trail", MANAGEMENT, HOME, trail(ORGANIZATION_TRAIL, "ALL", Map.of("organization_trail", true)));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", ORGANIZATION_TRAIL),
				uncovered(MEMBER, OTHER), unknown("555555555555", HOME), uncovered("555555555555", OTHER));
	}

	@Test
	void doesNotKnowWhereATrailShowsThatItsOwnerDoesNotHave() {
		this.night.management(MANAGEMENT)
			.member(MEMBER)
			.read(MANAGEMENT, "cloudtrail", HOME)
			.read(MEMBER, "cloudtrail", HOME)
			.row("trail_shadow", MEMBER, "global", shadow(ORGANIZATION_TRAIL, MANAGEMENT));
		assertThat(unreadReason(MEMBER, HOME)).hasValue("The trail " + ORGANIZATION_TRAIL
				+ " shows here, but not in account " + MANAGEMENT + ", which owns it.");
		assertThat(coverage()).containsExactly(unknown(MEMBER, HOME), uncovered(MANAGEMENT, HOME));
	}

	@Test
	void doesNotUniteToAllWhatEveryTrailLeavesOut() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.row("trail", MEMBER, HOME, narrowed("-1", List.of("*", "-kms.amazonaws.com", "-a.amazonaws.com")))
			.row("trail", MEMBER, HOME, narrowed("-2", List.of("*", "-kms.amazonaws.com")));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "EXCEPT", OWN_TRAIL + "-1", OWN_TRAIL + "-2"));
	}

	@Test
	void unitesToAllWhatOneTrailLeavesOutAndAnotherNames() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.row("trail", MEMBER, HOME, narrowed("-1", List.of("*", "-kms.amazonaws.com")))
			.row("trail", MEMBER, HOME, narrowed("-2", List.of("kms.amazonaws.com")));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "ALL", OWN_TRAIL + "-1", OWN_TRAIL + "-2"));
	}

	@Test
	void doesNotTakeSomeOfTheReadsForAll() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.row("trail", MEMBER, HOME, trail(OWN_TRAIL + "-0", "WRITE_ONLY", Map.of()))
			.row("trail", MEMBER, HOME, Map.of("arn", OWN_TRAIL + "-1", "logging", true, "management_events", "EXCEPT",
					"management_reads", List.of("*", "-kms.amazonaws.com")));
		assertThat(coverage()).containsExactly(covered(MEMBER, HOME, "EXCEPT", OWN_TRAIL + "-0", OWN_TRAIL + "-1"));
	}

	@Test
	void doesNotKnowWhatATrailOfUnknownSelectorsCovers() {
		this.night.member(MEMBER)
			.read(MEMBER, "cloudtrail", HOME)
			.row("trail", MEMBER, HOME, Map.of("arn", OWN_TRAIL, "logging", true, "management_events", "UNKNOWN",
					"management_unknown", List.of("tomorrow")));
		assertThat(coverage()).containsExactly(unknown(MEMBER, HOME));
	}

	private static Map<String, Object> narrowed(String name, List<String> services) {
		return Map.of("arn", OWN_TRAIL + name, "logging", true, "management_events", "EXCEPT", "management_reads",
				services, "management_writes", services);
	}

	@Test
	void namesNoCellOfAnotherMember() {
		this.night.member("555555555555")
			.member(MEMBER)
			.read(MANAGEMENT, "organizations-delegation", "global")
			.denied("555555555555", "cloudtrail", HOME, "cloudtrail:DescribeTrails")
			.read(MEMBER, "cloudtrail", HOME)
			.row("delegated_administrator", MANAGEMENT, "global",
					Map.of("administrator_id", "555555555555", "service_principal", "config.amazonaws.com"));
		assertThat(unreadReason(MEMBER, HOME)).isEmpty();
	}

	@Test
	void namesNoCellOfAnotherListedAccount() {
		this.night.listed("555555555555")
			.listed(MEMBER)
			.cell("555555555555", "organizations-delegation", "global", CellStatus.EXCLUDED)
			.denied("555555555555", "cloudtrail", HOME, "cloudtrail:DescribeTrails")
			.read(MEMBER, "cloudtrail", HOME);
		assertThat(unreadReason(MEMBER, HOME)).isEmpty();
	}

	/** What covers, without what could not be read. */
	private List<TrailCoverage> coverage() {
		return this.night.trailCoverage()
			.stream()
			.map((row) -> new TrailCoverage(row.accountId(), row.region(), row.covered(), row.managementEvents(),
					row.trailArns(), row.trailAccountIds(), null))
			.toList();
	}

	private Optional<String> unreadReason(String account, String region) {
		return this.night.trailCoverage()
			.stream()
			.filter((row) -> row.accountId().value().equals(account) && row.region().equals(region))
			.map(TrailCoverage::unreadReason)
			.filter(Objects::nonNull)
			.findFirst();
	}

	private static Map<String, Object> trail(String arn, String managementEvents, Map<String, Boolean> kind) {
		return Map.of("arn", arn, "logging", true, "management_events", managementEvents, "multi_region",
				kind.getOrDefault("multi_region", false), "organization_trail",
				kind.getOrDefault("organization_trail", false));
	}

	private static Map<String, Object> shadow(String arn, String owner) {
		return Map.of("arn", arn, "owner_account_id", owner, "home_region", HOME, "multi_region", true);
	}

	private static TrailCoverage covered(String account, String region, String events, String... arns) {
		return new TrailCoverage(new AccountId(account), region, true, events, List.of(arns),
				List.of(arns[0].contains(MANAGEMENT) ? MANAGEMENT : MEMBER), null);
	}

	private static TrailCoverage uncovered(String account, String region) {
		return new TrailCoverage(new AccountId(account), region, false, "NONE", List.of(), List.of(), null);
	}

	private static TrailCoverage unknown(String account, String region) {
		return new TrailCoverage(new AccountId(account), region, null, null, List.of(), List.of(), null);
	}

}
