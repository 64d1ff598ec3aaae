package dev.rollcall.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a text that somebody wrote: UTF-8, of a size that somebody can have written. */
public final class TextFile {

	private static final int LARGEST = 1_000_000;

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private TextFile() {
	}

	/**
	 * Reads a file that a flag names.
	 * @throws BadInputException where it cannot be read, or is not a text
	 */
	public static String read(String flag, Path file) {
		if (Files.isDirectory(file)) {
			throw unreadable(flag + ": " + file, "it is a directory");
		}
		try (InputStream content = Files.newInputStream(file)) {
			return read(flag + ": " + file, file.toString(), content);
		}
		catch (IOException ex) {
			throw unreadable(flag + ": " + file, reason(ex));
		}
	}

	/**
	 * Reads a text.
	 * @param name what to call it in messages
	 */
	static String read(String name, InputStream content) throws IOException {
		return read(name, name, content);
	}

	private static String read(String whole, String name, InputStream content) throws IOException {
		byte[] bytes = content.readNBytes(LARGEST + 1);
		if (bytes.length > LARGEST) {
			throw new BadInputException(whole + ": a file of at most 1 MB was expected");
		}
		return decode(name, bytes);
	}

	private static String decode(String name, byte[] bytes) {
		ByteBuffer read = ByteBuffer.wrap(bytes);
		CharBuffer text = CharBuffer.allocate(bytes.length);
		CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(read, text, true);
		if (result.isError()) {
			throw new BadInputException(name + ":" + lineAt(read.position(), bytes) + ": UTF-8 was expected");
		}
		String decoded = text.flip().toString();
		return decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded;
	}

	private static int lineAt(int offset, byte[] bytes) {
		int line = 1;
		for (int i = 0; i < offset; i++) {
			line += (bytes[i] == '\n') ? 1 : 0;
		}
		return line;
	}

	static BadInputException unreadable(String name, String reason) {
		return new BadInputException(name + ": a readable file in UTF-8 was expected (" + reason + ")");
	}

	static String reason(IOException failure) {
		if (failure instanceof NoSuchFileException) {
			return "there is none";
		}
		return (failure instanceof AccessDeniedException) ? "it may not be read" : String.valueOf(failure.getMessage());
	}

}
