package dev.rollcall.export;

import java.io.OutputStream;
import java.util.stream.Collectors;

/**
 * A row a finding, by RFC 4180. The byte order mark tells a Japanese Excel that it is
 * UTF-8.
 */
final class CsvWriter implements ExportWriter {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final String END = "\r\n";

	@Override
	public long write(ExportedNight night, OutputStream out) {
		Lines lines = new Lines(out);
		lines.add(BYTE_ORDER_MARK + CsvColumn.ALL.stream().map(CsvColumn::name).collect(Collectors.joining(",")) + END);
		night.findings((judgement) -> lines.add(row(night, judgement) + END));
		return lines.written() - 1;
	}

	private static String row(ExportedNight night, Judgement judgement) {
		return CsvColumn.ALL.stream()
			.map((column) -> CsvCell.of(column.value().apply(night, judgement)))
			.collect(Collectors.joining(","));
	}

}
