package dev.rollcall.collect.ec2;

import java.util.List;

import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.collect.Vocabulary;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.ImageBlockPublicAccessDisabledState;
import software.amazon.awssdk.services.ec2.model.ImageBlockPublicAccessEnabledState;
import software.amazon.awssdk.services.ec2.model.ManagedBy;

/** Reads whether images of a Region can be shared with everybody. */
@Component
class Ec2ImageSharingSource implements Source {

	private static final String OPERATION = "ec2:GetImageBlockPublicAccessState";

	/** The model has a list of words for each side of the switch. */
	private static final List<String> STATES = List.of(ImageBlockPublicAccessEnabledState.BLOCK_NEW_SHARING.toString(),
			ImageBlockPublicAccessDisabledState.UNBLOCKED.toString());

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("ec2-image-sharing", Ec2Client.class)
			.operations("0.5.0", OPERATION)
			.evidence(AccountDefault.class)
			.whenEmpty("FAILED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		GetImageBlockPublicAccessStateResponse answer = cell.client(Ec2Client.class)
			.getImageBlockPublicAccessState((request) -> {
			});
		cell.emit(AccountDefault.of("IMAGE_PUBLIC_ACCESS",
				Vocabulary.required(OPERATION + ": ImageBlockPublicAccessState", STATES,
						answer.imageBlockPublicAccessState()),
				Vocabulary.known(OPERATION + ": ManagedBy", ManagedBy.class, answer.managedByAsString())));
		return Answer.READ;
	}

}
