package dev.rollcall.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSessions;
import dev.rollcall.account.Arn;
import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.doctor.Diagnosis.Subject;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
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
		List<Tried> tried = entered.stream().map(this::tried).toList();
		return Stream
			.concat(seen(tried).stream(),
					tried.stream().filter((one) -> one.answer() == Answer.UNKNOWN).map(TrustCheck::unknown))
			.toList();
	}

	private Optional<Diagnosis> seen(List<Tried> tried) {
		List<String> open = tried.stream()
			.filter((one) -> one.answer() == Answer.OPEN)
			.map((one) -> one.account().value())
			.toList();
		if (!open.isEmpty()) {
			return Optional.of(Diagnosis.note(Subject.TRUST, null,
					"without the ExternalId %d of %d let us in, which are %s".formatted(open.size(), tried.size(),
							String.join(", ", open)),
					"have the trust policy of " + this.roleName
							+ " ask for it there (sts:ExternalId; 'rollcall policy' prints 'trust')"));
		}
		long shut = tried.stream().filter((one) -> one.answer() == Answer.SHUT).count();
		return (shut == 0) ? Optional.empty() : Optional.of(Diagnosis.ok(Subject.TRUST, null,
				"without the ExternalId %d of %d refuse us, as they should".formatted(shut, tried.size())));
	}

	private static Diagnosis unknown(Tried tried) {
		return Diagnosis.note(Subject.TRUST, tried.account().value(),
				"whether it lets us in without the ExternalId is not known: " + tried.said(), "look again");
	}

	private Tried tried(AccountId account) {
		try {
			enter(account);
			return new Tried(account, Answer.OPEN, "");
		}
		catch (SdkException ex) {
			return new Tried(account, isRefusal(ex) ? Answer.SHUT : Answer.UNKNOWN, String.valueOf(ex.getMessage()));
		}
	}

	/** Any other failure says nothing of the role. */
	private static boolean isRefusal(SdkException failure) {
		return failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null
				&& String.valueOf(answer.awsErrorDetails().errorCode()).startsWith("AccessDenied");
	}

	private void enter(AccountId account) {
		this.sessions.own()
			.calls(EntryRefusedException.OPERATION)
			.client(StsClient.class, this.sessions.home())
			.assumeRole(AssumeRoleRequest.builder()
				.roleArn(Arn.role(this.sessions.partition(), account, this.roleName).toString())
				.roleSessionName("rollcall-doctor-without-external-id")
				.durationSeconds(SHORTEST_SECONDS)
				.policy(NOTHING)
				.build());
	}

	private enum Answer {

		OPEN, SHUT, UNKNOWN

	}

	/**
	 * What became of a try.
	 *
	 * @param said why it failed; empty where it did not
	 */
	private record Tried(AccountId account, Answer answer, String said) {

	}

}
