package dev.rollcall.control;

import dev.rollcall.collect.CellStatus;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code ec2.block_public_images}. */
class Ec2BlockPublicImagesTests {

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "222222222222";

	@RegisterExtension
	final TestNight night = new TestNight();

	Ec2BlockPublicImagesTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesABlockCompliantAndSaysWhatItLeaves() {
		this.night.read(ACCOUNT, "ec2-image-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1",
				Map.of("name", "IMAGE_PUBLIC_ACCESS", "state", "BLOCK_NEW_SHARING", "managed_by", "ACCOUNT"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT",
				"No image can be newly shared with everybody; one that was public before stays so."));
	}

	@Test
	void judgesNoBlockNonCompliant() {
		this.night.read(ACCOUNT, "ec2-image-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "IMAGE_PUBLIC_ACCESS", "state", "UNBLOCKED", "managed_by", "ACCOUNT"));
		assertThat(judge()).containsExactly(
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT", "Images can be shared with everybody."));
	}

	@Test
	void knowsOnlyTheWordsThatItKnows() {
		this.night.read(ACCOUNT, "ec2-image-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "IMAGE_PUBLIC_ACCESS", "state", "SOMETIMES"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
				"EC2 does not say whether images can be shared with everybody."));
	}

	@Test
	void doesNotKnowWhereNothingSaysIt() {
		this.night.read(ACCOUNT, "ec2-image-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "SERIAL_CONSOLE", "state", "UNBLOCKED"));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void takesNoOtherRegionsOrAccountsDefault() {
		this.night.member(OTHER)
			.read(ACCOUNT, "ec2-image-sharing", "eu-west-1", "us-east-1")
			.read(OTHER, "ec2-image-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "IMAGE_PUBLIC_ACCESS", "state", "BLOCK_NEW_SHARING"));
		set(ACCOUNT, "eu-west-1", Map.of("name", "IMAGE_PUBLIC_ACCESS", "state", "UNBLOCKED"));
		set(OTHER, "us-east-1", Map.of("name", "IMAGE_PUBLIC_ACCESS", "state", "UNBLOCKED"));
		assertThat(judge()).extracting(Judgement::verdict)
			.containsExactly("NON_COMPLIANT", "COMPLIANT", "NON_COMPLIANT");
	}

	@Test
	void doesNotKnowWhereTheCellIsAGapWhateverOthersSay() {
		this.night.denied(ACCOUNT, "ec2-image-sharing", "us-east-1", "ec2:GetImageBlockPublicAccessState")
			.read(ACCOUNT, "ec2-defaults", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "IMAGE_PUBLIC_ACCESS", "state", "BLOCK_NEW_SHARING"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
				"ec2:GetImageBlockPublicAccessState was denied (AccessDenied); the permission ec2:GetImageBlockPublicAccessState is missing."));
	}

	@Test
	void appliesToNoAccountThatIsClosed() {
		this.night.cell(ACCOUNT, "ec2-image-sharing", "us-east-1", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("NOT_APPLICABLE");
	}

	private void set(String account, String region, Map<String, ?> values) {
		this.night.row("account_default", account, region, values);
	}

	private List<Judgement> judge() {
		return this.night.judge("ec2.block_public_images");
	}

}
