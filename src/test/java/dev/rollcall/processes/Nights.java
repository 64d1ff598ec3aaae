package dev.rollcall.processes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.json.JsonMapper;

/** Where nights are kept, looked at from outside while they are made. */
abstract class Nights {

	/** What the program is given as {@code --out}. */
	abstract String location();

	abstract List<String> keys();

	/** An object's content; empty where it has gone meanwhile. */
	abstract byte[] read(String key) throws IOException;

	/** A directory that holds what is there now. */
	abstract Path copy() throws IOException;

	static Nights in(Path directory) {
		return new InDirectory(directory);
	}

	/**
	 * Nights under a prefix of the bucket.
	 * @param copy where they are copied to
	 */
	static Nights in(S3Client s3, String prefix, Path copy) {
		return new InBucket(s3, prefix, copy);
	}

	List<String> keys(String prefix) {
		return keys().stream().filter((key) -> key.startsWith(prefix)).toList();
	}

	List<String> commits() {
		return keys("run/");
	}

	/** What a night publishes before its manifest. */
	List<String> objects() {
		return keys().stream().filter(Predicate.not((key) -> key.matches("(staging|lease|run|manifests)/.*"))).toList();
	}

	/** The closed staging files of accounts. */
	List<String> stagedFiles() {
		return keys("staging/").stream().filter((key) -> key.matches(".*/accounts-[0-9]+[.]zip")).toList();
	}

	/** The accounts that closed staging files hold, as their indexes say. */
	Set<String> stagedAccounts() throws IOException {
		Set<String> accounts = new TreeSet<>();
		for (String key : stagedFiles()) {
			try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(read(key)))) {
				zip.getNextEntry();
				JsonMapper.shared()
					.readTree(zip.readAllBytes())
					.get("accounts")
					.forEach((id) -> accounts.add(id.asString()));
			}
		}
		return accounts;
	}

	/** Nights in a directory. */
	private static final class InDirectory extends Nights {

		private final Path directory;

		InDirectory(Path directory) {
			this.directory = directory;
		}

		@Override
		String location() {
			return this.directory.toString();
		}

		@Override
		List<String> keys() {
			while (true) {
				if (!Files.isDirectory(this.directory)) {
					return List.of();
				}
				try (Stream<Path> files = Files.walk(this.directory)) {
					return files.filter(Files::isRegularFile)
						.filter((file) -> !file.getFileName().toString().startsWith("."))
						.map((file) -> this.directory.relativize(file).toString())
						.sorted()
						.toList();
				}
				catch (UncheckedIOException | IOException ex) {
					// A file went while it was looked at.
					Thread.onSpinWait();
				}
			}
		}

		@Override
		byte[] read(String key) throws IOException {
			try {
				return Files.readAllBytes(this.directory.resolve(key));
			}
			catch (NoSuchFileException ex) {
				return new byte[0];
			}
		}

		@Override
		Path copy() {
			return this.directory;
		}

	}

	/** Nights in the bucket. */
	private static final class InBucket extends Nights {

		private final S3Client s3;

		private final String prefix;

		private final Path copy;

		InBucket(S3Client s3, String prefix, Path copy) {
			this.s3 = s3;
			this.prefix = prefix;
			this.copy = copy;
		}

		@Override
		String location() {
			return "s3://" + Site.BUCKET + "/" + this.prefix;
		}

		@Override
		List<String> keys() {
			return this.s3.listObjectsV2Paginator((request) -> request.bucket(Site.BUCKET).prefix(this.prefix + "/"))
				.contents()
				.stream()
				.map(S3Object::key)
				.map((key) -> key.substring(this.prefix.length() + 1))
				.sorted()
				.toList();
		}

		@Override
		byte[] read(String key) {
			try {
				return this.s3.getObjectAsBytes((request) -> request.bucket(Site.BUCKET).key(this.prefix + "/" + key))
					.asByteArray();
			}
			catch (NoSuchKeyException ex) {
				return new byte[0];
			}
		}

		@Override
		Path copy() throws IOException {
			Trials.delete(this.copy);
			Files.createDirectories(this.copy);
			for (String key : keys()) {
				byte[] content = read(key);
				if (content.length > 0) {
					Path file = this.copy.resolve(key);
					Files.createDirectories(file.resolveSibling("."));
					Files.write(file, content);
				}
			}
			return this.copy;
		}

	}

}
