package dev.rollcall.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

	private final Path directory;

	private final String packaged;

	private final PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();

	private JobConfig(Path directory, String packaged) {
		this.directory = directory;
		this.packaged = packaged;
	}

	/** The files of that name: those of the working directory come first. */
	public static JobConfig find(String name) {
		return new JobConfig(Path.of(name).toAbsolutePath(), "classpath:/" + name + "/");
	}

	/** The files below a folder that end in a certain way, by path, in order. */
	public Map<String, String> files(String folder, String ending) {
		Map<String, String> files = new TreeMap<>();
		try {
			Resource[] found = this.resolver.getResources(root(folder) + folder + "/**/*" + ending);
			for (Resource resource : sorted(found)) {
				String uri = resource.getURI().toString();
				files.put(uri.substring(uri.lastIndexOf("/" + folder + "/") + 1), text(resource));
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot list " + root(folder) + folder, ex);
		}
	}

	/** A file's text. */
	public String text(String path) {
		return text(this.resolver.getResource(root(path) + path));
	}

	/** The text of a packaged file, whatever the working directory has in its place. */
	public String packagedText(String path) {
		return text(this.resolver.getResource(this.packaged + path));
	}

	/** A file's bytes. */
	public InputStream open(String path) {
		try {
			return this.resolver.getResource(root(path) + path).getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot open " + root(path) + path, ex);
		}
	}

	private String root(String path) {
		return Files.exists(this.directory.resolve(path)) ? this.directory.toUri().toString() : this.packaged;
	}

	private static List<Resource> sorted(Resource[] resources) {
		return Arrays.stream(resources).sorted(Comparator.comparing(Resource::getDescription)).toList();
	}

	private static String text(Resource resource) {
		try (InputStream content = resource.getInputStream()) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + resource.getDescription(), ex);
		}
	}

}
