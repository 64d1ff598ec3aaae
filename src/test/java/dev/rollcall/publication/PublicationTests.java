package dev.rollcall.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Output.PutIfAbsent;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.dataset.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PublicationTests {

	private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");

	private final Workspace workspace = new Workspace();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@SuppressWarnings("NullAway.Init")
	private Output output;

	@BeforeEach
	void open() {
		this.output = Output.at(this.directory.resolve("out").toString());
	}

	@Test
	void publishesNothingBeforeTheCommit() throws IOException {
		Publication publication = publication(new NightId(FRIDAY, 1, "run-1"));
		publication.put("trail/x", Files.writeString(this.directory.resolve("x"), "rows"), null);
		assertThat(committed().isPublished(FRIDAY)).isFalse();
		publication.commit(run(FRIDAY, 1, "run-1", false));
		assertThat(committed().isPublished(FRIDAY)).isTrue();
		assertThat(committed().nextAttempt(FRIDAY)).isEqualTo(2);
	}

	@Test
	void namesObjectsWithTheirHashesAndTheNightsBefore() throws IOException {
		commit(FRIDAY.minusDays(3), 1, "run-0", false);
		commit(FRIDAY, 1, "run-1", true);
		commit(FRIDAY, 2, "run-2", false);
		String first = sha256(FRIDAY.minusDays(3), "run-0");
		String second = sha256(FRIDAY, "run-1");
		JsonNode manifest = manifest(FRIDAY, "run-2");
		assertThat(manifest.get("previous").get("snapshot_date").asString()).isEqualTo("2026-11-17");
		assertThat(manifest.get("previous").get("manifest_sha256").asString()).isEqualTo(first);
		assertThat(manifest.get("previous_attempt").get("manifest_sha256").asString()).isEqualTo(second);
		assertThat(manifest.get("objects").get(0).toString())
			.isEqualTo("{\"key\":\"trail/run-2\",\"bytes\":4," + "\"sha256\":\""
					+ Sha256.of("rows".getBytes(StandardCharsets.UTF_8)) + "\",\"rows\":null,\"version_id\":null}");
		assertThat(manifest(FRIDAY.minusDays(3), "run-0").get("previous").isNull()).isTrue();
	}

	@Test
	void doesNotCountAPartialNightAsPublished() throws IOException {
		commit(FRIDAY, 1, "run-1", true);
		assertThat(committed().isPublished(FRIDAY)).isFalse();
		assertThat(committed().nextAttempt(FRIDAY)).isEqualTo(2);
	}

	@Test
	void leavesTheFirstCommitOfAnAttemptAlone() throws IOException {
		assertThat(commit(FRIDAY, 1, "run-1", false)).isEqualTo(PutIfAbsent.WRITTEN);
		assertThat(commit(FRIDAY, 1, "run-2", false)).isEqualTo(PutIfAbsent.PRESENT);
		assertThat(committed().latestAttempt(FRIDAY)).map(CommittedRun::runId).contains("run-1");
	}

	private PutIfAbsent commit(LocalDate date, int attempt, String runId, boolean partial) throws IOException {
		Publication publication = publication(new NightId(date, attempt, runId));
		publication.put("trail/" + runId, Files.writeString(this.directory.resolve("x"), "rows"), null);
		return publication.commit(run(date, attempt, runId, partial));
	}

	private Publication publication(NightId night) {
		return new Publication(this.output, night, this.workspace, Sealing.NONE);
	}

	private CommittedRuns committed() {
		return CommittedRuns.of(this.output, this.workspace);
	}

	private JsonNode manifest(LocalDate date, String runId) {
		return JsonMapper.shared().readTree(this.output.read(NightId.manifest(date, runId)).orElseThrow());
	}

	private String sha256(LocalDate date, String runId) {
		return Sha256.of(this.output.read(NightId.manifest(date, runId)).orElseThrow());
	}

	private static Run run(LocalDate date, int attempt, String runId, boolean partial) {
		return new Run(runId, attempt, Instant.EPOCH, Instant.EPOCH, "1.0", "c0", 1, 2, 0, 3, partial, false, null,
				"o-1", "000000000001", List.of("eu-west-1"), "short", null, "en", "2.0", date.minusDays(1));
	}

}
