package dev.rollcall.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.publication.Defect.Kind;
import dev.rollcall.publication.Manifest.Previous;
import dev.rollcall.publication.ObjectKey.RunFolder;
import org.jspecify.annotations.Nullable;

/**
 * Holds what nights say of those before them to what is there. A night that was committed
 * later for an earlier date, or as another attempt, is no defect of those it lies
 * between; the nights that were written after it name its commit.
 */
final class ChainCheck {

	private final ObjectReader reader;

	private final Inventory inventory;

	private final VerificationScope scope;

	private final Map<CommitKey, NightCheck> checked = new HashMap<>();

	private final Map<CommitKey, Optional<RunRow>> outside = new HashMap<>();

	/** Why commits outside the range could not be read. */
	private final Map<CommitKey, RuntimeException> unreadable = new HashMap<>();

	private final List<String> notes;

	ChainCheck(ObjectReader reader, Inventory inventory, VerificationScope scope, List<NightCheck> nights,
			List<String> notes) {
		this.reader = reader;
		this.inventory = inventory;
		this.scope = scope;
		this.notes = notes;
		nights.forEach((night) -> this.checked.put(night.commit(), night));
	}

	void check(NightCheck night) {
		StoredManifest manifest = night.manifest();
		if (manifest == null) {
			return;
		}
		Previous previous = manifest.previous();
		if (previous == null) {
			checkFirst(night);
		}
		else if (!previous.snapshotDate().isBefore(night.commit().snapshotDate())) {
			broken(night, "it names a night of " + previous.snapshotDate() + " as the one before it");
		}
		else {
			check(night, previous);
		}
		checkAttempts(night, manifest.previousAttempt());
	}

	private void checkAttempts(NightCheck night, @Nullable Previous previous) {
		CommitKey commit = night.commit();
		if (previous == null) {
			CommitKey before = this.inventory.commits().lower(commit);
			if (before != null && before.snapshotDate().equals(commit.snapshotDate())) {
				this.notes.add(
						"attempt %d of %s was committed after attempt %d, or does not come from here: that one does not name it"
							.formatted(before.attempt(), before.snapshotDate(), commit.attempt()));
			}
		}
		else if (!previous.snapshotDate().equals(commit.snapshotDate()) || previous.attempt() >= commit.attempt()) {
			broken(night, "it names attempt " + previous.attempt() + " of " + previous.snapshotDate()
					+ " as the attempt before it");
		}
		else {
			check(night, previous);
		}
	}

	/**
	 * A night that names none before it may have been the first when it was published.
	 */
	private void checkFirst(NightCheck night) {
		CommitKey before = this.inventory.commits().lower(new CommitKey(night.commit().snapshotDate(), 0));
		RunRow own = night.row();
		Optional<RunRow> other = Optional.ofNullable(before).flatMap(this::row);
		if (own == null || other.isEmpty()) {
			return;
		}
		String organization = own.organizationId();
		String others = other.get().organizationId();
		if (organization != null && others != null && !organization.equals(others)) {
			broken(night, "it is a night of organization " + ObjectKey.printable(organization)
					+ " and names no night before it; those before it are of " + ObjectKey.printable(others));
		}
		else if (own.simulated() != other.get().simulated()) {
			broken(night, "it is " + (own.simulated() ? "" : "not ") + "simulated and names no night before it; those"
					+ " before it are" + (own.simulated() ? " not" : ""));
		}
	}

	private void check(NightCheck night, Previous previous) {
		Optional<CommitKey> commit = this.inventory.commits()
			.stream()
			.filter((candidate) -> candidate.isOf(previous))
			.findFirst();
		String named = "attempt " + previous.attempt() + " of " + previous.snapshotDate();
		if (commit.isPresent()) {
			sayUnreadable(night, commit.get());
			hash(commit.get()).filter((hash) -> !hash.equals(previous.manifestSha256()))
				.ifPresent((hash) -> broken(night, "it names " + named + " with the manifest hash "
						+ previous.manifestSha256() + "; the commit of that night names " + hash));
			if (!this.scope.contains(previous.snapshotDate())) {
				checkOutside(night, commit.get(), previous);
			}
		}
		else if (this.scope.contains(previous.snapshotDate()) || this.scope.from() == null) {
			night.add(Kind.MISSING, commitKey(previous), "the night of " + night.commit().snapshotDate()
					+ " names it as one before it, with the manifest hash " + previous.manifestSha256());
		}
		else {
			this.notes.add("the night before " + night.commit().snapshotDate() + ", " + named
					+ ", lies outside the range and is not there");
		}
	}

