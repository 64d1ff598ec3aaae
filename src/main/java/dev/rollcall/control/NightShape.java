package dev.rollcall.control;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.dataset.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What every night looks like, whatever it finds: the schemas that controls may read, the
 * sources, and what can become of a cell. Controls are tried on it before anything is
 * called.
 */
public record NightShape(List<Schema> schemas, List<Source> sources) {

	public NightShape {
		schemas = List.copyOf(schemas);
		sources = List.copyOf(sources);
	}

	Set<String> sourceNames() {
		Set<String> names = new TreeSet<>();
		this.sources.forEach((source) -> names.add(source.name()));
		return names;
	}

	/**
	 * A source.
	 *
	 * @param regional whether it has a cell a Region
	 * @param organizational whether one account is asked for all
	 * @param distinct whether it has a cell a thing found; an account may own none
	 * @param cells what can become of a cell, a cell a status
	 */
	public record Source(String name, boolean regional, boolean organizational, boolean distinct, List<Cell> cells) {

		public Source {
			cells = List.copyOf(cells);
		}

		Cell cell(String status) {
			return this.cells.stream()
				.filter((cell) -> cell.status().equals(status))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("No cell of " + this.name + " is " + status));
		}

	}

	/**
	 * What the columns of coverage say of a cell of that status.
	 */
	public record Cell(String status, @Nullable String operation, @Nullable String errorCode,
			@Nullable String unreadVerdict, @Nullable String unreadReason, boolean gap) {

	}

}
