import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes the libraries of other operating systems and processors out of the jars of a
 * folder: an image is of one. Run as a source file while the image is built.
 */
public final class ForeignLibraries {

	private static final Pattern LIBRARY = Pattern.compile("(?i).*\\.(so|dll|dylib|jnilib|a)(_\\w+)?");

	private static final String PROCESSOR = switch (System.getProperty("os.arch")) {
		case "amd64" -> "(amd64|x86_64)";
		case "aarch64" -> "(arm64|aarch64)";
		default -> throw new IllegalStateException("An image of " + System.getProperty("os.arch") + " was not foreseen");
	};

	private static final Pattern OURS = Pattern.compile("(?i)(.*[/_])?linux[/_]" + PROCESSOR + "(/.*)?");

	private ForeignLibraries() {
	}

	/** Takes them out of the jars of the folder that is named. */
	public static void main(String[] arguments) throws IOException {
		List<Path> jars;
		try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
			jars = files.filter((file) -> file.toString().endsWith(".jar")).sorted().toList();
		}
		for (Path jar : jars) {
			if (hasForeign(jar)) {
				long before = Files.size(jar);
				takeOut(jar);
				System.out.printf("%s: %,d bytes of %,d are left%n", jar.getFileName(), Files.size(jar), before);
			}
		}
	}

	private static boolean hasForeign(Path jar) throws IOException {
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			return zip.stream().anyMatch(ForeignLibraries::isForeign);
		}
	}

	private static boolean isForeign(ZipEntry entry) {
		return LIBRARY.matcher(entry.getName()).matches() && !OURS.matcher(entry.getName()).matches();
	}

	private static void takeOut(Path jar) throws IOException {
		Path rest = jar.resolveSibling(jar.getFileName() + ".rest");
		try (ZipFile zip = new ZipFile(jar.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(rest))) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				if (!isForeign(entry)) {
					copy(zip, entry, out);
				}
			}
		}
		Files.setLastModifiedTime(rest, Files.getLastModifiedTime(jar));
		Files.move(rest, jar, StandardCopyOption.REPLACE_EXISTING);
	}

	private static void copy(ZipFile zip, ZipEntry entry, ZipOutputStream out) throws IOException {
		ZipEntry copied = new ZipEntry(entry.getName());
		copied.setTime(entry.getTime());
		out.putNextEntry(copied);
		try (InputStream content = zip.getInputStream(entry)) {
			content.transferTo(out);
		}
		out.closeEntry();
	}

}
