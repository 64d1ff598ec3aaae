package dev.rollcall.publication;

import java.util.List;
import java.util.Optional;

import dev.rollcall.dataset.NightId;
import dev.rollcall.publication.Defect.Kind;
import dev.rollcall.publication.Manifest.SigningKey;
import dev.rollcall.publication.ObjectKey.RunFolder;
import dev.rollcall.publication.VerifiedNight.SignatureState;
import org.jspecify.annotations.Nullable;

/** Holds a night's signature to the night and, where there are keys, to these. */
final class SignatureCheck {

	private static final int LARGEST = 100_000;

	private static final SignatureState NONE = new SignatureState(null, null, null, null, List.of());

	private final ObjectReader reader;

	private final Inventory inventory;

	private final PublicKeys keys;

	SignatureCheck(ObjectReader reader, Inventory inventory, PublicKeys keys) {
		this.reader = reader;
		this.inventory = inventory;
		this.keys = keys;
	}

	/**
	 * What is to be said of a night's signature; what is wrong with it joins the defects.
	 */
	SignatureState check(NightId night, String manifestSha256, StoredManifest manifest, List<Defect> defects) {
		String key = NightSignature.key(night.manifest());
		boolean present = this.inventory.holds(new RunFolder(night.snapshotDate(), night.runId()), key);
		SigningKey signedBy = manifest.signedBy();
		if (signedBy == null) {
			return unsigned(night, key, present, defects);
		}
		Optional<String> error = Optional.of("the manifest says that it is signed, and there is no signature");
		NightSignature signature = null;
		if (present) {
			try {
				signature = this.reader.small(key, LARGEST).map(NightSignature::parse).orElse(null);
			}
			catch (AlteredNightException ex) {
				error = Optional.of("it is no signature: " + ex.getMessage());
			}
		}
		if (signature != null) {
			error = error(signature, signedBy,
					NightSignature.text(signedBy, signature.signedAt(), night, manifestSha256, manifest.previous()));
		}
		error.ifPresent((message) -> defects.add(new Defect(present ? Kind.SIGNATURE : Kind.MISSING, key, message)));
		return new SignatureState(error.isPresent() ? Boolean.FALSE : valid(), signedBy.algorithm(),
				(signature != null) ? signature.signedAt() : null, signedBy.keyId(), List.of());
	}

	private SignatureState unsigned(NightId night, String key, boolean present, List<Defect> defects) {
		if (present) {
			defects.add(new Defect(Kind.EXTRA, key, "the manifest does not say that it is signed"));
		}
		if (this.keys.isEmpty()) {
			return NONE;
		}
		defects.add(new Defect(Kind.SIGNATURE, night.manifest(), "it is not signed"));
		return new SignatureState(false, null, null, null, List.of());
	}

	private @Nullable Boolean valid() {
		return this.keys.isEmpty() ? null : Boolean.TRUE;
	}

	private Optional<String> error(NightSignature signature, SigningKey signedBy, String expected) {
		if (!signature.signedBy().equals(signedBy)) {
			return Optional.of("it is by another key than the manifest says");
		}
		if (!signature.text().equals(expected)) {
			return Optional.of("it is of another text than this night's: " + differing(signature.text(), expected));
		}
		return (this.keys.isEmpty() || this.keys.verify(signature)) ? Optional.empty()
				: Optional.of("none of the given public keys made it");
	}

	/** The first line of a text that is not as expected. */
	private static String differing(String text, String expected) {
		List<String> lines = text.lines().toList();
		List<String> wanted = expected.lines().toList();
		for (int i = 0; i < wanted.size(); i++) {
			if (i >= lines.size() || !lines.get(i).equals(wanted.get(i))) {
				return "'" + ObjectKey.printable(wanted.get(i)) + "' was expected";
			}
		}
		return "it is longer";
	}

}
