package dev.rollcall.input;

import java.util.Optional;

/**
 * A file of a folder such as {@code job-config/controls}: a shipped one, or one that
 * somebody put beside or over it.
 *
 * @param path below {@code job-config} and the like
 * @param shipped the text of the shipped file that it replaces; empty where it is that
 * very file, says the same, or replaces none
 * @param own whether it says what no shipped file of its name says
 */
public record ConfigFile(String path, String text, Optional<String> shipped, boolean own) {

	/** What files are matched by: the file's name, without folders and ending. */
	public String name() {
		return name(this.path);
	}

	static String name(String path) {
		String file = path.substring(path.lastIndexOf('/') + 1);
		return file.substring(0, file.lastIndexOf('.'));
	}

}
