package dev.rollcall.collect.s3control;

import java.util.Objects;
import java.util.stream.Stream;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.NoSuchPublicAccessBlockConfigurationException;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** Reads what S3 blocks for an account as a whole. */
@Component
class S3AccountBlockSource implements Source {

	private static final String OPERATION = "s3control:GetPublicAccessBlock";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.global("s3-account-block", S3ControlClient.class)
			.operations("0.5.0", OPERATION)
			.evidence(S3AccountBlock.class)
			.whenEmpty("NOT_ENABLED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		try {
			PublicAccessBlockConfiguration block = cell.client(S3ControlClient.class)
				.getPublicAccessBlock((request) -> request.accountId(cell.account().id().value()))
				.publicAccessBlockConfiguration();
			if (block == null || saysNothing(block)) {
				throw new UnexpectedAnswerException(OPERATION + " answered no configuration");
			}
			cell.emit(new S3AccountBlock(block.blockPublicAcls(), block.ignorePublicAcls(), block.blockPublicPolicy(),
					block.restrictPublicBuckets()));
			return Answer.READ;
		}
		catch (NoSuchPublicAccessBlockConfigurationException ex) {
			return Answer.NOT_ENABLED;
		}
	}

	private static boolean saysNothing(PublicAccessBlockConfiguration block) {
		return Stream
			.of(block.blockPublicAcls(), block.ignorePublicAcls(), block.blockPublicPolicy(),
					block.restrictPublicBuckets())
			.allMatch(Objects::isNull);
	}

}
