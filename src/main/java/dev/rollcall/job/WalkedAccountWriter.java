package dev.rollcall.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.RollCall;
import dev.rollcall.collect.WalkedAccount;
import dev.rollcall.collect.organizations.AccountTags;
import dev.rollcall.organization.Rollups;
import dev.rollcall.organization.RosterEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Closes a staged file of a chunk of accounts. */
final class WalkedAccountWriter implements ItemWriter<WalkedAccount> {

	private final StagedWriter writer;

	private final RollCall rollCall;

	private final Kept kept;

	private final NightProgress progress;

	private final Rollups rollups;

	private StagedNight staged;

	private int chunks;

	/**
	 * Creates a writer.
	 * @param begun what is staged before the first chunk
	 * @param rollCall is told which accounts' rows are no longer held
	 */
	WalkedAccountWriter(StagedNight begun, StagedWriter writer, RollCall rollCall, Kept kept, NightProgress progress,
			Rollups rollups) {
		this.staged = begun;
		this.writer = writer;
		this.rollCall = rollCall;
		this.kept = kept;
		this.progress = progress;
		this.rollups = rollups;
	}

	/** What is staged by now. */
	StagedNight staged() {
		return this.staged;
	}

	@Override
	public void write(Chunk<? extends WalkedAccount> chunk) {
		List<WalkedAccount> accounts = new ArrayList<>(chunk.getItems());
		accounts.sort(Comparator.comparing((walked) -> walked.account().id()));
		List<RosterEntry> entries = accounts.stream().map(this::entry).toList();
		List<CellResult> results = accounts.stream().flatMap((walked) -> walked.results().stream()).toList();
		String name = "accounts-%05d".formatted(++this.chunks);
		this.staged = this.staged.with(this.writer.write(this.staged.basis(), name, entries, results, null));
		accounts.forEach(this.rollCall::release);
		this.progress.walked(accounts.size());
	}

	private RosterEntry entry(WalkedAccount walked) {
		return this.kept.entry(walked.account(), tags(walked), this.rollups);
	}

	private static @Nullable Map<String, String> tags(WalkedAccount walked) {
		return walked.results()
			.stream()
			.flatMap((result) -> result.evidence(AccountTags.class).stream())
			.map(AccountTags::tags)
			.findFirst()
			.orElse(null);
	}

}
