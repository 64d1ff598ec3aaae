package dev.rollcall.doctor;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.account.Arn;
import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.doctor.Diagnosis.Subject;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * Whether a role asks for the ExternalId that we have. One that lets us in without it
 * would let us in for anybody who can make us call it.
 */
final class TrustCheck {

	/** What is opened by trying can do nothing. */
	private static final String NOTHING = """
			{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";

	private static final int SHORTEST_SECONDS = 900;

	private final AccountSessions sessions;

	private final String roleName;

	/**
	 * A check of one role name.
	 * @param sessions ours; roles are tried with our own credentials
	 */
	TrustCheck(AccountSessions sessions, String roleName) {
		this.sessions = sessions;
		this.roleName = roleName;
	}

	/**
	 * Tries to enter accounts without an ExternalId.
	 * @param entered accounts that let us in with it, ours not among them
	 */
	List<Diagnosis> of(List<AccountId> entered) {
		List<String> open = new ArrayList<>();
		entered.stream().filter(this::isOpen).forEach((account) -> open.add(account.value()));
		if (open.isEmpty()) {
			return entered.isEmpty() ? List.of() : List.of(Diagnosis.ok(Subject.TRUST, null,
					"without the ExternalId none of %d lets us in, as it should be".formatted(entered.size())));
		}
		return List.of(Diagnosis.note(Subject.TRUST, null,
				"%d of %d let us in without the ExternalId: %s".formatted(open.size(), entered.size(),
						String.join(", ", open)),
				"have the trust policy of " + this.roleName
						+ " ask for it there (sts:ExternalId; 'rollcall policy' prints 'trust')"));
	}

	private boolean isOpen(AccountId account) {
		try {
			this.sessions.own()
				.calls(EntryRefusedException.OPERATION)
				.client(StsClient.class, this.sessions.home())
				.assumeRole(AssumeRoleRequest.builder()
					.roleArn(Arn.role(this.sessions.partition(), account, this.roleName).toString())
					.roleSessionName("rollcall-doctor-without-external-id")
					.durationSeconds(SHORTEST_SECONDS)
					.policy(NOTHING)
					.build());
			return true;
		}
		catch (SdkException ex) {
			return false;
		}
	}

}
