package dev.rollcall.collect;

import java.time.Instant;
import java.util.List;

import dev.rollcall.account.AccountId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CoverageTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					sts:AssumeRole | TRUST | was denied: the role is missing or does not trust us (Denied).
					sts:AssumeRole | IDENTITY | was denied by the policy of what runs Rollcall (Denied); the permission sts:AssumeRole is missing.
					organizations:ListTagsForResource | IDENTITY | was denied by the policy of the organization's reader (Denied); the permission organizations:ListTagsForResource is missing.
					s3:ListBuckets | IDENTITY | was denied by the role's own policy (Denied); the permission s3:ListAllMyBuckets is missing.
					config:DescribeConfigRules | SCP | was denied by a service control policy (Denied); the permission config:DescribeConfigRules is missing.
					""")
	void saysWhoseThePolicyIsThatDenied(String operation, DeniedBy deniedBy, String said) {
		CellFailure failure = new CellFailure(CellStatus.DENIED, operation, "Denied", "no", deniedBy, null);
		Cell cell = new Cell(new AccountId("111122223333"), Cell.GLOBAL, "any");
		CellResult result = new CellResult(cell, CellStatus.DENIED, failure, 1, 0, null, 0, Instant.EPOCH, List.of(),
				List.of());
		assertThat(Coverage.of(result, ExpectedGaps.NONE).unreadReason()).isEqualTo(operation + " " + said);
	}

}
