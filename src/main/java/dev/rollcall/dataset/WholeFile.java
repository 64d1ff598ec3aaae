package dev.rollcall.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that a person asked for: it is written under a hidden name beside its own, and
 * given its own once it is whole and on the disk.
 */
public final class WholeFile {

	private WholeFile() {
	}

	/**
	 * Writes a file; one that is there is replaced.
	 * @throws UncheckedIOException where it cannot be written: what was there before is
	 * still there
	 */
	public static void write(Path file, Content content) {
		Path unfinished = file.resolveSibling(".rollcall-" + UUID.randomUUID() + ".unfinished");
		// A signal ends the program without coming past here again.
		unfinished.toFile().deleteOnExit();
		try {
			try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW,
					StandardOpenOption.WRITE);
					OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
				content.writeTo(out);
				out.flush();
				channel.force(true);
			}
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex);
		}
		catch (UncheckedIOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex.getCause());
		}
		finally {
			unfinished.toFile().delete();
		}
	}

	/** What a file is to hold. */
	@FunctionalInterface
	public interface Content {

		/** Writes all of it; the stream is closed by who gave it. */
		void writeTo(OutputStream out) throws IOException;

	}

}
