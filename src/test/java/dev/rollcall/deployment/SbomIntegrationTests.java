package dev.rollcall.deployment;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of what is in the jar, which the jar has with it. */
class SbomIntegrationTests {

	private static final Path JAR = Path.of(System.getProperty("rollcall.jar", "target/rollcall.jar"));

	/** The first versions in which what was found in earlier ones is mended. */
	private static final Map<String, String> FLOORS = Map.of("parquet-hadoop", "1.15.2", "poi-ooxml", "5.4.0",
			"commons-compress", "1.26.0", "snakeyaml", "2.0", "postgresql", "42.7.7", "h2", "2.2.220", "logback-core",
			"1.5.19", "hadoop-common", "3.4.0", "snappy-java", "1.1.10.4", "aircompressor", "2.0.3");

	@Test
	void listsEveryLibraryOfTheJar() throws IOException {
		Set<String> listed = new TreeSet<>();
		components()
			.forEach((name, component) -> listed.add(name + "-" + component.get("version").asString() + ".jar"));
		Set<String> packed = new TreeSet<>();
		try (ZipFile jar = new ZipFile(JAR.toFile())) {
			jar.stream()
				.map((entry) -> entry.getName())
				.filter((name) -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
				// Boot's own, which only unpacks the jar.
				.filter((name) -> !name.contains("/spring-boot-jarmode-tools-"))
				.forEach((name) -> packed.add(name.substring("BOOT-INF/lib/".length())));
		}
		assertThat(packed).hasSizeGreaterThan(100);
		assertThat(listed).containsAll(packed);
		listed.removeAll(packed);
		assertThat(listed).as("nothing of the tests").allMatch((name) -> name.startsWith("spring-boot-starter"));
	}

	@Test
	void saysUnderWhichLicenceEachIs() throws IOException {
		components().forEach((name, component) -> assertThat(component.path("licenses").isEmpty()).as(name).isFalse());
	}

	@Test
	void hasNothingOlderThanWhatIsMended() throws IOException {
		Map<String, JsonNode> components = components();
		FLOORS.forEach((name, floor) -> {
			assertThat(components).containsKey(name);
			String version = components.getOrDefault(name, JsonMapper.shared().nullNode()).path("version").asString();
			assertThat(Version.parse(version)).as(name).isGreaterThanOrEqualTo(Version.parse(floor));
		});
	}

	@Test
	void isTheSameOfTheSameSources() throws IOException {
		JsonNode list = list();
		assertThat(list.has("serialNumber")).isFalse();
		assertThat(list.get("metadata").has("timestamp")).isFalse();
	}

	private static Map<String, JsonNode> components() throws IOException {
		Map<String, JsonNode> components = new TreeMap<>();
		list().get("components").forEach((component) -> components.put(component.get("name").asString(), component));
		return components;
	}

	private static JsonNode list() throws IOException {
		try (ZipFile jar = new ZipFile(JAR.toFile())) {
			return JsonMapper.shared().readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));
		}
	}

}
