package dev.rollcall.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.publication.Defect.Kind;
import dev.rollcall.publication.Manifest.PublishedObject;
import dev.rollcall.publication.ObjectKey.RunFolder;
import dev.rollcall.publication.ObjectReader.Seen;
import dev.rollcall.publication.VerifiedNight.SignatureState;
import org.jspecify.annotations.Nullable;

/**
 * Holds one committed night to its commit: the commit names the manifest's hash, and the
 * manifest those of all objects.
 */
final class NightCheck {

	private final ObjectReader reader;

	private final Inventory inventory;

	private final PublicKeys keys;

	private final CommitKey commit;

	private final List<Defect> defects = new ArrayList<>();

	private final List<String> unread = new ArrayList<>();

	private final List<Altered> altered = new ArrayList<>();

	private final List<PublishedObject> missing = new ArrayList<>();

	private @Nullable RunRow row;

	private @Nullable StoredManifest manifest;

	private SignatureState signature = new SignatureState(null, null, null, null, List.of());

	private long objects;

	private long bytes;

	NightCheck(ObjectReader reader, Inventory inventory, PublicKeys keys, CommitKey commit) {
		this.reader = reader;
		this.inventory = inventory;
		this.keys = keys;
		this.commit = commit;
	}

	CommitKey commit() {
		return this.commit;
	}

	/** The commit's row; null where it could not be read. */
	@Nullable RunRow row() {
		return this.row;
	}

	/**
	 * The manifest, of whose commits only those that are gone are kept: every later night
	 * lists them all. Null where it is not the commit's.
	 */
	@Nullable StoredManifest manifest() {
		return this.manifest;
	}

	/** The folder of the run that the commit names. */
	Optional<RunFolder> folder() {
		return Optional.ofNullable(this.row).map((row) -> new RunFolder(this.commit.snapshotDate(), row.runId()));
	}

	/** Where its manifest lies. */
	String manifestKey() {
		return folder().map((folder) -> NightId.manifest(folder.snapshotDate(), folder.runId()))
			.orElse(this.commit.key());
	}

	/** Its datasets, by the manifest. */
	Set<String> datasets() {
		StoredManifest found = this.manifest;
		return (found == null) ? Set.of()
				: found.objects()
					.stream()
					.filter((object) -> object.rows() != null)
					.flatMap((object) -> ObjectKey.parse(object.key()).stream())
					.map(ObjectKey::dataset)
					.collect(Collectors.toSet());
	}

	List<Altered> altered() {
		return this.altered;
	}

	/** The objects that are not where they were published. */
	List<PublishedObject> missing() {
		return this.missing;
	}

	/** What could not be read, and why. */
	List<String> unread() {
		return this.unread;
	}

	List<Defect> defects() {
		return this.defects;
	}

	void add(Kind kind, String key, String message) {
		this.defects.add(new Defect(kind, key, message));
	}

	/** Checks the night, but for what it says of other nights. */
	void run() {
		try {
			this.row = this.reader.run(this.commit).orElse(null);
			if (this.row == null) {
				add(Kind.MISSING, this.commit.key(), "it was there when the nights were listed");
				return;
			}
			check(this.row);
		}
		catch (AlteredNightException ex) {
			add(Kind.ALTERED, this.commit.key(), "it is no commit: " + ex.getMessage());
		}
		catch (OutputException ex) {
			this.unread.add(ex.getMessage());
		}
	}

	private void check(RunRow row) {
		if (!RunFolder.isRunId(row.runId())) {
			this.row = null;
			throw new AlteredNightException("its run_id is none", null);
		}
		if (row.attempt() != this.commit.attempt()) {
			add(Kind.MOVED, this.commit.key(), "it is the commit of attempt " + row.attempt());
		}
		RunFolder folder = new RunFolder(this.commit.snapshotDate(), row.runId());
		findManifest(row, folder).ifPresent((found) -> {
			this.manifest = found.withoutCommits(this.inventory.commits());
			check(row, found, folder);
		});
	}

	private Optional<StoredManifest> findManifest(RunRow row, RunFolder folder) {
		String key = manifestKey();
		if (!this.inventory.holds(folder, key)) {
			this.inventory.otherDateOf(folder)
				.ifPresentOrElse(
						(date) -> add(Kind.MOVED, this.commit.key(),
								"it is the commit of run " + row.runId() + ", which is a night of " + date),
						() -> add(Kind.MISSING, key, "the commit names it"));
			return Optional.empty();
		}
		try {
			byte[] json = this.reader.manifest(key).orElseThrow(() -> new AlteredNightException("it is gone", null));
			if (!Sha256.of(json).equals(row.manifestSha256())) {
				throw new AlteredNightException("its hash is not the one that the commit names", null);
			}
			return Optional.of(StoredManifest.parse(json));
		}
		catch (AlteredNightException ex) {
			add(Kind.ALTERED, key, String.valueOf(ex.getMessage()));
			return Optional.empty();
		}
	}

