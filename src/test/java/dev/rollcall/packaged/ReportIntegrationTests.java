package dev.rollcall.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged program renders the workbook of a published night again, and exports it.
 */
@Tag("runtime")
class ReportIntegrationTests {

	private static final String DATE = "2026-11-20";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path directory;

	@SuppressWarnings("NullAway.Init")
	private static Program program;

	@SuppressWarnings("NullAway.Init")
	private static Path out;

	@BeforeAll
	static void runANight() throws IOException, InterruptedException {
		program = new Program(Map.of(), directory);
		out = directory.resolve("out");
		assertThat(program.run("demo", "demo", "--scenario", "example", "--out", out.toString(), "--date", DATE)
			.exitCode()).isZero();
	}

	@Test
	void givesTheWorkbookThatWasPublishedAndLeavesTheNightAlone() throws Exception {
		Map<String, String> before = files(out);
		Path again = directory.resolve("again.xlsx");
		Result report = report("report", out, "--to", again.toString());
		assertThat(report.exitCode()).as(report.err()).isZero();
		String gaps = new NightReader(out).rows("SELECT count(*) FROM {coverage} WHERE gap AND NOT expected").get(0);
		assertThat(report.lastLine())
			.isEqualTo("rollcall: the workbook of 2026-11-20, attempt 1, is written; that night" + " had " + gaps
					+ " gaps (exit 0)");
		assertThat(parts(again)).isEqualTo(parts(workbook(out)));
		assertThat(files(out)).isEqualTo(before);
	}

	@Test
	void speaksAnotherLanguageThanTheNight() throws Exception {
		Path japanese = directory.resolve("ja.xlsx");
		assertThat(report("ja", out, "--to", japanese.toString(), "--locale", "ja").exitCode()).isZero();
		assertThat(parts(japanese)).isNotEqualTo(parts(workbook(out)));
	}

	@Test
	void refusesANightThatWasAlteredAndNamesTheFile() throws Exception {
		Path copy = copyOf("altered");
		Path finding = find(copy, "finding/", "part-00000.parquet");
		byte[] content = Files.readAllBytes(finding);
		content[content.length / 2] ^= 1;
		Files.write(finding, content);
		Path target = directory.resolve("altered.xlsx");
		Result report = report("altered", copy, "--to", target.toString());
		assertThat(report.exitCode()).isEqualTo(9);
		assertThat(report.lastLine()).contains(finding.toString()).contains("is not what was published");
		assertThat(target).doesNotExist();
	}

	@Test
	void refusesANightThatLacksAFileAndNamesIt() throws Exception {
		Path copy = copyOf("lacking");
		Path finding = find(copy, "finding/", "part-00000.parquet");
		Files.delete(finding);
		Result report = report("lacking", copy, "--to", directory.resolve("lacking.xlsx").toString());
		assertThat(report.exitCode()).isEqualTo(9);
		assertThat(report.lastLine()).contains(finding.toString()).contains("is missing");
	}

	@Test
	void neverWritesAmongTheNights() throws Exception {
		Path target = out.resolve("reports").resolve("mine.xlsx");
		Result report = report("inside", out, "--to", target.toString());
		assertThat(report.exitCode()).isEqualTo(2);
		assertThat(report.lastLine()).contains("--to: " + target).contains("which only nights are written to");
		assertThat(target).doesNotExist();
	}

	@Test
	void saysWhichNightsThereAre() throws Exception {
		Result report = program.run("missing", "report", "--from", out.toString(), "--date", "2026-11-21");
		assertThat(report.exitCode()).isEqualTo(2);
		assertThat(report.lastLine()).contains("--date: " + out + " holds no published night of 2026-11-21; it holds"
				+ " nights from 2026-11-20 to 2026-11-20");
	}

	@Test
	void exportsWhatWorkbookAndParquetSay() throws Exception {
		ExportedVerdicts parquet = ExportedVerdicts.ofParquet(new NightReader(out));
		assertThat(parquet.counts()).hasSize(4);
		assertThat(ExportedVerdicts.ofWorkbook(workbook(out)).counts()).isEqualTo(parquet.counts());
		assertThat(ExportedVerdicts.ofCsv(export("csv"))).isEqualTo(parquet);
		assertThat(ExportedVerdicts.ofOcsf(export("ocsf"))).isEqualTo(parquet);
		assertThat(ExportedVerdicts.ofOscal(export("oscal"))).isEqualTo(parquet);
		assertThat(ExportedVerdicts.ofAsff(export("asff"))).isEqualTo(parquet.without("NOT_APPLICABLE"));
	}

	private static Path export(String format) throws IOException, InterruptedException {
		Path file = directory.resolve("night." + format);
		Result result = program.run("export-" + format, "export", "--from", out.toString(), "--date", DATE, "--format",
				format, "--to", file.toString());
		assertThat(result.exitCode()).as(result.err()).isZero();
		assertThat(result.lastLine()).contains("findings of 2026-11-20, attempt 1, are written as " + format);
		return file;
	}

	private static Result report(String name, Path from, String... more) throws IOException, InterruptedException {
		String[] arguments = Stream
			.concat(Stream.of("report", "--from", from.toString(), "--date", DATE), Stream.of(more))
			.toArray(String[]::new);
		return program.run(name, arguments);
	}

	private static Path copyOf(String name) throws IOException {
		Path copy = directory.resolve("copy-" + name);
		try (Stream<Path> files = Files.walk(out)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path target = copy.resolve(out.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.copy(file, target);
			}
		}
		return copy;
	}

	private static Path workbook(Path night) throws IOException {
		return find(night, "reports/", ".xlsx");
	}

	private static Path find(Path night, String begin, String end) throws IOException {
		try (Stream<Path> files = Files.walk(night)) {
			return files.filter((file) -> night.relativize(file).toString().startsWith(begin))
				.filter((file) -> file.toString().endsWith(end))
				.findFirst()
				.orElseThrow();
		}
	}

	/** Every file with its size and time. */
	private static Map<String, String> files(Path night) throws IOException {
		Map<String, String> found = new TreeMap<>();
		try (Stream<Path> files = Files.walk(night)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				found.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
			}
		}
		return found;
	}

	/** The content of every part of an Excel file. */
	private static Map<String, String> parts(Path file) throws IOException {
		Map<String, String> parts = new TreeMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			List<? extends ZipEntry> entries = Collections.list(zip.entries());
			for (ZipEntry entry : entries) {
				try (InputStream content = zip.getInputStream(entry)) {
					parts.put(entry.getName(), HexFormat.of().formatHex(content.readAllBytes()));
				}
			}
		}
		return parts;
	}

}
