package dev.rollcall.collect.ec2;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.CellScope;
import dev.rollcall.collect.Source;
import dev.rollcall.collect.SourceDefinition;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Reads whether new volumes of a Region are encrypted whatever asks for them. EC2 does
 * not say who has set it.
 */
@Component
class Ec2EbsEncryptionSource implements Source {

	private static final String OPERATION = "ec2:GetEbsEncryptionByDefault";

	@Override
	public SourceDefinition definition() {
		return SourceDefinition.regional("ec2-ebs-encryption", Ec2Client.class)
			.operations("0.5.0", OPERATION)
			.evidence(AccountDefault.class)
			.whenEmpty("FAILED")
			.build();
	}

	@Override
	public Answer collect(CellScope cell) {
		Boolean encrypted = cell.client(Ec2Client.class).getEbsEncryptionByDefault((request) -> {
		}).ebsEncryptionByDefault();
		if (encrypted == null) {
			throw new UnexpectedAnswerException(OPERATION + " does not say whether new volumes are encrypted");
		}
		cell.emit(AccountDefault.of("EBS_ENCRYPTION", encrypted ? "ENABLED" : "DISABLED", null));
		return Answer.READ;
	}

}
