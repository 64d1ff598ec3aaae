package dev.rollcall.collect.iam;

import dev.rollcall.account.UnexpectedAnswerException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CredentialReportTests {

	private static final String HEADER = "user,arn,password_enabled,password_last_used\n";

	@Test
	void takesWhatTheReportDoesNotKnowForUnknown() {
		assertThat(new CredentialReport(null, true)
			.parse(HEADER + "<root_account>,arn:aws:iam::1:root,not_supported,no_information")).singleElement()
			.satisfies((root) -> {
				assertThat(root.passwordEnabled()).isNull();
				assertThat(root.passwordLastUsedAt()).isNull();
			});
	}

	@Test
	void takesNoGarbageForNeverUsed() {
		assertThatExceptionOfType(UnexpectedAnswerException.class)
			.isThrownBy(() -> new CredentialReport(null, true)
				.parse(HEADER + "<root_account>,arn:aws:iam::1:root,true,yesterday"))
			.withMessage("The credential report has 'yesterday' as password_last_used where a time was expected");
	}

}
