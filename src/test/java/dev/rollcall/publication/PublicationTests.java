package dev.rollcall.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Output.PutIfAbsent;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.dataset.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("runtime")
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
		assertThat(manifest.get("commits").valueStream().map(JsonNode::asString)).containsExactly(
				"run/snapshot_date=2026-11-17/attempt=1/run.parquet",
				"run/snapshot_date=2026-11-20/attempt=1/run.parquet");
		assertThat(manifest.get("objects").get(0).toString())
			.isEqualTo("{\"key\":\"trail/run-2\",\"bytes\":4," + "\"sha256\":\""
					+ Sha256.of("rows".getBytes(StandardCharsets.UTF_8)) + "\",\"rows\":null,\"version_id\":null}");
		assertThat(manifest(FRIDAY.minusDays(3), "run-0").get("previous").isNull()).isTrue();
	}

	/** One that was thought dead commits after its successor has. */
	@Test
	void namesNoLaterAttemptAsTheOneBefore() throws IOException {
		SmallNights nights = new SmallNights(this.output, this.workspace, Sealing.NONE, "o-1");
		NightId late = SmallNights.night("2026-11-20", 1);
		nights.publish(SmallNights.night("2026-11-20", 2), false);
		nights.publish(late, false);
		assertThat(manifest(FRIDAY, late.runId()).get("previous_attempt").isNull()).isTrue();
		VerificationReport report = new Verification(this.output, this.workspace,
				new VerificationScope(null, null, null), PublicKeys.of(List.of()), (verified, all) -> {
				})
			.run();
		assertThat(report.defects()).isEmpty();
		assertThat(report.notes()).containsExactly(
				"attempt 1 of 2026-11-20 was committed after attempt 2, or does not come from here: that one does not name it");
	}

	@Test
	void saysThatAPublishedFileIsMissing() throws IOException {
		SmallNights nights = new SmallNights(this.output, this.workspace, Sealing.NONE, "o-1");
		NightId night = SmallNights.night("2026-11-20", 1);
		nights.publish(night, false);
		PublishedNight published = new PublishedNight(this.output, this.workspace,
				committed().latestAttempt(FRIDAY).orElseThrow());
		assertThat(published.copy("finding")).isPresent();
		this.output.delete(night.data("finding"));
		assertThatThrownBy(() -> published.copy("finding")).isInstanceOf(AlteredNightException.class)
			.hasMessageEndingWith("is missing");
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

	/** A file that is written whole and is not what its writer counted. */
	@Test
	void publishesNothingThatDuckDbReadsOtherwise() {
		SmallNights nights = new SmallNights(this.output, this.workspace, Sealing.NONE, "o-1");
		NightId night = SmallNights.night("2026-11-20", 1);
		Path file = nights.file("finding", night, 3);
		assertThatThrownBy(() -> publication(night).put(night.data("finding"), file, 4L))
			.isInstanceOf(DefectiveFileException.class)
			.hasMessage(night.data("finding") + ": DuckDB reads 3 rows where 4 were written");
		assertThat(this.output.list("")).isEmpty();
	}

	/** The footer is whole; a page is not. */
	@Test
	void decodesEveryColumnBeforeItIsPublished() throws IOException {
		SmallNights nights = new SmallNights(this.output, this.workspace, Sealing.NONE, "o-1");
		NightId night = SmallNights.night("2026-11-20", 1);
		Path file = nights.file("finding", night, 3);
		byte[] content = Files.readAllBytes(file);
		for (int at = 30; at < 60; at++) {
			content[at] = (byte) ~content[at];
		}
		Files.write(file, content);
		assertThatThrownBy(() -> publication(night).put(night.data("finding"), file, 3L))
			.isInstanceOf(DefectiveFileException.class)
			.hasMessageStartingWith(night.data("finding") + ": DuckDB cannot read what was written: ");
		assertThat(this.output.list("")).isEmpty();
	}

	@Test
	void publishesNoNightThatCannotBeSigned() {
		Signer broken = new Signer() {

			@Override
			public Manifest.SigningKey key() {
				return new Manifest.SigningKey("SHA256withECDSA", "gone");
			}

			@Override
			public byte[] sign(byte[] text) {
				throw new CannotSignException("gone does not sign", null);
			}

		};
		Sealing sealing = new Sealing(Optional.of(broken), Optional.empty(), Clock.systemUTC());
		SmallNights nights = new SmallNights(this.output, this.workspace, sealing, "o-1");
		assertThatThrownBy(() -> nights.publish(SmallNights.night("2026-11-20", 1), false))
			.isInstanceOf(CannotSignException.class);
		assertThat(committed().isPublished(FRIDAY)).isFalse();
	}

	/** Tonight does not fail for what was done to an earlier night. */
	@Test
	void passesOverACommitThatCannotBeRead() throws IOException {
		commit(FRIDAY.minusDays(2), 1, "run-0", false);
		commit(FRIDAY.minusDays(1), 1, "run-1", false);
		Files.writeString(this.directory.resolve("out").resolve(new NightId(FRIDAY.minusDays(1), 1, "run-1").commit()),
				"nothing");
		commit(FRIDAY, 1, "run-2", false);
		assertThat(manifest(FRIDAY, "run-2").get("previous").get("manifest_sha256").asString())
			.isEqualTo(sha256(FRIDAY.minusDays(2), "run-0"));
		assertThatThrownBy(() -> committed().latestAttempt(FRIDAY.minusDays(1)))
			.isInstanceOf(AlteredNightException.class);
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
