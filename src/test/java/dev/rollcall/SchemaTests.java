package dev.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.control.Projections;
import dev.rollcall.dataset.Schema;
import dev.rollcall.input.JobConfig;
import dev.rollcall.job.NightApplication;
import dev.rollcall.publication.Run;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The columns of every dataset, as text: the contract with those who query them. Columns
 * may be added at the end; none is renamed, retyped or removed. Renewed with
 * {@code -Drollcall.renew-goldens=true}.
 */
class SchemaTests {

	private static final Path GOLDEN = Path.of("src/test/resources/schemas.txt");

	@Test
	void datasetsHaveTheColumnsOfTheContract() throws IOException {
		List<Schema> schemas = new ArrayList<>();
		try (var context = new AnnotationConfigApplicationContext("dev.rollcall.collect")) {
			SourceCatalog sources = context.getBean(SourceCatalog.class);
			schemas.addAll(NightApplication.published(sources,
					Projections.load(JobConfig.find("job-config"), NightApplication.shape(sources))));
		}
		schemas.add(Schema.of(Run.class));
		String text = schemas.stream().map(SchemaTests::text).sorted().collect(Collectors.joining("\n"));
		if (Boolean.getBoolean("rollcall.renew-goldens")) {
			Files.writeString(GOLDEN, text);
		}
		assertThat(text).isEqualTo(Files.readString(GOLDEN));
	}

	private static String text(Schema schema) {
		return schema.dataset() + "\n"
				+ schema.columns()
					.stream()
					.map((column) -> "  " + column.name() + " " + column.type().sql() + "\n")
					.collect(Collectors.joining());
	}

}
