package dev.rollcall.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.DatabaseException;
import dev.rollcall.dataset.Output;
import dev.rollcall.dataset.OutputException;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.dataset.Workspace;
import org.jspecify.annotations.Nullable;

/** Reads objects that may be anything, in bounded memory. */
final class ObjectReader {

	private static final int LARGEST_MANIFEST = 16_000_000;

	private static final int LARGEST_COMMIT = 1_000_000;

	/** What every Parquet file ends with. */
	private static final byte[] PARQUET = { 'P', 'A', 'R', '1' };

	private final Output output;

	private final Workspace workspace;

	private final Database database;

	ObjectReader(Output output, Workspace workspace, Database database) {
		this.output = output;
		this.workspace = workspace;
		this.database = database;
	}

	/**
	 * The content of a small object; empty where there is none.
	 * @throws AlteredNightException where it is larger than any such object
	 */
	Optional<byte[]> small(String key, int most) {
		Optional<InputStream> opened = this.output.open(key);
		if (opened.isEmpty()) {
			return Optional.empty();
		}
		try (InputStream content = opened.get()) {
			byte[] bytes = content.readNBytes(most + 1);
			if (bytes.length > most) {
				throw new AlteredNightException("it is larger than " + most + " bytes", null);
			}
			return Optional.of(bytes);
		}
		catch (IOException ex) {
			throw unreadable(key, ex);
		}
	}

	/**
	 * A manifest as it lies there; empty where there is none.
	 * @throws AlteredNightException where it is larger than any manifest
	 */
	Optional<byte[]> manifest(String key) {
		return small(key, LARGEST_MANIFEST);
	}

	/** What an object is; empty where there is none. */
	Optional<Seen> see(String key, boolean parquet) {
		return this.output.open(key).map((content) -> see(key, content, parquet));
	}

	/**
	 * The hash of a version; empty where the output does not have it or does not give it.
	 */
	Optional<String> seeVersion(String key, String version) {
		try {
			return this.output.openVersion(key, version).map((content) -> see(key, content, false).sha256());
		}
		catch (OutputException ex) {
			return Optional.empty();
		}
	}

	private Seen see(String key, InputStream content, boolean parquet) {
		try (content) {
			if (!parquet) {
				CountingStream counting = new CountingStream();
				String sha256 = Sha256.of(content, counting);
				return new Seen(counting.bytes(), sha256, null);
			}
			Path copy = this.workspace.newFile("verify", ".parquet");
			try {
				return see(content, copy);
			}
			finally {
				Files.deleteIfExists(copy);
			}
		}
		catch (IOException ex) {
			throw unreadable(key, ex);
		}
	}

	private Seen see(InputStream content, Path copy) throws IOException {
		String sha256;
		try (OutputStream to = Files.newOutputStream(copy)) {
			sha256 = Sha256.of(content, to);
		}
		return new Seen(Files.size(copy), sha256, rows(copy));
	}

	private @Nullable Long rows(Path file) {
		try {
			return this.database.rows(file);
		}
		catch (DatabaseException ex) {
			return null;
		}
	}

	/** The row of a commit; empty where there is no commit. */
	Optional<RunRow> run(CommitKey commit) {
		return small(commit.key(), LARGEST_COMMIT).map((bytes) -> {
			Path copy = this.workspace.newFile("verify", ".parquet");
			try {
				Files.write(copy, bytes);
				RunRow row = RunRow.read(copy, this.database);
				Files.delete(copy);
				return row;
			}
			catch (IOException ex) {
				throw unreadable(commit.key(), ex);
			}
		});
	}

	/**
	 * Whether an object is a Parquet file whose rows say that they are of one of some
	 * runs. Every row is read: what the file says of its rows may be made up.
	 * @throws OutputException where it cannot be read
	 */
	boolean claims(String key, Set<String> runIds) {
		Optional<InputStream> opened = this.output.open(key);
		if (opened.isEmpty()) {
			throw new OutputException(this.output.locate(key) + " is listed, and nothing is found under its name",
					null);
		}
		Path copy = this.workspace.newFile("verify", ".parquet");
		try (InputStream content = opened.get()) {
			Files.copy(content, copy);
			return isParquet(copy) && claims(copy, runIds);
		}
		catch (DatabaseException ex) {
			throw new OutputException("Cannot read the rows of " + this.output.locate(key) + ": " + ex.getMessage(),
					ex);
		}
		catch (IOException ex) {
			throw unreadable(key, ex);
		}
		finally {
			discard(copy);
		}
	}

	private static boolean isParquet(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			ByteBuffer end = ByteBuffer.allocate(PARQUET.length);
			return channel.size() >= PARQUET.length
					&& channel.read(end, channel.size() - PARQUET.length) == PARQUET.length
					&& Arrays.equals(end.array(), PARQUET);
		}
	}

	private boolean claims(Path file, Set<String> runIds) {
		String rows = Database.parquet(file);
		if (this.database.columnsOf("SELECT * FROM " + rows).keySet().stream().noneMatch("run_id"::equalsIgnoreCase)) {
			return false;
		}
		boolean[] claims = new boolean[1];
		this.database.query("SELECT coalesce(CAST(run_id AS VARCHAR), '') FROM " + rows,
				(row) -> claims[0] |= runIds.contains(row.requiredText(1)));
		return claims[0];
	}

	private static void discard(Path copy) {
		try {
			Files.deleteIfExists(copy);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete " + copy, ex);
		}
	}

	private OutputException unreadable(String key, IOException ex) {
		return new OutputException("Cannot read " + this.output.locate(key) + ": " + ex.getMessage(), ex);
	}

	/** What an object is. */
	record Seen(long bytes, String sha256, @Nullable Long rows) {

	}

}
