package dev.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Schema;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What the README lists is what the code has. */
class ReadmeTests {

	private static final String README = read();

	@Test
	void listsEverySourceAsTheCatalogHasIt() {
		try (var context = new AnnotationConfigApplicationContext("dev.rollcall.collect")) {
			List<String> rows = context.getBean(SourceCatalog.class)
				.definitions()
				.stream()
				.map(ReadmeTests::row)
				.sorted()
				.toList();
			assertThat(README.lines()
				.filter((line) -> line.matches("\\| `[a-z-]+` \\| (global|Region|organization).*"))
				.sorted()).isEqualTo(rows);
		}
	}

	@Test
	void drawsTheArrowsThatTheArchitectureTestHolds() {
		ArchitectureTests.ARROWS.forEach((name, upstream) -> assertThat(README.lines())
			.anyMatch((line) -> line.strip().startsWith(name + "/") && line.endsWith("→ " + targets(upstream))));
	}

	private static String targets(Set<String> upstream) {
		return upstream.isEmpty() ? "nothing" : upstream.stream().sorted().collect(Collectors.joining(" "));
	}

	private static String row(SourceDefinition source) {
		String datasets = source.evidence()
			.stream()
			.map((type) -> Schema.of(type).dataset())
			.map((dataset) -> dataset.equals("account_tags") ? "account" : dataset)
			.collect(Collectors.joining(", "));
		return "| `%s` | %s | %s | %s | %s | %s |".formatted(source.name(), scope(source.scope()),
				asked(source.askedIn()), String.join(", ", source.operations()), datasets, source.whenEmpty());
	}

	private static String scope(Scope scope) {
		return switch (scope) {
			case GLOBAL -> "global";
			case REGION -> "Region";
			case ORGANIZATION -> "organization";
			case ORGANIZATION_REGION -> "organization × Region";
		};
	}

	private static String asked(AskedIn askedIn) {
		return switch (askedIn) {
			case ACCOUNT -> "the account";
			case READER -> "the organization's reader";
			case MANAGEMENT -> "management";
			case ADMINISTRATOR_OR_MANAGEMENT -> "the delegated administrator, else management";
			case MANAGEMENT_AND_ADMINISTRATORS -> "management and delegated administrators";
			case NAMED_ADMINISTRATOR -> "the administrator that another source names";
		};
	}

	private static String read() {
		try {
			return Files.readString(Path.of("README.md"));
		}
		catch (IOException ex) {
			throw new IllegalStateException("README.md cannot be read", ex);
		}
	}

}
