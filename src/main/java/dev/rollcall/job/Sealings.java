package dev.rollcall.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import dev.rollcall.configuration.Seal;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Retention;
import dev.rollcall.input.BadInputException;
import dev.rollcall.publication.CannotSignException;
import dev.rollcall.publication.LocalSigner;
import dev.rollcall.publication.Sealing;
import dev.rollcall.publication.Sealing.Lock;
import dev.rollcall.publication.Signer;

/**
 * Makes sure, before an account is called, that tonight can be guarded as the
 * configuration asks: the key signs a text for trial, and the bucket has Object Lock.
 */
public final class Sealings {

	private Sealings() {
	}

	/**
	 * How a night is guarded.
	 * @throws BadInputException naming the key that asks for what cannot be had
	 */
	public static Sealing of(Seal seal, Output output) {
		return new Sealing(signer(seal), seal.objectLock().map((lock) -> lock(lock, output)), Clock.systemUTC());
	}

	private static Optional<Signer> signer(Seal seal) {
		return seal.kmsKey().<Signer>map(Sealings::kms).or(() -> seal.privateKey().map(Sealings::local));
	}

	private static Signer kms(String key) {
		try {
			return KmsSigner.of(key);
		}
		catch (CannotSignException ex) {
			throw new BadInputException("signing.kms-key: " + ex.getMessage());
		}
	}

	private static Signer local(String file) {
		try {
			LocalSigner signer = LocalSigner.of(Path.of(file));
			signer.sign(new byte[0]);
			return signer;
		}
		catch (CannotSignException ex) {
			throw new BadInputException("signing.private-key: " + ex.getMessage());
		}
	}

	private static Lock lock(Seal.ObjectLock lock, Output output) {
		if (!output.retains()) {
			throw new BadInputException(
					"object-lock: " + output + " retains nothing: a bucket that has Object Lock was expected");
		}
		return new Lock(lock.compliance() ? Retention.Mode.COMPLIANCE : Retention.Mode.GOVERNANCE,
				Duration.ofDays(lock.days()));
	}

}
