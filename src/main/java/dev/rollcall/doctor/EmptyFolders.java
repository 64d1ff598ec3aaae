package dev.rollcall.doctor;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

import dev.rollcall.dataset.Output;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders that a trial makes in a directory; a bucket has none. */
final class EmptyFolders {

	private static final Logger logger = LoggerFactory.getLogger(EmptyFolders.class);

	/** Those that were not there, the deepest first. */
	private final TreeSet<Path> made = new TreeSet<>(
			Comparator.comparing(Path::getNameCount).reversed().thenComparing(Comparator.naturalOrder()));

	private EmptyFolders() {
	}

	/** Remembers which folders there are before something is written under keys. */
	static EmptyFolders before(Output output, Collection<String> keys) {
		EmptyFolders folders = new EmptyFolders();
		for (String key : keys) {
			String place = output.locate(key);
			if (!place.startsWith("s3://")) {
				Path folder = Path.of(place).toAbsolutePath().getParent();
				while (folder != null && !Files.exists(folder)) {
					folders.made.add(folder);
					folder = folder.getParent();
				}
			}
		}
		return folders;
	}

	/** Removes those of the others that are empty. */
	void remove() {
		for (Path folder : this.made.stream().filter(Files::isDirectory).toList()) {
			try {
				Files.deleteIfExists(folder);
			}
			catch (DirectoryNotEmptyException ex) {
				// Somebody else uses it by now.
			}
			catch (IOException ex) {
				logger.warn("The empty folder {} is left behind: {}", folder, ex.toString());
			}
		}
	}

}
