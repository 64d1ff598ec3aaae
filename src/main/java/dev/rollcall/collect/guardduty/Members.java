package dev.rollcall.collect.guardduty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rollcall.account.Pages;
import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.GetMemberDetectorsResponse;
import software.amazon.awssdk.services.guardduty.model.ListMembersResponse;
import software.amazon.awssdk.services.guardduty.model.Member;
import software.amazon.awssdk.services.guardduty.model.MemberDataSourceConfiguration;

/**
 * What the administrator of a Region knows of its members. What they look at is asked of
 * those alone whose relationship says that they do.
 */
final class Members {

	/** The one word of a relationship that says that the member's detector is on. */
	static final String ENABLED = "Enabled";

	private static final String LIST = "guardduty:ListMembers";

	private static final String GET = "guardduty:GetMemberDetectors";

	/** How many accounts one call may ask about. */
	private static final int AT_ONCE = 50;

	private final GuardDutyClient client;

	private final String administrator;

	private final String detector;

	private final Map<String, GuarddutyMember> members = new LinkedHashMap<>();

	private Members(CellScope cell, String detector) {
		this.client = cell.client(GuardDutyClient.class);
		this.administrator = cell.account().id().value();
		this.detector = detector;
	}

	/**
	 * Reads the members of an administrator.
	 * @param detector the administrator's own
	 * @return each by its account
	 */
	static Map<String, GuarddutyMember> of(CellScope cell, String detector) {
		Members members = new Members(cell, detector);
		members.list(cell);
		members.describe();
		return members.members;
	}

	/** Those that are members no longer are listed too, unless it is said otherwise. */
	private void list(CellScope cell) {
		Pages.each((token) -> this.client.listMembers((request) -> request.detectorId(this.detector)
			.onlyAssociated("false")
			.maxResults(GuarddutyAdministratorsSource.PAGE)
			.nextToken(token)), ListMembersResponse::nextToken, (page) -> {
				page.members().forEach(this::add);
				cell.holds(this.members.size());
			});
	}

	private void add(Member listed) {
		String account = listed.accountId();
		if (account == null || listed.relationshipStatus() == null) {
			throw new UnexpectedAnswerException(LIST + " showed the account " + account + " in the relationship "
					+ listed.relationshipStatus() + "; both were expected");
		}
		GuarddutyMember member = member(listed);
		GuarddutyMember before = this.members.put(account, member);
		if (before != null && !before.equals(member)) {
			this.members.put(account, unprocessed(member,
					LIST + " shows it as " + before.relationshipStatus() + " and as " + member.relationshipStatus()));
		}
	}

	private GuarddutyMember member(Member listed) {
		String administrator = Optional.ofNullable(listed.administratorId())
			.or(() -> Optional.ofNullable(listed.masterId()))
			.orElse(this.administrator);
		String other = administrator.equals(this.administrator) ? null
				: LIST + " calls " + administrator + " its administrator";
		String status = listed.relationshipStatus().equalsIgnoreCase(ENABLED) ? ENABLED : listed.relationshipStatus();
		return new GuarddutyMember(administrator, status, listed.detectorId(), other, Map.of(), Map.of());
	}

	private void describe() {
		List<String> asked = this.members.entrySet()
			.stream()
			.filter((member) -> member.getValue().relationshipStatus().equals(ENABLED))
			.filter((member) -> member.getValue().unprocessed() == null)
			.map(Map.Entry::getKey)
			.toList();
		for (int from = 0; from < asked.size(); from += AT_ONCE) {
			describe(asked.subList(from, Math.min(from + AT_ONCE, asked.size())));
		}
	}

	/** Of whom the answer says nothing, nothing is known. */
	private void describe(List<String> asked) {
		GetMemberDetectorsResponse answer = this.client
			.getMemberDetectors((request) -> request.detectorId(this.detector).accountIds(asked));
		List<String> open = new ArrayList<>(asked);
		for (MemberDataSourceConfiguration described : answer.memberDataSourceConfigurations()) {
			if (open.remove(described.accountId())) {
				this.members.computeIfPresent(described.accountId(),
						(account, member) -> described(member, states(described)));
			}
		}
		open.forEach((account) -> this.members.computeIfPresent(account,
				(id, member) -> unprocessed(member, GET + " does not name it")));
		answer.unprocessedAccounts()
			.forEach((account) -> this.members.computeIfPresent(String.valueOf(account.accountId()),
					(id, member) -> unprocessed(member, account.result())));
	}

	private static FeatureStates states(MemberDataSourceConfiguration described) {
		FeatureStates.Builder states = new FeatureStates.Builder(GET);
		described.features().forEach((feature) -> {
			states.feature(feature.nameAsString(), feature.statusAsString());
			feature.additionalConfiguration()
				.forEach((belonging) -> states.additional(feature.nameAsString(), belonging.nameAsString(),
						belonging.statusAsString()));
		});
		DataSources.read(described.dataSources(), states);
		return states.build();
	}

	private static GuarddutyMember described(GuarddutyMember member, FeatureStates states) {
		return new GuarddutyMember(member.administratorId(), member.relationshipStatus(), member.detectorId(), null,
				states.features(), states.dataSources());
	}

	private static GuarddutyMember unprocessed(GuarddutyMember member, @Nullable String why) {
		return new GuarddutyMember(member.administratorId(), member.relationshipStatus(), member.detectorId(),
				(why != null) ? why : "The account was not processed", Map.of(), Map.of());
	}

}