	private static String commitKey(Previous night) {
		return new NightId(night.snapshotDate(), (int) night.attempt(), "").commit();
	}

	/**
	 * The commits that manifests list and that are not there. What lies outside the range
	 * is not looked for.
	 */
	List<Defect> missingCommits() {
		Map<CommitKey, CommitKey> missing = new TreeMap<>();
		for (NightCheck night : this.checked.values()) {
			Optional.ofNullable(night.manifest())
				.stream()
				.flatMap((manifest) -> manifest.commits().stream())
				.filter((commit) -> this.scope.contains(commit.snapshotDate()))
				.filter((commit) -> !isSaid(commit))
				.forEach((commit) -> missing.merge(commit, night.commit(),
						(one, other) -> one.compareTo(other) < 0 ? one : other));
		}
		return missing.entrySet()
			.stream()
			.map((commit) -> new Defect(Kind.MISSING, commit.getKey().key(),
					"it was there when attempt %d of %s was published".formatted(commit.getValue().attempt(),
							commit.getValue().snapshotDate())))
			.toList();
	}

	private boolean isSaid(CommitKey commit) {
		return this.checked.values()
			.stream()
			.flatMap((night) -> night.defects().stream())
			.anyMatch((defect) -> defect.key().equals(commit.key()));
	}

	/** Of a night that is not verified itself, the manifest alone. */
	private void checkOutside(NightCheck night, CommitKey commit, Previous previous) {
		row(commit).map((row) -> NightId.manifest(commit.snapshotDate(), row.runId())).ifPresent((key) -> {
			try {
				Optional<String> hash = this.reader.manifest(key).map(Sha256::of);
				if (hash.isEmpty()) {
					night.add(Kind.MISSING, key, "the commit of that night names it");
				}
				else if (!hash.get().equals(previous.manifestSha256())) {
					night.add(Kind.ALTERED, key,
							"its hash is not the one that the night of " + night.commit().snapshotDate() + " names");
				}
			}
			catch (AlteredNightException ex) {
				night.add(Kind.ALTERED, key, String.valueOf(ex.getMessage()));
			}
			catch (OutputException ex) {
				night.unread().add(ex.getMessage());
			}
		});
	}

	private Optional<String> hash(CommitKey commit) {
		return row(commit).map(RunRow::manifestSha256);
	}

	/**
	 * A predecessor that cannot be read has not been seen to be there with its hash. Of
	 * one in the range that is said of it itself.
	 */
	private void sayUnreadable(NightCheck night, CommitKey commit) {
		Optional<RunRow> row = row(commit);
		RuntimeException failure = this.unreadable.get(commit);
		if (failure instanceof AlteredNightException) {
			night.add(Kind.ALTERED, commit.key(), "the night of " + night.commit().snapshotDate()
					+ " names it, and it is no commit: " + failure.getMessage());
		}
		else if (failure != null) {
			night.unread().add(String.valueOf(failure.getMessage()));
		}
		else if (row.isEmpty() && !this.checked.containsKey(commit)) {
			night.add(Kind.ALTERED, commit.key(),
					"the night of " + night.commit().snapshotDate() + " names it, and it is the commit of no run");
		}
	}

	/** A commit's row; empty where it could not be read. */
	private Optional<RunRow> row(CommitKey commit) {
		NightCheck checked = this.checked.get(commit);
		return (checked != null) ? Optional.ofNullable(checked.row())
				: this.outside.computeIfAbsent(commit, this::readRow);
	}

	private Optional<RunRow> readRow(CommitKey commit) {
		try {
			return this.reader.run(commit).filter((row) -> RunFolder.isRunId(row.runId()));
		}
		catch (AlteredNightException | OutputException ex) {
			this.unreadable.put(commit, ex);
			return Optional.empty();
		}
	}

	private static void broken(NightCheck night, String message) {
		night.add(Kind.BROKEN_CHAIN, night.manifestKey(), message);
	}

	/** Holds the last night to what somebody knows of it. */
	void checkLatest(NightCheck latest, String expected) {
		RunRow row = latest.row();
		if (row == null || row.manifestSha256().equals(expected)) {
			return;
		}
		Optional<CommitKey> elsewhere = this.checked.values()
			.stream()
			.filter((night) -> Optional.ofNullable(night.row())
				.map(RunRow::manifestSha256)
				.filter(expected::equals)
				.isPresent())
			.map(NightCheck::commit)
			.findFirst();
		broken(latest,
				"it is the latest night, and its manifest hash is not the expected " + expected + elsewhere
					.map((night) -> ", which is that of attempt " + night.attempt() + " of " + night.snapshotDate())
					.orElse(": nights are cut off at the end, or it is another one"));
	}

}
