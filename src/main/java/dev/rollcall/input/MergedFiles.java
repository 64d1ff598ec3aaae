package dev.rollcall.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a folder as they count: the shipped ones, with people's own beside them.
 * An own file takes the place of the shipped one of its name, in whatever folder below;
 * one that says {@code disabled: true} leaves it out.
 *
 * @param files in order of their names
 * @param removed the names of shipped files that are left out, in order
 */
public record MergedFiles(List<ConfigFile> files, List<String> removed) {

	public MergedFiles {
		files = List.copyOf(files);
		removed = List.copyOf(removed);
	}

	/**
	 * Merges files by name.
	 * @param root what stands before their paths in messages, such as {@code job-config/}
	 * @param shipped texts by path
	 * @param own texts by path
	 * @param mistakes gets what is refused: two that have one name, of which the first
	 * counts, and one that is to leave out what there is not
	 */
	static MergedFiles of(String root, Map<String, String> shipped, Map<String, String> own, Mistakes mistakes) {
		Map<String, String> shippedPaths = byName(root, shipped, mistakes);
		Map<String, String> ownPaths = byName(root, own, mistakes);
		Map<String, ConfigFile> files = new TreeMap<>();
		shippedPaths.forEach(
				(name, path) -> files.put(name, new ConfigFile(path, text(path, shipped), Optional.empty(), false)));
		List<String> removed = new ArrayList<>();
		ownPaths.forEach((name, path) -> {
			ConfigFile replaced = files.remove(name);
			ConfigFile file = own(path, text(path, own), Optional.ofNullable(replaced).map(ConfigFile::text));
			if (!isDisabled(root, file)) {
				files.put(name, file);
				return;
			}
			mistakes.pass(() -> refuseNothing(root, file, shippedPaths));
			if (replaced != null) {
				removed.add(name);
			}
		});
		return new MergedFiles(List.copyOf(files.values()), removed);
	}

	private static Map<String, String> byName(String root, Map<String, String> texts, Mistakes mistakes) {
		Map<String, String> paths = new TreeMap<>();
		for (String path : new TreeSet<>(texts.keySet())) {
			String before = paths.putIfAbsent(ConfigFile.name(path), path);
			mistakes.pass(() -> {
				if (before != null) {
					throw new BadInputException(root + path + ": has the name of " + root + before);
				}
			});
		}
		return paths;
	}

	private static String text(String path, Map<String, String> texts) {
		return texts.getOrDefault(path, "");
	}

	private static ConfigFile own(String path, String text, Optional<String> replaced) {
		Optional<String> other = replaced.filter((shipped) -> !shipped.equals(text));
		return new ConfigFile(path, text, other, replaced.isEmpty() || other.isPresent());
	}

	/** What cannot be read is refused by whoever reads the file. */
	private static boolean isDisabled(String root, ConfigFile file) {
		return new Mistakes().of(new SqlFile(root + file.path(), file.text())::isDisabled).orElse(false);
	}

	/**
	 * Nothing but {@code disabled: true} is meant for a shipped file: there must be one.
	 */
	private static void refuseNothing(String root, ConfigFile file, Map<String, String> shipped) {
		SqlFile sql = new SqlFile(root + file.path(), file.text());
		if (!sql.hasStatement() && !shipped.containsKey(file.name())) {
			throw new BadInputException(root + file.path() + ":1: disabled: no shipped file has the name '"
					+ file.name() + "'; " + Suggestion.of(file.name(), shipped.keySet()));
		}
	}

}
