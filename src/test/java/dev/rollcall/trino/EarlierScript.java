package dev.rollcall.trino;

import java.time.LocalDate;
import java.util.List;

import dev.rollcall.dataset.Column;
import dev.rollcall.dataset.Schema;
import dev.rollcall.ddl.Location;
import dev.rollcall.ddl.Script;
import dev.rollcall.ddl.Table;
import dev.rollcall.ddl.TrinoDialect;

/** What an earlier version printed: columns and datasets are only ever added. */
final class EarlierScript {

	private static final int FEWEST = 5;

	private EarlierScript() {
	}

	/**
	 * The script without a dataset, and without the last column of each other.
	 * @param later the dataset that there was not yet
	 */
	static String of(List<Table> tables, String later) {
		List<Table> earlier = tables.stream()
			.filter((table) -> !table.name().equals(later))
			.map(EarlierScript::narrowed)
			.toList();
		return new Script(new TrinoDialect(new Location("local:///nights"), LocalDate.of(2026, 11, 1)), earlier).text();
	}

	private static Table narrowed(Table table) {
		List<Column> columns = table.schema().columns();
		int left = Math.max(FEWEST, columns.size() - 1);
		return new Table(new Schema(table.name(), columns.subList(0, Math.min(left, columns.size()))),
				table.description(), table.before());
	}

}
