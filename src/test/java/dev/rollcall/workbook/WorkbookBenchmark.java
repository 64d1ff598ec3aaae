package dev.rollcall.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast a night of many findings is rendered, beside POI's streaming writer that
 * writes the same cells of Findings and nothing else. Run by hand:
 * {@code ./mvnw test -Dtest=WorkbookBenchmark -DargLine=-Xmx512m}.
 */
class WorkbookBenchmark {

	private static final int FINDINGS = Integer.getInteger("rollcall.benchmark.findings", 300_000);

	private static final int ACCOUNTS = 1_000;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void rendersNearlyAsFastAsPoiWrites() throws IOException {
		double[] ours = new double[3];
		double[] plain = new double[3];
		try (WorkbookNight night = new WorkbookNight(this.directory)) {
			fill(night);
			for (int run = 0; run < ours.length; run++) {
				plain[run] = seconds(this::writePlainly);
				ours[run] = seconds(() -> night.write(this.directory.resolve("ours.xlsx")));
				System.out.printf(Locale.ROOT,
						"run %d: plain SXSSF %.1f s (%.0f rows/s), workbook %.1f s (%.0f rows/s), ratio %.2f%n", run,
						plain[run], FINDINGS / plain[run], ours[run], FINDINGS / ours[run], ours[run] / plain[run]);
			}
		}
		assertThat(median(ours)).isLessThan(1.5 * median(plain));
	}

	private static double seconds(Work work) throws IOException {
		long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e9;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private static void fill(WorkbookNight night) {
		night.with("account", """
				SELECT printf('%%012d', i) AS account_id, 'account ' || i AS name, 'ACTIVE' AS state,
				  'Root/Workloads' AS ou_path, 'production' AS environment FROM range(%d) AS t (i)"""
			.formatted(ACCOUNTS));
		night.with("control", """
				SELECT 'root.mfa' AS control_id, 'The root user signs in with a second factor' AS title_en,
				  'HIGH' AS severity, 'PR.AA-03' AS csf20_primary, 'PR.AC-7' AS csf11_primary,
				  ['iam-root-user'] AS sources, 'SELECT 1' AS sql""");
		night.with("finding", """
				SELECT 'root.mfa' AS control_id, printf('%%012d', i %% %d) AS account_id, 'us-east-1' AS region,
				  'arn:aws:s3:::bucket-' || i AS resource_id, 'NON_COMPLIANT' AS verdict, 'HIGH' AS severity,
				  'The root user has no second factor in bucket ' || i || '.' AS reason, 'PR.AA-03' AS csf20_primary,
				  'PR.AC-7' AS csf11_primary, DATE '2026-11-01' AS first_seen_on, 'NON_COMPLIANT' AS last_known_verdict
				FROM range(%d) AS t (i)""".formatted(ACCOUNTS, FINDINGS));
	}

	private void writePlainly() throws IOException {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
				OutputStream file = Files.newOutputStream(this.directory.resolve("plain.xlsx"))) {
			Sheet sheet = workbook.createSheet("Findings");
			CellStyle style = workbook.createCellStyle();
			CellStyle date = workbook.createCellStyle();
			date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
			for (int i = 0; i < FINDINGS; i++) {
				Row row = sheet.createRow(i);
				String account = "%012d".formatted(i % ACCOUNTS);
				String[] texts = { "Non-compliant", "High", "root.mfa", "The root user signs in with a second factor",
						"PR.AA-03", account, "account " + i % ACCOUNTS, "production", "us-east-1",
						"arn:aws:s3:::bucket-" + i, "The root user has no second factor in bucket " + i + ".",
						"Non-compliant", "" };
				for (int column = 0; column < texts.length; column++) {
					row.createCell(column).setCellValue(texts[column]);
					row.getCell(column).setCellStyle(style);
				}
				row.createCell(texts.length).setCellValue(LocalDate.of(2026, 11, 1));
				row.getCell(texts.length).setCellStyle(date);
			}
			workbook.write(file);
		}
	}

	/** Something to time. */
	@FunctionalInterface
	private interface Work {

		void run() throws IOException;

	}

}
