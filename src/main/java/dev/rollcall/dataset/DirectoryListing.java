package dev.rollcall.dataset;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The keys of the files of an output in a directory. Links are followed, as by whoever
 * reads a file.
 */
final class DirectoryListing extends SimpleFileVisitor<Path> {

	/**
	 * What the name of a file begins with that is still being written; a UUID follows.
	 */
	static final String UNFINISHED = ".unfinished-";

	/** No other name is hidden: somebody may have chosen it. */
	private static final Pattern HIDDEN = Pattern
		.compile(Pattern.quote(UNFINISHED) + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	/** Made by the file system at the top of a volume, and root's alone. */
	private static final String LOST_AND_FOUND = "lost+found";

	private final Path output;

	private final List<String> keys = new ArrayList<>();

	private DirectoryListing(Path output) {
		this.output = output;
	}

	/**
	 * Lists what is below a directory.
	 * @param output what keys are relative to
	 * @param start in the output, or the output
	 */
	static List<String> of(Path output, Path start) throws IOException {
		DirectoryListing listing = new DirectoryListing(output);
		Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listing);
		return listing.keys.stream().sorted().toList();
	}

	@Override
	public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
		return isForeign(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
		if (attributes.isRegularFile() && !HIDDEN.matcher(file.getFileName().toString()).matches()) {
			this.keys.add(key(file));
		}
		return FileVisitResult.CONTINUE;
	}

	/**
	 * Another run may be writing and clearing up: what is gone is gone. What a link leads
	 * back to is listed where it is.
	 */
	@Override
	public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
		if (isForeign(file) || ex instanceof NoSuchFileException || ex instanceof FileSystemLoopException) {
			return FileVisitResult.CONTINUE;
		}
		throw ex;
	}

	private boolean isForeign(Path file) {
		return file.equals(this.output.resolve(LOST_AND_FOUND));
	}

	/** A backslash stays one where it is part of a name. */
	private String key(Path file) {
		String path = this.output.relativize(file).toString();
		return (File.separatorChar == '/') ? path : path.replace(File.separatorChar, '/');
	}

}
