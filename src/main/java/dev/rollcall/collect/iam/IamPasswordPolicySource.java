package dev.rollcall.collect.iam;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** Reads what IAM asks of passwords; an account that has set nothing has no policy. */
@Component
class IamPasswordPolicySource implements Source {

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.global("iam-password-policy", IamClient.class)
			.operations("0.5.0", "iam:GetAccountPasswordPolicy")
			.evidence(PasswordPolicy.class)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		try {
			var policy = cell.client(IamClient.class).getAccountPasswordPolicy((request) -> {
			}).passwordPolicy();
			if (policy == null) {
				throw new UnexpectedAnswerException("iam:GetAccountPasswordPolicy answered no policy");
			}
			cell.emit(new PasswordPolicy(policy.minimumPasswordLength(), policy.requireSymbols(),
					policy.requireNumbers(), policy.requireUppercaseCharacters(), policy.requireLowercaseCharacters(),
					policy.allowUsersToChangePassword(), maxAge(policy.expirePasswords(), policy.maxPasswordAge()),
					policy.passwordReusePrevention(), policy.hardExpiry()));
			return Answer.READ;
		}
		catch (NoSuchEntityException ex) {
			return Answer.NOT_ENABLED;
		}
	}

	/** Where passwords do not expire, no age binds, whichever is said. */
	private static @Nullable Integer maxAge(@Nullable Boolean expires, @Nullable Integer days) {
		return Boolean.FALSE.equals(expires) ? null : days;
	}

}
