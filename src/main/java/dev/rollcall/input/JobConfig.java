package dev.rollcall.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of {@code job-config} and the like: each file, and each folder as a whole, is
 * the working directory's where it has one, else the packaged one.
 */
public final class JobConfig {

	private final String name;

	private final Path directory;

	private final String packaged;

	private final PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();

	private JobConfig(String name, Path directory, String packaged) {
		this.name = name;
		this.directory = directory;
		this.packaged = packaged;
	}

	/** The files of that name: those of the working directory come first. */
	public static JobConfig find(String name) {
		return new JobConfig(name, Path.of(name).toAbsolutePath(), "classpath:/" + name + "/");
	}

	/** The files below a folder that end in a certain way, by path, in order. */
	public Map<String, String> files(String folder, String ending) {
		Map<String, String> files = new TreeMap<>();
		try {
			Resource[] found = this.resolver.getResources(root(folder) + folder + "/**/*" + ending);
			for (Resource resource : sorted(found)) {
				String uri = resource.getURI().toString();
				String path = uri.substring(uri.lastIndexOf("/" + folder + "/") + 1);
				files.put(path, text(path, resource));
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot list " + root(folder) + folder, ex);
		}
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
		if (Files.isDirectory(this.directory.resolve(path))) {
			throw TextFile.unreadable(shown(path), "it is a directory");
		}
		return this.resolver.getResource(root(path) + path);
	}

	private String shown(String path) {
		return this.name + "/" + path;
	}

	private String root(String path) {
		return Files.exists(this.directory.resolve(path)) ? this.directory.toUri().toString() : this.packaged;
	}

	private static List<Resource> sorted(Resource[] resources) {
		return Arrays.stream(resources).sorted(Comparator.comparing(Resource::getDescription)).toList();
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
