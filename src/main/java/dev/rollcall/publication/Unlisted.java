package dev.rollcall.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.publication.Defect.Kind;
import dev.rollcall.publication.Manifest.PublishedObject;
import dev.rollcall.publication.NightCheck.Altered;
import dev.rollcall.publication.ObjectKey.RunFolder;
import dev.rollcall.publication.ObjectReader.Seen;

/**
 * What lies there and is no part of a committed night. Most of it is left over from runs
 * that did not commit; but it may be what a night misses, or pretend to be of one.
 */
final class Unlisted {

	private final ObjectReader reader;

	private final Inventory inventory;

	private final List<NightCheck> nights;

	private final List<String> notes;

	private final Set<String> unread = new TreeSet<>();

	private final VerificationScope scope;

	/**
	 * The committed runs, by id. Where a commit's manifest is not there, its own defect
	 * says so, and what lies in the run's folders is not held against it once more.
	 */
	private final Map<String, RunFolder> runs = new HashMap<>();

	/** Where queries look. */
	private final Set<String> datasets = new HashSet<>(Set.of("run"));

	/** Keys in nobody's folder, by run. */
	private final Map<RunFolder, Set<String>> orphans;

	Unlisted(ObjectReader reader, Inventory inventory, VerificationScope scope, List<NightCheck> nights,
			List<String> notes) {
		this.reader = reader;
		this.inventory = inventory;
		this.nights = nights;
		this.notes = notes;
		this.scope = scope;
		Set<RunFolder> committed = nights.stream()
			.map(NightCheck::folder)
			.flatMap(Optional::stream)
			.collect(Collectors.toSet());
		nights.stream()
			.filter((night) -> night.manifest() != null)
			.flatMap((night) -> night.folder().stream())
			.forEach((folder) -> this.runs.putIfAbsent(folder.runId(), folder));
		nights.stream().flatMap((night) -> night.datasets().stream()).forEach(this.datasets::add);
		this.orphans = inventory.folders()
			.entrySet()
			.stream()
			.filter((folder) -> scope.contains(folder.getKey().snapshotDate()) && !committed.contains(folder.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
	}

	/** What could not be read, and why. */
	Set<String> unread() {
		return this.unread;
	}

	/**
	 * Looks at all of it.
	 * @return the defects that are no single night's
	 */
	List<Defect> check() {
		findMoved();
		findSwapped();
		List<Defect> defects = new ArrayList<>();
		for (Map.Entry<RunFolder, Set<String>> orphan : this.orphans.entrySet()) {
			if (!extra(orphan.getValue(), defects).isEmpty()) {
				describe(orphan.getKey(), orphan.getValue());
			}
		}
		List<String> strays = extra(this.inventory.strays(), defects);
		if (!strays.isEmpty()) {
			this.notes.add("%d objects are no part of any night, the first of them %s".formatted(strays.size(),
					ObjectKey.printable(strays.get(0))));
		}
		this.inventory.folders().forEach((folder, keys) -> {
			if (!this.scope.contains(folder.snapshotDate())) {
				keys.stream().map(this::pretending).flatMap(Optional::stream).forEach(defects::add);
			}
		});
		return defects;
	}

	private void describe(RunFolder folder, Set<String> keys) {
		boolean whole = keys.contains(NightId.manifest(folder.snapshotDate(), folder.runId()));
		boolean told = this.nights.stream()
			.filter((night) -> night.commit().snapshotDate().equals(folder.snapshotDate()))
			.allMatch((night) -> night.manifest() != null);
		this.notes.add("run %s of %s %s: %d objects%s are left over".formatted(ObjectKey.printable(folder.runId()),
				folder.snapshotDate(), told ? "was not committed" : "has no commit that is sound", keys.size(),
				whole ? ", its manifest among them," : ""));
	}

	/**
	 * Tells what queries would take for a committed night's from what lies there and does
	 * no harm.
	 * @return the latter
	 */
	private List<String> extra(Iterable<String> keys, List<Defect> defects) {
		List<String> others = new ArrayList<>();
		for (String key : keys) {
			Optional<Defect> defect = pretending(key).or(() -> claiming(key));
			defect.ifPresentOrElse(defects::add, () -> others.add(key));
		}
		return others;
	}

	/** What lies where it is taken for a committed run's, or for a commit. */
	private Optional<Defect> pretending(String key) {
		if (!isQueried(key)) {
			return Optional.empty();
		}
		Optional<Defect> own = ObjectKey.partitions(key)
			.stream()
			.flatMap((id) -> Stream.ofNullable(this.runs.get(id)))
			.findFirst()
			.map((run) -> new Defect(Kind.EXTRA, key,
					"its run is a night of " + run.snapshotDate() + ", and does not list it"));
		return (own.isEmpty() && key.startsWith(NightId.COMMITS))
				? Optional.of(new Defect(Kind.EXTRA, key, "it is where commits lie, and is none")) : own;
	}

	private Optional<Defect> claiming(String key) {
		try {
			return isQueried(key) && this.reader.claims(key, this.runs.keySet())
					? Optional.of(new Defect(Kind.EXTRA, key, "its rows say that they are of a committed run"))
					: Optional.empty();
		}
		catch (OutputException ex) {
			this.unread.add(ex.getMessage());
			return Optional.empty();
		}
	}

	private boolean isQueried(String key) {
		return ObjectKey.isQueried(key) && this.datasets.contains(key.substring(0, Math.max(0, key.indexOf('/'))));
	}

	/** What a night misses may lie elsewhere. */
	private void findMoved() {
		if (this.nights.stream().allMatch((night) -> night.missing().isEmpty())) {
			return;
		}
		Map<String, String> hashes = hashesOfUnlisted();
		for (NightCheck night : this.nights) {
			for (PublishedObject object : night.missing()) {
				String key = hashes.get(object.sha256());
				if (key != null) {
					night.defects().removeIf((defect) -> defect.key().equals(object.key()));
					this.nights.forEach((other) -> other.defects()
						.removeIf((defect) -> defect.kind() == Kind.EXTRA && defect.key().equals(key)));
					forget(key);
					night.add(Kind.MOVED, object.key(), "it lies under " + ObjectKey.printable(key));
				}
			}
		}
	}

	private void forget(String key) {
		this.inventory.strays().remove(key);
		this.orphans.values().forEach((keys) -> keys.remove(key));
		this.orphans.values().removeIf(Set::isEmpty);
	}

	private Map<String, String> hashesOfUnlisted() {
		Set<String> keys = new TreeSet<>(this.inventory.strays());
		this.orphans.values().forEach(keys::addAll);
		for (NightCheck night : this.nights) {
			night.defects()
				.stream()
				.filter((defect) -> defect.kind() == Kind.EXTRA)
				.map(Defect::key)
				.forEach(keys::add);
		}
		Map<String, String> hashes = new HashMap<>();
		for (String key : keys) {
			try {
				this.reader.see(key, false).map(Seen::sha256).ifPresent((hash) -> hashes.putIfAbsent(hash, key));
			}
			catch (OutputException ex) {
				this.unread.add(ex.getMessage());
			}
		}
		return hashes;
	}

	/** What lies under one key may be what was published under another. */
	private void findSwapped() {
		Set<String> wanted = new HashSet<>();
		this.nights.forEach((night) -> night.altered().forEach((altered) -> wanted.add(altered.sha256())));
		Map<String, String> owners = new HashMap<>();
		for (NightCheck night : this.nights) {
			StoredManifest manifest = night.manifest();
			if (manifest != null) {
				manifest.objects()
					.stream()
					.filter((object) -> wanted.contains(object.sha256()))
					.forEach((object) -> owners.putIfAbsent(object.sha256(), object.key()));
			}
		}
		for (NightCheck night : this.nights) {
			for (Altered altered : night.altered()) {
				String owner = owners.get(altered.sha256());
				if (owner != null) {
					night.defects().removeIf((defect) -> defect.key().equals(altered.key()));
					night.add(Kind.MOVED, altered.key(), "what lies there was published as " + owner);
				}
			}
		}
	}

}
