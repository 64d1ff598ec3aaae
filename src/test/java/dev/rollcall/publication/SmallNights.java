package dev.rollcall.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.ColumnType;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.Output.PutIfAbsent;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;

/**
 * Publishes small nights as they are in earnest: Parquet files whose rows name their run,
 * one of them empty, and a workbook.
 */
public final class SmallNights {

	/** The datasets of each night. */
	static final List<String> DATASETS = List.of("account", "finding", "waiver");

	private final Output output;

	private final Workspace workspace;

	private final Sealing sealing;

	private final String organization;

	/** Publishes to an output, for an organization. */
	public SmallNights(Output output, Workspace workspace, Sealing sealing, String organization) {
		this.output = output;
		this.workspace = workspace;
		this.sealing = sealing;
		this.organization = organization;
	}

	/** Publishes a night. */
	public PutIfAbsent publish(NightId night, boolean partial) {
		try (Publication publication = new Publication(this.output, night, this.workspace, this.sealing)) {
			putAll(publication, night);
			return publication.commit(run(night, partial));
		}
	}

	/** Puts all of a night but its manifest and commit. */
	public void putAll(Publication publication, NightId night) {
		for (String dataset : DATASETS) {
			long rows = dataset.equals("waiver") ? 0 : 3;
			publication.put(night.data(dataset), file(dataset, night, rows), rows);
		}
		publication.put(night.workbook(), workbook(night, 9), null);
	}

	/** A file of a dataset whose rows are of a run. */
	Path file(String dataset, NightId night, long rows) {
		Path path = this.workspace.newFile("nights", ".parquet");
		Schema schema = new Schema(dataset, List.of(new Column("account_id", ColumnType.STRING))).behind(Schema.RUN);
		try (ParquetFile file = new ParquetFile(path, schema)) {
			for (int i = 0; i < rows; i++) {
				file.write(new Object[] { night.runId(), (long) night.attempt(), dataset + "-" + i });
			}
		}
		return path;
	}

	/** A workbook, packed more or less tightly. */
	Path workbook(NightId night, int level) {
		Path path = this.workspace.newFile("nights", ".xlsx");
		try (OutputStream file = Files.newOutputStream(path); ZipOutputStream zip = new ZipOutputStream(file)) {
			zip.setLevel(level);
			zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
			zip.write(("<night>" + night.snapshotDate() + "</night>").repeat(20).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return path;
	}

	Run run(NightId night, boolean partial) {
		Instant at = night.snapshotDate().atStartOfDay().toInstant(ZoneOffset.UTC);
		return new Run(night.runId(), night.attempt(), at, at.plusSeconds(600), "1.0", "c0", 3, 30, 2, 3, partial,
				false, null, this.organization, "000000000001", List.of("eu-west-1", "us-east-1"), "short", null, "en",
				"2.0", night.snapshotDate().minusDays(1));
	}

	/** A night whose run id says which it is. */
	public static NightId night(String date, int attempt) {
		return new NightId(LocalDate.parse(date), attempt, "run-" + date.replace("-", "") + "-" + attempt);
	}

	/** Signs with a new key, whose public half is put into a file. */
	public static Sealing signed(Path directory, String name) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(256);
			KeyPair pair = generator.generateKeyPair();
			Path file = pem(directory.resolve(name + ".pem"), "PRIVATE", pair.getPrivate().getEncoded());
			pem(directory.resolve(name + ".pub"), "PUBLIC", pair.getPublic().getEncoded());
			return new Sealing(Optional.of(LocalSigner.of(file)), Optional.empty(),
					Clock.offset(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofDays(20_000)));
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path pem(Path file, String kind, byte[] encoded) throws IOException {
		return Files.writeString(file, "-----BEGIN %s KEY-----%n%s%n-----END %s KEY-----%n".formatted(kind,
				Base64.getMimeEncoder().encodeToString(encoded), kind));
	}

}
