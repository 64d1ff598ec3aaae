package dev.rollcall.collect;

import java.util.List;
import java.util.function.Function;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeAws.Answer;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.DescribePendingAggregationRequestsResponse;
import software.amazon.awssdk.services.config.model.DescribeRetentionConfigurationsResponse;

/**
 * Sources as services have them that one account runs for the organization: management
 * names the administrator of a Region, which knows the state of some accounts there; the
 * others are asked.
 */
public final class GuardSources {

	/** What management and the administrator are asked. */
	public static final String OF_OWNERS = "config:DescribePendingAggregationRequests";

	/** What an account is asked of which the administrator proves nothing. */
	public static final String OF_ACCOUNTS = "config:DescribeRetentionConfigurations";

	private GuardSources() {
	}

	/** All of them. */
	public static List<Source> all() {
		return List.of(administrators(), organization(), state());
	}

	/** Answers them. */
	public static FakeAws in(FakeAws aws) {
		return aws.on(OF_OWNERS, Answer.of(DescribePendingAggregationRequestsResponse.builder().build()))
			.on(OF_ACCOUNTS, Answer.of(DescribeRetentionConfigurationsResponse.builder().build()));
	}

	private static Source administrators() {
		return owner(
				SourceDefinition.organizational("guard-administrators", Scope.ORGANIZATION_REGION, ConfigClient.class)
					.askedIn(AskedIn.MANAGEMENT)
					.evidence(GuardAdministrator.class),
				(cell) -> {
					cell.emit(new GuardAdministrator(new AccountId(Cells.MEMBER)));
					return Source.Answer.READ;
				});
	}

	private static Source organization() {
		return owner(
				SourceDefinition.organizational("guard-organization", Scope.ORGANIZATION_REGION, ConfigClient.class)
					.askedIn(AskedIn.NAMED_ADMINISTRATOR)
					.dependsOn("guard-administrators")
					.evidence(GuardMember.class),
				(cell) -> {
					for (AccountId account : cell.night().discovery().accountIds()) {
						cell.emit(account, cell.region().id(), new GuardMember(state(account)));
					}
					return Source.Answer.READ;
				});
	}

	private static String state(AccountId account) {
		return switch (account.value().charAt(0)) {
			case '1', '3' -> "ON";
			case '5' -> "OFF";
			default -> "UNKNOWN";
		};
	}

	private static Source owner(SourceDefinition.Builder definition, Function<CellScope, Source.Answer> found) {
		return new GivenSource(definition.operations("0.2.0", OF_OWNERS).build(), (cell) -> {
			cell.client(ConfigClient.class).describePendingAggregationRequests();
			return found.apply(cell);
		});
	}

	private static Source state() {
		SourceDefinition definition = SourceDefinition.regional("guard", ConfigClient.class)
			.operations("0.2.0", OF_ACCOUNTS)
			.evidence(GuardState.class)
			.answeredBy("guard-organization")
			.build();
		return new Source() {

			@Override
			public SourceDefinition definition() {
				return definition;
			}

			@Override
			public Answer collect(CellScope cell) {
				cell.client(ConfigClient.class).describeRetentionConfigurations();
				cell.emit(new GuardState("asked"));
				return Answer.READ;
			}

			@Override
			public Proof prove(OwnerAnswer owner) {
				return owner.aboutAccount(GuardMember.class).stream().findFirst().map((member) -> {
					if (member.state().equals("ON")) {
						owner.emit(new GuardState("proven"));
						return Proof.READ;
					}
					return member.state().equals("OFF") ? Proof.NOT_ENABLED : Proof.NOTHING;
				}).orElse(Proof.NOTHING);
			}

		};
	}

	/** Whom management names. */
	public record GuardAdministrator(AccountId administrator) implements NamesAdministrator {

	}

	/** What the administrator knows of an account. */
	public record GuardMember(String state) {

	}

	/** What is known of an account, and by whom. */
	public record GuardState(String known) {

	}

}
