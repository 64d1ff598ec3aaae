package dev.rollcall.collect.ec2;

import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.ManagedBy;
import software.amazon.awssdk.services.ec2.model.SnapshotBlockPublicAccessState;

/** Reads whether snapshots of a Region can be, and are, shared with everybody. */
@Component
class Ec2SnapshotSharingSource implements Source {

	private static final String OPERATION = "ec2:GetSnapshotBlockPublicAccessState";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("ec2-snapshot-sharing", Ec2Client.class)
			.operations("0.5.0", OPERATION)
			.evidence(AccountDefault.class)
			.whenEmpty("FAILED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		GetSnapshotBlockPublicAccessStateResponse answer = cell.client(Ec2Client.class)
			.getSnapshotBlockPublicAccessState((request) -> {
			});
		cell.emit(AccountDefault.of("SNAPSHOT_PUBLIC_ACCESS",
				Vocabulary.required(OPERATION + ": State", SnapshotBlockPublicAccessState.class,
						answer.stateAsString()),
				Vocabulary.known(OPERATION + ": ManagedBy", ManagedBy.class, answer.managedByAsString())));
		return Answer.READ;
	}

}
