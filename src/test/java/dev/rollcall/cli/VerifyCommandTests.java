package dev.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.Publication;
import dev.rollcall.publication.Sealing;
import dev.rollcall.publication.SmallNights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class VerifyCommandTests {

	private static final NightId THURSDAY = SmallNights.night("2026-11-19", 1);

	private static final NightId SUNDAY = SmallNights.night("2026-11-22", 1);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@SuppressWarnings("NullAway.Init")
	private Path out;

	@SuppressWarnings("NullAway.Init")
	private Path publicKey;

	@BeforeEach
	void publish() {
		this.out = this.directory.resolve("out");
		this.publicKey = this.directory.resolve("key.pub");
		Sealing sealing = SmallNights.signed(this.directory, "key");
		Output output = Output.at(this.out.toString());
		try (Workspace workspace = new Workspace()) {
			SmallNights nights = new SmallNights(output, workspace, sealing, "o-1");
			nights.publish(THURSDAY, false);
			nights.publish(SUNDAY, true);
			NightId lost = SmallNights.night("2026-11-21", 1);
			nights.putAll(new Publication(output, lost, workspace, sealing), lost);
		}
	}

	@Test
	void saysThatNightsAreWhatWasPublished() throws IOException {
		Ended ended = verify();
		assertThat(ended.exitCode()).isZero();
		assertThat(ended.out().lines()).hasSize(5)
			.anySatisfy((line) -> assertThat(line).startsWith("2026-11-19  attempt 1  ok")
				.contains("4 objects", sha256(THURSDAY), "signed, not checked"))
			.anySatisfy((line) -> assertThat(line).startsWith("2026-11-22").endsWith("partial"))
			.contains("2026-11-20  no run", "2026-11-21  no run")
			.anySatisfy((line) -> assertThat(line)
				.startsWith("note: run run-20261121-1 of 2026-11-21 was not" + " committed: 4 objects"));
		assertThat(ended.err())
			.isEqualTo("rollcall: 2 nights from 2026-11-19 to 2026-11-22 are what was published; no night on"
					+ " 2 dates between; latest manifest " + sha256(SUNDAY) + " (exit 0)\n");
	}

	@Test
	void countsADateAsOneNightWhateverItsAttempts() {
		NightId again = SmallNights.night("2026-11-19", 2);
		try (Workspace workspace = new Workspace()) {
			new SmallNights(Output.at(this.out.toString()), workspace, SmallNights.signed(this.directory, "other"),
					"o-1")
				.publish(again, false);
		}
		assertThat(verify("--to", "2026-11-19").err())
			.startsWith("rollcall: the night of 2026-11-19, in 2 attempts, is what was published; latest manifest ");
		assertThat(verify().err()).startsWith(
				"rollcall: 2 nights from 2026-11-19 to 2026-11-22, in 3 attempts, are what was published; no night");
	}

	@Test
	void checksSignaturesWhereAKeyIsGiven() throws IOException {
		assertThat(verify("--public-key", this.publicKey.toString()).out()).contains("signature valid")
			.doesNotContain("not checked");
		SmallNights.signed(this.directory, "other");
		Ended ended = verify("--public-key", this.directory.resolve("other.pub").toString());
		assertThat(ended.exitCode()).isEqualTo(9);
		assertThat(ended.err()).contains("signature: " + THURSDAY.manifest()
				+ ".sig: none of the given public keys made it" + " (and 1 more) (exit 9)");
		assertThat(verify("--public-key", this.publicKey.toString(), "--public-key",
				this.directory.resolve("other.pub").toString())
			.exitCode()).isZero();
	}

	@Test
	void wantsTheNightBeforeTheRangeToBeThere() throws IOException {
		assertThat(verify("--from", "2026-11-20").exitCode()).isZero();
		Files.writeString(this.out.resolve(THURSDAY.commit()), "nothing");
		Ended ended = verify("--from", "2026-11-20");
		assertThat(ended.exitCode()).isEqualTo(9);
		assertThat(ended.err())
			.contains("altered: " + THURSDAY.commit() + ": the night of 2026-11-22 names it," + " and it is no commit");
	}

	@Test
	void namesTheFirstDefectInItsLastLine() throws IOException {
		Files.writeString(this.out.resolve(THURSDAY.data("finding")), "nothing");
		Files.delete(this.out.resolve(SUNDAY.workbook()));
		Ended ended = verify();
		assertThat(ended.exitCode()).isEqualTo(9);
		assertThat(ended.out()).contains("2026-11-19  attempt 1  DEFECT",
				"defect: altered: " + THURSDAY.data("finding") + ": ", "defect: missing: " + SUNDAY.workbook() + ": ");
		assertThat(ended.err()).contains("altered: " + THURSDAY.data("finding"), "(and 1 more) (exit 9)");
		assertThat(verify("--to", "2026-11-21").err()).doesNotContain("more)").contains("(exit 9)");
	}

	@Test
	void printsOneDocumentWithTheFieldsOfAuditManager() throws IOException {
		Files.delete(this.out.resolve(SUNDAY.workbook()));
		Ended ended = verify("--json", "--public-key", this.publicKey.toString());
		JsonNode report = JsonMapper.shared().readTree(ended.out());
		assertThat(report.get("sound").asBoolean()).isFalse();
		assertThat(report.get("latest_manifest_sha256").asString()).isEqualTo(sha256(SUNDAY));
		assertThat(report.get("missing_nights").toString()).isEqualTo("[\"2026-11-20\",\"2026-11-21\"]");
		assertThat(report.get("defects").get(0).get("kind").asString()).isEqualTo("missing");
		assertThat(report.get("defects").get(0).get("key").asString()).isEqualTo(SUNDAY.workbook());
		JsonNode night = report.get("nights").get(1);
		assertThat(night.get("snapshot_date").asString()).isEqualTo("2026-11-22");
		assertThat(night.get("signatureValid").asBoolean()).isTrue();
		assertThat(night.get("signatureAlgorithm").asString()).isEqualTo("SHA256withECDSA");
		assertThat(night.get("signatureDateTime").asString()).isEqualTo("2024-10-04T00:00:00Z");
		assertThat(night.get("signatureKeyId").asString()).isEqualTo("key.pem");
		assertThat(night.get("validationErrors").toString()).contains(SUNDAY.workbook());
	}

	@Test
	void knowsNightsCutOffAtTheEndByTheHashOfTheLatest() throws IOException {
		assertThat(verify("--expect-latest", sha256(SUNDAY)).exitCode()).isZero();
		String hash = sha256(SUNDAY);
		Files.delete(this.out.resolve(SUNDAY.commit()));
		assertThat(verify().exitCode()).isZero();
		Ended ended = verify("--expect-latest", hash);
		assertThat(ended.exitCode()).isEqualTo(9);
		assertThat(ended.err()).contains("broken chain: " + THURSDAY.manifest(), hash);
	}

	/** To have looked at nothing is not to have found nothing. */
	@Test
	void isNoSuccessWhereThereIsNoNight() {
		Ended ended = verify("--from", "2026-11-20", "--to", "2026-11-21");
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.err())
			.contains("holds no published night in the range; run run-20261121-1 of 2026-11-21 was" + " not committed");
	}

	/**
	 * A range says nothing of what lies before it, but holds its first link to what is
	 * there.
	 */
	@Test
	void checksTheFirstLinkOfARange() throws IOException {
		assertThat(verify("--from", "2026-11-20").exitCode()).isZero();
		Files.writeString(this.out.resolve(THURSDAY.manifest()), "{}");
		assertThat(verify("--from", "2026-11-20").err()).contains("altered: " + THURSDAY.manifest());
		for (String key : List.of(THURSDAY.commit(), THURSDAY.manifest())) {
			Files.delete(this.out.resolve(key));
		}
		Ended ended = verify("--from", "2026-11-20");
		assertThat(ended.exitCode()).isZero();
		assertThat(ended.out()).contains("note: the night before 2026-11-22, attempt 1 of 2026-11-19, lies outside");
		assertThat(verify().err()).contains("missing: " + THURSDAY.commit());
	}

	private String sha256(NightId night) {
		return Sha256.of(this.out.resolve(night.manifest()));
	}

	private Ended verify(String... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		CommandLine line = new CommandLine(new VerifyCommand()).setOut(new PrintWriter(out))
			.setErr(new PrintWriter(err));
		String[] all = new String[arguments.length + 1];
		all[0] = this.out.toString();
		System.arraycopy(arguments, 0, all, 1, arguments.length);
		int exitCode = line.execute(all);
		return new Ended(exitCode, out.toString(), err.toString());
	}

	private record Ended(int exitCode, String out, String err) {

	}

}
