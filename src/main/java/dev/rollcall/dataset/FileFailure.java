package dev.rollcall.dataset;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a directory did not do what was asked, for whoever has to mend it. */
final class FileFailure {

	/** What Java calls a user of whom there is only a number. */
	private static final String UNNAMED = "?";

	private FileFailure() {
	}

	/**
	 * A failure as the output's. What a file system refuses it refuses until somebody
	 * changes something, where nobody has interrupted us.
	 * @param attempt what could not be done, such as {@code Cannot write /nights/x}
	 */
	static OutputException of(String attempt, IOException failure) {
		return new OutputException(attempt + ": " + inWords(failure), failure,
				!(failure instanceof ClosedChannelException));
	}

	/** A failure without the name of its type, and with the file that it is about. */
	static String inWords(IOException failure) {
		if (failure instanceof AccessDeniedException denied) {
			return "permission denied on " + denied.getFile() + ": the user " + user()
					+ ", who runs Rollcall, needs to write there";
		}
		if (failure instanceof NoSuchFileException missing) {
			return "there is no " + missing.getFile();
		}
		if (failure instanceof FileAlreadyExistsException present) {
			return present.getFile() + " is there, and is no directory";
		}
		if (failure instanceof FileSystemException refused && refused.getReason() != null) {
			return refused.getReason() + " (" + refused.getFile() + ")";
		}
		return (failure.getClass() == IOException.class && failure.getMessage() != null) ? failure.getMessage()
				: failure.toString();
	}

	/** By the name that somebody has written down, else by the number. */
	private static String user() {
		String name = System.getProperty("user.name", UNNAMED);
		if (!name.equals(UNNAMED)) {
			return "'" + name + "'";
		}
		try {
			return "with the id " + Files.getAttribute(Path.of("/proc/self"), "unix:uid");
		}
		catch (IOException | UnsupportedOperationException ex) {
			return "without a name";
		}
	}

}