	private void check(RunRow row, StoredManifest manifest, RunFolder folder) {
		boolean own = manifest.snapshotDate().equals(folder.snapshotDate()) && manifest.runId().equals(folder.runId())
				&& manifest.attempt() == this.commit.attempt();
		if (!own) {
			add(Kind.MOVED, manifestKey(), "it was written for run " + ObjectKey.printable(manifest.runId())
					+ ", attempt " + manifest.attempt() + " of " + manifest.snapshotDate());
			return;
		}
		row.differingFrom(manifest.values())
			.ifPresent((column) -> add(Kind.ALTERED, this.commit.key(),
					"its " + ObjectKey.printable(column) + " is not what the manifest says"));
		SignatureCheck signed = new SignatureCheck(this.reader, this.inventory, this.keys);
		this.signature = signed.check(new NightId(folder.snapshotDate(), this.commit.attempt(), folder.runId()),
				row.manifestSha256(), manifest, this.defects);
		Set<String> listed = new HashSet<>();
		for (PublishedObject object : manifest.objects()) {
			if (!listed.add(object.key())) {
				add(Kind.ALTERED, manifestKey(), "it lists " + ObjectKey.printable(object.key()) + " twice");
			}
			else {
				check(object, folder);
			}
		}
		listed.add(manifestKey());
		listed.add(NightSignature.key(manifestKey()));
		this.inventory.in(folder)
			.stream()
			.filter((key) -> !listed.contains(key))
			.forEach((key) -> add(Kind.EXTRA, key, "the night's manifest does not list it"));
	}

	private void check(PublishedObject object, RunFolder folder) {
		Optional<ObjectKey> place = ObjectKey.parse(object.key());
		if (place.isEmpty() || !place.get().folder().equals(folder) || !place.get().isPublishable()) {
			add(Kind.MOVED, ObjectKey.printable(object.key()),
					"the manifest lists it where no object of the night lies");
			return;
		}
		if (!this.inventory.holds(folder, object.key())) {
			miss(object);
			return;
		}
		try {
			this.reader.see(object.key(), object.rows() != null)
				.ifPresentOrElse((seen) -> compare(object, seen), () -> miss(object));
		}
		catch (OutputException ex) {
			this.unread.add(ex.getMessage());
		}
	}

	private void miss(PublishedObject object) {
		this.missing.add(object);
		add(Kind.MISSING, object.key(), "it was published and is not there" + kept(object));
	}

	private void compare(PublishedObject object, Seen seen) {
		this.objects++;
		this.bytes += seen.bytes();
		if (!seen.sha256().equals(object.sha256())) {
			this.altered.add(new Altered(object.key(), seen.sha256()));
			String size = (seen.bytes() != object.bytes())
					? "; it has " + seen.bytes() + " bytes where " + object.bytes() + " were published" : "";
			add(Kind.ALTERED, object.key(), "its hash is not the one that the manifest names" + size + kept(object));
		}
		else if (seen.bytes() != object.bytes()) {
			add(Kind.ALTERED, manifestKey(), "it says that " + object.key() + " has " + object.bytes() + " bytes");
		}
		else if (object.rows() != null && !object.rows().equals(seen.rows())) {
			add(Kind.ALTERED, manifestKey(), "it says that " + object.key() + " holds " + object.rows()
					+ " rows; the file " + ((seen.rows() != null) ? "says " + seen.rows() : "is no Parquet file"));
		}
	}

	/** Whether the version that was published is still kept below what lies there now. */
	private String kept(PublishedObject object) {
		String version = object.versionId();
		if (version == null) {
			return "";
		}
		boolean kept = this.reader.seeVersion(object.key(), version).filter(object.sha256()::equals).isPresent();
		return kept ? "; the version that was published is still kept: " + ObjectKey.printable(version) : "";
	}

	VerifiedNight result() {
		List<String> errors = this.defects.stream().map(Defect::toString).toList();
		SignatureState state = new SignatureState(this.signature.valid(), this.signature.algorithm(),
				this.signature.signedAt(), this.signature.keyId(), errors);
		RunRow found = this.row;
		return new VerifiedNight(this.commit.snapshotDate(), this.commit.attempt(),
				(found != null) ? found.runId() : null, (found != null) ? found.manifestSha256() : null,
				found != null && found.partial(), found != null && found.simulated(), this.objects, this.bytes, state,
				List.copyOf(this.defects), List.copyOf(this.unread));
	}

	/**
	 * An object that is not what was published.
	 *
	 * @param sha256 of what lies there now
	 */
	record Altered(String key, String sha256) {

	}

}
