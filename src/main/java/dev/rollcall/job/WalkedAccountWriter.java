package dev.rollcall.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.rollcall.collect.CellResult;
import dev.rollcall.collect.WalkedAccount;
import dev.rollcall.collect.organizations.AccountTags;
import dev.rollcall.organization.Rollups;
import dev.rollcall.organization.RosterEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;

/** Closes a staged file of a chunk of accounts. */
@Component
class WalkedAccountWriter implements ItemWriter<WalkedAccount> {

	private final StagedWriter writer;

	private final WalkedAccountReader reader;

	private final Night night;

	private final Optional<TopUp> topUp;

	private final NightProgress progress;

	private final Rollups rollups;

	private int chunks;

	WalkedAccountWriter(StagedWriter writer, WalkedAccountReader reader, Night night, Optional<TopUp> topUp,
			NightProgress progress, NightRequest request) {
		this.topUp = topUp;
		this.writer = writer;
		this.reader = reader;
		this.night = night;
		this.progress = progress;
		this.rollups = request.configuration().rollups();
	}

	@Override
	public void write(Chunk<? extends WalkedAccount> chunk) {
		List<WalkedAccount> accounts = new ArrayList<>(chunk.getItems());
		accounts.sort(Comparator.comparing((walked) -> walked.account().id()));
		List<RosterEntry> entries = accounts.stream().map(this::entry).toList();
		List<CellResult> results = accounts.stream().flatMap((walked) -> walked.results().stream()).toList();
		String name = "accounts-%05d".formatted(++this.chunks);
		this.night.staged(this.writer.write(name, entries, results, null));
		accounts.forEach(this.reader::release);
		this.progress.walked(accounts.size());
	}

	private RosterEntry entry(WalkedAccount walked) {
		Map<String, String> tags = tags(walked);
		RosterEntry kept = this.topUp.map((topUp) -> topUp.entry(walked.account().id())).orElse(null);
		if (kept != null) {
			return (tags != null) ? kept.with(tags, this.rollups) : kept;
		}
		return RosterEntry.of(walked.account(), tags, this.rollups);
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
