package dev.rollcall.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StagingTests {

	private static final NightId NIGHT = new NightId(LocalDate.parse("2026-11-20"), 1, "run-1");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void opensWhatAnotherLaunchClosed() throws IOException {
		Path part = Files.writeString(this.directory.resolve("part"), "rows");
		staging("first").close("accounts-1", new StagedIndex("me", List.of("111111111111"), "{}"),
				Map.of("trail", List.of(part, part)));
		List<Staged> open = staging("second").open();
		assertThat(open).extracting(Staged::name).containsExactly("accounts-1");
		assertThat(open.get(0).index()).isEqualTo(new StagedIndex("me", List.of("111111111111"), "{}"));
		assertThat(open.get(0).files("trail")).hasSize(2).allSatisfy((file) -> assertThat(file).hasContent("rows"));
		assertThat(open.get(0).files("analyzer")).isEmpty();
	}

	@Test
	void leavesNothingWhenCleared() {
		staging("first").close("discovery", new StagedIndex("me", List.of(), null), Map.of());
		staging("second").clear();
		assertThat(staging("third").open()).isEmpty();
	}

	private Staging staging(String name) {
		try {
			return new Staging(Output.at(this.directory.resolve("out").toString()), NIGHT, "abcdef0123456789abcdef",
					Files.createDirectories(this.directory.resolve(name)));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
