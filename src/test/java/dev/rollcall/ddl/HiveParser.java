package dev.rollcall.ddl;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The parser of Hive's DDL, which is Athena's. Its jar brings copies of Parquet, Avro and
 * Guava under their own names: it stays off the class path, in a folder that the build
 * fills.
 */
final class HiveParser implements AutoCloseable {

	private static final Path JARS = Path.of("target/hive");

	private final URLClassLoader loader;

	private final Object driver;

	private final Method parse;

	private HiveParser(URLClassLoader loader) throws ReflectiveOperationException {
		this.loader = loader;
		Class<?> type = loader.loadClass("org.apache.hadoop.hive.ql.parse.ParseDriver");
		this.driver = type.getConstructor().newInstance();
		this.parse = type.getMethod("parse", String.class);
	}

	static HiveParser open() throws IOException, ReflectiveOperationException {
		assumeTrue(Files.isDirectory(JARS), "the build has not copied Hive's parser to " + JARS);
		List<URL> jars = new ArrayList<>();
		try (Stream<Path> files = Files.list(JARS)) {
			for (Path jar : files.toList()) {
				jars.add(jar.toUri().toURL());
			}
		}
		assertThat(jars).hasSize(2);
		return new HiveParser(new URLClassLoader(jars.toArray(URL[]::new), HiveParser.class.getClassLoader()));
	}

	/** What it says of a statement; empty where it takes it. */
	Optional<String> refusal(String sql) {
		try {
			this.parse.invoke(this.driver, sql);
			return Optional.empty();
		}
		catch (InvocationTargetException ex) {
			return Optional.of(String.valueOf(ex.getTargetException().getMessage()));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.loader.close();
	}

}
