package dev.rollcall.simulator;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DriftTruthTests {

	@Test
	void readsEveryChangeOfThreeDays() throws IOException {
		DriftTruth truth = DriftTruth.read();
		assertThat(truth.controls()).hasSize(14);
		assertThat(truth.changes(1)).hasSize(58)
			.doesNotHaveDuplicates()
			.contains("ACCOUNT_GONE|null|909496099572|null|null|null|null",
					"RESOURCE_GONE|cloudtrail.log_validation|819326155827|us-east-1"
							+ "|arn:aws:cloudtrail:us-east-1:819326155827:trail/reads|COMPLIANT|null");
		assertThat(truth.changes(2)).hasSize(10);
		assertThat(truth.changes(3)).hasSize(4)
			.allMatch((change) -> change.startsWith("REAPPEARED|") || change.startsWith("RESOURCE_GONE|"));
	}

}
