package dev.rollcall.job;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.rollcall.account.Arn;
import dev.rollcall.publication.CannotSignException;
import dev.rollcall.publication.Manifest.SigningKey;
import dev.rollcall.publication.Signer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;
import software.amazon.awssdk.services.kms.model.InvalidKeyUsageException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SignResponse;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Signs with an asymmetric key that never leaves KMS. */
final class KmsSigner implements Signer {

	/** What KMS and Java call the same. */
	private static final Map<SigningAlgorithmSpec, String> ALGORITHMS = algorithms();

	private static final byte[] TRIAL = "rollcall: can this key sign?".getBytes(StandardCharsets.UTF_8);

	private final KmsClient kms;

	private final String keyId;

	private final SigningAlgorithmSpec algorithm;

	private final SigningKey key;

	private KmsSigner(KmsClient kms, String keyId, SigningAlgorithmSpec algorithm, SigningKey key) {
		this.kms = kms;
		this.keyId = keyId;
		this.algorithm = algorithm;
		this.key = key;
	}

	private static Map<SigningAlgorithmSpec, String> algorithms() {
		Map<SigningAlgorithmSpec, String> algorithms = new LinkedHashMap<>();
		algorithms.put(SigningAlgorithmSpec.ECDSA_SHA_256, "SHA256withECDSA");
		algorithms.put(SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256, "SHA256withRSA");
		algorithms.put(SigningAlgorithmSpec.ECDSA_SHA_384, "SHA384withECDSA");
		algorithms.put(SigningAlgorithmSpec.ECDSA_SHA_512, "SHA512withECDSA");
		return algorithms;
	}

	/**
	 * Finds out, by signing, whether a key can sign and how: that takes no permission but
	 * the one to sign.
	 * @param keyId an ARN, an alias or an id
	 * @throws CannotSignException where it cannot
	 */
	static KmsSigner of(String keyId) {
		return of(client(keyId), keyId);
	}

	static KmsSigner of(KmsClient kms, String keyId) {
		SdkException last = null;
		for (Map.Entry<SigningAlgorithmSpec, String> algorithm : ALGORITHMS.entrySet()) {
			try {
				SignResponse signed = sign(kms, keyId, algorithm.getKey(), TRIAL);
				return new KmsSigner(kms, keyId, algorithm.getKey(),
						new SigningKey(algorithm.getValue(), signed.keyId()));
			}
			catch (SdkException ex) {
				if (!isOfAnotherAlgorithm(ex)) {
					throw cannot(keyId, ex);
				}
				last = ex;
			}
		}
		throw new CannotSignException(keyId + ": an asymmetric key for SIGN_VERIFY, ECC_NIST or RSA, was expected",
				last);
	}

	/** A key refuses what is not made for it in one of two ways. */
	private static boolean isOfAnotherAlgorithm(SdkException failure) {
		return failure instanceof InvalidKeyUsageException || failure instanceof KmsException answer
				&& "ValidationException".equals(answer.awsErrorDetails().errorCode());
	}

	private static KmsClient client(String keyId) {
		KmsClientBuilder builder = KmsClient.builder()
			.httpClientBuilder(ApacheHttpClient.builder().maxConnections(2))
			.overrideConfiguration((configuration) -> configuration.retryStrategy(RetryMode.STANDARD)
				.apiCallAttemptTimeout(Duration.ofSeconds(20))
				.apiCallTimeout(Duration.ofMinutes(2)));
		region(keyId).ifPresent(builder::region);
		return builder.build();
	}

	private static Optional<Region> region(String keyId) {
		return Arn.parse(keyId).map(Arn::region).map(Region::of);
	}

	@Override
	public SigningKey key() {
		return this.key;
	}

	@Override
	public byte[] sign(byte[] text) {
		try {
			return sign(this.kms, this.keyId, this.algorithm, text).signature().asByteArray();
		}
		catch (SdkException ex) {
			throw cannot(this.keyId, ex);
		}
	}

	private static SignResponse sign(KmsClient kms, String keyId, SigningAlgorithmSpec algorithm, byte[] text) {
		return kms.sign((request) -> request.keyId(keyId)
			.signingAlgorithm(algorithm)
			.messageType(MessageType.RAW)
			.message(SdkBytes.fromByteArray(text)));
	}

	private static CannotSignException cannot(String keyId, SdkException failure) {
		return new CannotSignException(keyId + " does not sign: " + failure.getMessage(), failure);
	}

}
