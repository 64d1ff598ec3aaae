package dev.rollcall.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.publication.ObjectKey.RunFolder;

/**
 * The keys that an output holds, by what they are. What is staged, and the lease, is no
 * part of it.
 *
 * @param commits all commits
 * @param folders the keys in the folders of each run
 * @param strays keys that are neither, and hidden ones; a folder's marker is none
 */
record Inventory(NavigableSet<CommitKey> commits, Map<RunFolder, Set<String>> folders, List<String> strays) {

	/**
	 * Lists an output, in which a night may be published meanwhile: commits first, so
	 * that all that they name is there when the rest is listed.
	 */
	static Inventory of(Output output) {
		Inventory inventory = new Inventory(new TreeSet<>(), new HashMap<>(), new ArrayList<>());
		output.list(NightId.COMMITS).forEach((key) -> CommitKey.parse(key).ifPresent(inventory.commits::add));
		output.list("")
			.stream()
			.filter((key) -> !key.startsWith(NightId.STAGING) && !key.startsWith(NightId.LEASES))
			.forEach(inventory::add);
		return inventory;
	}

	private void add(String key) {
		if (CommitKey.parse(key).isPresent() || key.isEmpty() || key.endsWith("/")) {
			return;
		}
		Optional<ObjectKey> object = ObjectKey.parse(key);
		if (object.isPresent() && !key.startsWith(NightId.COMMITS) && !ObjectKey.isHidden(key)) {
			this.folders.computeIfAbsent(object.get().folder(), (first) -> new TreeSet<>()).add(key);
		}
		else {
			this.strays.add(key);
		}
	}

	Set<String> in(RunFolder folder) {
		return this.folders.getOrDefault(folder, Set.of());
	}

	boolean holds(RunFolder folder, String key) {
		return in(folder).contains(key);
	}

	/** Another date under which a run's manifest lies. */
	Optional<LocalDate> otherDateOf(RunFolder folder) {
		return this.folders.keySet()
			.stream()
			.filter((other) -> other.runId().equals(folder.runId()) && !other.equals(folder))
			.filter((other) -> holds(other, NightId.manifest(other.snapshotDate(), other.runId())))
			.map(RunFolder::snapshotDate)
			.min(LocalDate::compareTo);
	}

	/** The commits of dates. */
	List<CommitKey> commits(Predicate<LocalDate> dates) {
		return this.commits.stream().filter((commit) -> dates.test(commit.snapshotDate())).toList();
	}

}
