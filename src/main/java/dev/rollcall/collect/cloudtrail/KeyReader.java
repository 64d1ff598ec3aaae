package dev.rollcall.collect.cloudtrail;

import java.util.Optional;

import dev.rollcall.account.UnexpectedAnswerException;
import dev.rollcall.collect.Vocabulary;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.ExpirationModelType;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.OriginType;
import software.amazon.awssdk.services.kms.model.UnsupportedOperationException;

/**
 * Reads a key of AWS KMS. Whether it rotates is asked only where it could: KMS refuses
 * the question for imported material and key stores of one's own, answers no for
 * asymmetric keys, and of one that is to be deleted it forgets the answer.
 */
final class KeyReader {

	private static final String DESCRIBED = "kms:DescribeKey: ";

	private final KmsClient kms;

	KeyReader(KmsClient kms) {
		this.kms = kms;
	}

	/**
	 * Reads a key.
	 * @param arn by which trails name it
	 * @param id as KMS takes it
	 * @throws software.amazon.awssdk.services.kms.model.NotFoundException where there is
	 * none
	 */
	TrailKey read(String arn, String id) {
		KeyMetadata key = this.kms.describeKey((request) -> request.keyId(id)).keyMetadata();
		if (key.arn() == null) {
			throw new UnexpectedAnswerException("kms:DescribeKey does not say which key " + arn + " is");
		}
		String state = Vocabulary.required(DESCRIBED + "KeyState", KeyState.class, key.keyStateAsString());
		String origin = Vocabulary.required(DESCRIBED + "Origin", OriginType.class, key.originAsString());
		String spec = Vocabulary.known(DESCRIBED + "KeySpec", KeySpec.class, key.keySpecAsString());
		Optional<GetKeyRotationStatusResponse> rotation = rotates(state, origin, spec) ? rotation(key.arn())
				: Optional.empty();
		return new TrailKey(arn, true, key.arn(), state,
				Vocabulary.required(DESCRIBED + "KeyManager", KeyManagerType.class, key.keyManagerAsString()), origin,
				spec, key.deletionDate(), rotation.map(GetKeyRotationStatusResponse::keyRotationEnabled).orElse(null),
				rotation.map(GetKeyRotationStatusResponse::rotationPeriodInDays).orElse(null), expires(key),
				key.validTo());
	}

	private static @Nullable Boolean expires(KeyMetadata key) {
		String model = Vocabulary.known(DESCRIBED + "ExpirationModel", ExpirationModelType.class,
				key.expirationModelAsString());
		return (model != null) ? model.equals(ExpirationModelType.KEY_MATERIAL_EXPIRES.toString()) : null;
	}

	private static boolean rotates(String state, String origin, @Nullable String spec) {
		return (state.equals(KeyState.ENABLED.toString()) || state.equals(KeyState.DISABLED.toString()))
				&& origin.equals(OriginType.AWS_KMS.toString())
				&& (spec == null || spec.equals(KeySpec.SYMMETRIC_DEFAULT.toString()));
	}

	private Optional<GetKeyRotationStatusResponse> rotation(String arn) {
		try {
			GetKeyRotationStatusResponse status = this.kms.getKeyRotationStatus((request) -> request.keyId(arn));
			if (status.keyRotationEnabled() == null) {
				throw new UnexpectedAnswerException(
						"kms:GetKeyRotationStatus does not say whether " + arn + " rotates");
			}
			return Optional.of(status);
		}
		catch (UnsupportedOperationException ex) {
			return Optional.empty();
		}
	}

}
