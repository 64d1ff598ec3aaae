package dev.rollcall.ddl;

import java.time.LocalDate;
import java.util.List;

import dev.rollcall.input.JobConfig;
import dev.rollcall.input.SqlFile;
import dev.rollcall.input.YamlMapping;

/**
 * A query that is shipped for analysts.
 *
 * @param text as it is pasted, with what it says of itself in front
 */
public record SavedQuery(String name, String title, String description, String text) {

	/** All of them. */
	public static List<SavedQuery> all() {
		return JobConfig.find("job-config")
			.packagedOnly()
			.merged("athena/queries", ".sql")
			.files()
			.stream()
			.map((file) -> {
				YamlMapping matter = new SqlFile(file.path(), file.text()).yaml().onlyKeys("title", "description");
				return new SavedQuery(file.name(), matter.requiredText("title"), matter.requiredText("description"),
						file.text());
			})
			.toList();
	}

	/** The text on another day than today, and about a finding. */
	public String on(LocalDate today, String finding) {
		return this.text.replace("current_date", "DATE '" + today + "'").replace("FINDING-ID", finding);
	}

}
