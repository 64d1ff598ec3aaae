package dev.rollcall.control;

import dev.rollcall.collect.CellStatus;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code ec2.block_public_snapshots}. */
class Ec2BlockPublicSnapshotsTests {

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "222222222222";

	@RegisterExtension
	final TestNight night = new TestNight();

	Ec2BlockPublicSnapshotsTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesABlockOfAllSharingCompliant() {
		this.night.read(ACCOUNT, "ec2-snapshot-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1",
				Map.of("name", "SNAPSHOT_PUBLIC_ACCESS", "state", "BLOCK_ALL_SHARING", "managed_by", "ACCOUNT"));
		assertThat(judge()).containsExactly(
				Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT", "No snapshot is shared with everybody, nor can be."));
	}

	@Test
	void judgesABlockOfNewSharingAloneNonCompliant() {
		this.night.read(ACCOUNT, "ec2-snapshot-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "SNAPSHOT_PUBLIC_ACCESS", "state", "BLOCK_NEW_SHARING", "managed_by",
				"DECLARATIVE_POLICY"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT",
				"Snapshots that were public before are so still: only new sharing is blocked."));
	}

	@Test
	void judgesNoBlockNonCompliant() {
		this.night.read(ACCOUNT, "ec2-snapshot-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1",
				Map.of("name", "SNAPSHOT_PUBLIC_ACCESS", "state", "UNBLOCKED", "managed_by", "ACCOUNT"));
		assertThat(judge()).containsExactly(
				Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT", "Snapshots can be shared with everybody."));
	}

	@Test
	void knowsOnlyTheWordsThatItKnows() {
		this.night.read(ACCOUNT, "ec2-snapshot-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "SNAPSHOT_PUBLIC_ACCESS", "state", "SOMETIMES"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
				"EC2 does not say whether snapshots can be shared with everybody."));
	}

	@Test
	void doesNotKnowWhereNothingSaysIt() {
		this.night.read(ACCOUNT, "ec2-snapshot-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "SERIAL_CONSOLE", "state", "BLOCK_NEW_SHARING"));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void takesNoOtherRegionsOrAccountsDefault() {
		this.night.member(OTHER)
			.read(ACCOUNT, "ec2-snapshot-sharing", "eu-west-1", "us-east-1")
			.read(OTHER, "ec2-snapshot-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "SNAPSHOT_PUBLIC_ACCESS", "state", "BLOCK_ALL_SHARING"));
		set(ACCOUNT, "eu-west-1", Map.of("name", "SNAPSHOT_PUBLIC_ACCESS", "state", "BLOCK_NEW_SHARING"));
		set(OTHER, "us-east-1", Map.of("name", "SNAPSHOT_PUBLIC_ACCESS", "state", "BLOCK_NEW_SHARING"));
		assertThat(judge()).extracting(Judgement::verdict)
			.containsExactly("NON_COMPLIANT", "COMPLIANT", "NON_COMPLIANT");
	}

	@Test
	void doesNotKnowWhereTheCellIsAGapWhateverOthersSay() {
		this.night.denied(ACCOUNT, "ec2-snapshot-sharing", "us-east-1", "ec2:GetSnapshotBlockPublicAccessState")
			.read(ACCOUNT, "ec2-defaults", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "SNAPSHOT_PUBLIC_ACCESS", "state", "BLOCK_ALL_SHARING"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
				"ec2:GetSnapshotBlockPublicAccessState was denied (AccessDenied); the permission ec2:GetSnapshotBlockPublicAccessState is missing."));
	}

	@Test
	void appliesToNoAccountThatIsClosed() {
		this.night.cell(ACCOUNT, "ec2-snapshot-sharing", "us-east-1", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("NOT_APPLICABLE");
	}

	@Test
	void takesABlockOfNewSharingForEnoughWhereToldTo() {
		this.night.read(ACCOUNT, "ec2-snapshot-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "SNAPSHOT_PUBLIC_ACCESS", "state", "BLOCK_NEW_SHARING"));
		assertThat(this.night
			.judge(Chosen.control("ec2.block_public_snapshots", Map.of("new_sharing_suffices", List.of("true")))))
			.containsExactly(Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT",
					"No snapshot can be newly shared with everybody; one that was public before stays so."));
	}

	@Test
	void takesNoMissingBlockForEnoughWhateverItIsTold() {
		this.night.read(ACCOUNT, "ec2-snapshot-sharing", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "SNAPSHOT_PUBLIC_ACCESS", "state", "UNBLOCKED"));
		assertThat(this.night
			.judge(Chosen.control("ec2.block_public_snapshots", Map.of("new_sharing_suffices", List.of("true")))))
			.extracting(Judgement::verdict)
			.containsExactly("NON_COMPLIANT");
	}

	private void set(String account, String region, Map<String, ?> values) {
		this.night.row("account_default", account, region, values);
	}

	private List<Judgement> judge() {
		return this.night.judge("ec2.block_public_snapshots");
	}

}
