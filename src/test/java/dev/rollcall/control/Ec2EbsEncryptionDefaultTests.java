package dev.rollcall.control;

import dev.rollcall.collect.CellStatus;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code ec2.ebs_encryption_default}. */
class Ec2EbsEncryptionDefaultTests {

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "222222222222";

	@RegisterExtension
	final TestNight night = new TestNight();

	Ec2EbsEncryptionDefaultTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesEncryptionCompliantAndSaysWhatItLeaves() {
		this.night.read(ACCOUNT, "ec2-ebs-encryption", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "EBS_ENCRYPTION", "state", "ENABLED"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT",
				"New volumes and copies of snapshots are encrypted; what existed before stays as it was."));
	}

	@Test
	void judgesNoEncryptionNonCompliant() {
		this.night.read(ACCOUNT, "ec2-ebs-encryption", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "EBS_ENCRYPTION", "state", "DISABLED"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT",
				"New volumes are encrypted only where somebody asks for it."));
	}

	@Test
	void knowsOnlyTheWordsThatItKnows() {
		this.night.read(ACCOUNT, "ec2-ebs-encryption", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "EBS_ENCRYPTION", "state", "SOMETIMES"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
				"EC2 does not say whether new volumes are encrypted."));
	}

	@Test
	void doesNotKnowWhereNothingSaysIt() {
		this.night.read(ACCOUNT, "ec2-ebs-encryption", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "SERIAL_CONSOLE", "state", "DISABLED"));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void takesNoOtherRegionsOrAccountsDefault() {
		this.night.member(OTHER)
			.read(ACCOUNT, "ec2-ebs-encryption", "eu-west-1", "us-east-1")
			.read(OTHER, "ec2-ebs-encryption", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "EBS_ENCRYPTION", "state", "ENABLED"));
		set(ACCOUNT, "eu-west-1", Map.of("name", "EBS_ENCRYPTION", "state", "DISABLED"));
		set(OTHER, "us-east-1", Map.of("name", "EBS_ENCRYPTION", "state", "DISABLED"));
		assertThat(judge()).extracting(Judgement::verdict)
			.containsExactly("NON_COMPLIANT", "COMPLIANT", "NON_COMPLIANT");
	}

	@Test
	void doesNotKnowWhereTheCellIsAGapWhateverOthersSay() {
		this.night.denied(ACCOUNT, "ec2-ebs-encryption", "us-east-1", "ec2:GetEbsEncryptionByDefault")
			.read(ACCOUNT, "ec2-defaults", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "EBS_ENCRYPTION", "state", "ENABLED"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
				"ec2:GetEbsEncryptionByDefault was denied (AccessDenied); the permission ec2:GetEbsEncryptionByDefault is missing."));
	}

	@Test
	void appliesToNoAccountThatIsClosed() {
		this.night.cell(ACCOUNT, "ec2-ebs-encryption", "us-east-1", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("NOT_APPLICABLE");
	}

	private void set(String account, String region, Map<String, ?> values) {
		this.night.row("account_default", account, region, values);
	}

	private List<Judgement> judge() {
		return this.night.judge("ec2.ebs_encryption_default");
	}

}
