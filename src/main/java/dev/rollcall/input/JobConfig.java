package dev.rollcall.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of {@code job-config}: those in the working directory, else the packaged
 * ones.
 */
public final class JobConfig {

	private final String root;

	private final PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();

	private JobConfig(String root) {
		this.root = root;
	}

	/** Finds a directory of that name below the working directory, else in the jar. */
	public static JobConfig find(String name) {
		Path directory = Path.of(name).toAbsolutePath();
		return new JobConfig(Files.isDirectory(directory) ? directory.toUri().toString() : "classpath:/" + name + "/");
	}

	/** The files below a folder that end in a certain way, by path, in order. */
	public Map<String, String> files(String folder, String ending) {
		Map<String, String> files = new TreeMap<>();
		try {
			Resource[] found = this.resolver.getResources(this.root + folder + "/**/*" + ending);
			for (Resource resource : sorted(found)) {
				String uri = resource.getURI().toString();
				files.put(uri.substring(uri.lastIndexOf("/" + folder + "/") + 1), text(resource));
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot list " + this.root + folder, ex);
		}
	}

	/** A file's text. */
	public String text(String path) {
		return text(this.resolver.getResource(this.root + path));
	}

	/** A file's bytes. */
	public InputStream open(String path) {
		try {
			return this.resolver.getResource(this.root + path).getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot open " + this.root + path, ex);
		}
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
