package dev.rollcall.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.EvidenceRow;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.organization.DelegatedAdministrator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ParquetSpillTests {

	private static final AccountId MEMBER = new AccountId("222222222222");

	private static final Instant NOW = Instant.parse("2026-07-01T00:00:00.123Z");

	@Test
	void givesBackWhatItTook() {
		try (Workspace workspace = new Workspace()) {
			ParquetSpill spill = new ParquetSpill(workspace);
			List<EvidenceRow> rows = new ArrayList<>();
			for (int i = 0; i < 3000; i++) {
				rows.add(new EvidenceRow(MEMBER, "eu-west-1", "things", NOW,
						new DelegatedAdministrator(MEMBER.value(), "service-" + i, (i % 2 == 0) ? NOW : null)));
			}
			rows.forEach(spill::write);
			spill.close();
			List<EvidenceRow> read = new ArrayList<>();
			spill.kinds().forEach((kind) -> spill.each(kind, read::add));
			assertThat(read).containsExactlyInAnyOrderElementsOf(rows);
			spill.each(Other.class, (row) -> {
				throw new AssertionError("There is none");
			});
		}
	}

	@Test
	void leavesNoFileOfWhatWasThrownAway() {
		try (Workspace workspace = new Workspace()) {
			ParquetSpill spill = new ParquetSpill(workspace);
			spill.write(new EvidenceRow(MEMBER, "eu-west-1", "things", NOW, new Other("one")));
			Path file = spill.files().values().iterator().next();
			assertThat(file).exists();
			spill.discard();
			assertThat(file).doesNotExist();
		}
	}

	private record Other(String name) {

	}

}
