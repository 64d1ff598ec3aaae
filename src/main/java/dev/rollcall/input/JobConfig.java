package dev.rollcall.input;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of {@code job-config} and the like: each is the working directory's where it
 * has one, else the packaged one.
 */
public final class JobConfig {

	private final String name;

	/** Null where nobody's own files count. */
	private final @Nullable Path directory;

	private final String packaged;

	private final PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();

	private JobConfig(String name, @Nullable Path directory, String packaged) {
		this.name = name;
		this.directory = directory;
		this.packaged = packaged;
	}

	/** The files of that name: those of the working directory come first. */
	public static JobConfig find(String name) {
		return find(name, Path.of(name));
	}

	/** The packaged files of that name, behind those of a directory. */
	public static JobConfig find(String name, Path directory) {
		return new JobConfig(name, directory.toAbsolutePath(), "classpath:/" + name + "/");
	}

	/** The same without anybody's own files. */
	public JobConfig packagedOnly() {
		return new JobConfig(this.name, null, this.packaged);
	}

	/**
	 * The files below a folder that end in a certain way: the packaged ones, and over
	 * them by name those of the working directory.
	 * @throws BadInputException where one cannot be read or two have one name
	 */
	public MergedFiles merged(String folder, String ending) {
		Mistakes mistakes = new Mistakes();
		MergedFiles files = merged(folder, ending, mistakes);
		mistakes.refuse();
		return files;
	}

	/**
	 * The same; what is refused is left out.
	 * @param mistakes gets it
	 */
	public MergedFiles merged(String folder, String ending, Mistakes mistakes) {
		Map<String, String> own = mistakes.of(() -> ownFiles(folder, ending, mistakes)).orElse(Map.of());
		return MergedFiles.of(this.name + "/", packagedFiles(folder, ending), own, mistakes);
	}

	private Map<String, String> packagedFiles(String folder, String ending) {
		Map<String, String> files = new TreeMap<>();
		if (!this.resolver.getResource(this.packaged + folder + "/").exists()) {
			return files;
		}
		try {
			for (Resource resource : this.resolver.getResources(this.packaged + folder + "/**/*" + ending)) {
				String uri = resource.getURI().toString();
				String path = uri.substring(uri.lastIndexOf("/" + folder + "/") + 1);
				files.put(path, text(path, resource));
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot list " + this.packaged + folder, ex);
		}
	}

	/**
	 * Hidden folders hold what is not meant: among others, every file of a mounted
	 * ConfigMap a second time.
	 */
	private Map<String, String> ownFiles(String folder, String ending, Mistakes mistakes) {
		Map<String, String> files = new TreeMap<>();
		Path root = own(folder);
		if (root == null) {
			return files;
		}
		try (Stream<Path> found = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
			found.map(root::relativize)
				.filter((path) -> path.toString().endsWith(ending) && !isHidden(path))
				.map((path) -> folder + "/" + path.toString().replace(File.separatorChar, '/'))
				.forEach((path) -> mistakes.of(() -> text(path)).ifPresent((text) -> files.put(path, text)));
			return files;
		}
		catch (UncheckedIOException ex) {
			throw TextFile.unreadable(shown(folder), TextFile.reason(Objects.requireNonNull(ex.getCause())));
		}
		catch (IOException ex) {
			throw TextFile.unreadable(shown(folder), TextFile.reason(ex));
		}
	}

	private static boolean isHidden(Path path) {
		return StreamSupport.stream(path.spliterator(), false).anyMatch((part) -> part.toString().startsWith("."));
	}

	/**
	 * A file's text.
	 * @throws BadInputException where it cannot be read, or is not a text
	 */
	public String text(String path) {
		return text(path, resource(path));
	}

	/** The text of a packaged file, whatever the working directory has in its place. */
	public String packagedText(String path) {
		return text(path, this.resolver.getResource(this.packaged + path));
	}

	/**
	 * A file's bytes.
	 * @throws BadInputException where it cannot be read
	 */
	public InputStream open(String path) {
		try {
			return resource(path).getInputStream();
		}
		catch (IOException ex) {
			throw TextFile.unreadable(shown(path), TextFile.reason(ex));
		}
	}

	private Resource resource(String path) {
		Path own = own(path);
		if (own != null && Files.isDirectory(own)) {
			throw TextFile.unreadable(shown(path), "it is a directory");
		}
		return (own != null) ? new FileSystemResource(own) : this.resolver.getResource(this.packaged + path);
	}

	/** Somebody's own file or folder; null where there is none. */
	private @Nullable Path own(String path) {
		Path own = (this.directory != null) ? this.directory.resolve(path) : null;
		return (own != null && Files.exists(own)) ? own : null;
	}

	private String shown(String path) {
		return this.name + "/" + path;
	}

	private String text(String path, Resource resource) {
		try (InputStream content = resource.getInputStream()) {
			return TextFile.read(shown(path), content);
		}
		catch (IOException ex) {
			throw TextFile.unreadable(shown(path), TextFile.reason(ex));
		}
	}

}
