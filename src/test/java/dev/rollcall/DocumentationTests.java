package dev.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.collect.AskedIn;
import dev.rollcall.collect.Scope;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.dataset.Schema;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the README and the pages behind it list is what the code has. The page of sources
 * is made from them: {@code -Drollcall.renew-goldens=true}.
 */
class DocumentationTests {

	private static final Path README = Path.of("README.md");

	private static final Path SOURCES = Path.of("docs/sources.md");

	private static final Path ARCHITECTURE = Path.of("docs/architecture.md");

	private static final int README_BYTES = 8_192;

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

	private static final Pattern EXIT = Pattern.compile("(?m)^\\| (\\d+)(?:, \\d+)? \\|");

	@Test
	void listsEverySourceAsTheCatalogHasIt() throws IOException {
		try (var context = new AnnotationConfigApplicationContext("dev.rollcall.collect")) {
			String page = context.getBean(SourceCatalog.class)
				.definitions()
				.stream()
				.sorted(Comparator.comparing(SourceDefinition::name))
				.map(DocumentationTests::row)
				.collect(Collectors.joining("\n",
						"""
								# Sources

								What is asked, where, and with which permissions. A cell is one source asked of one account, in one
								Region where the source is Regional, or about one thing that the evidence of others names; `coverage`
								has a row for each. The policies are made from the same definitions. (Made from the code; do not edit.)

								| source | scope | asked in | operations | datasets | when empty |
								|---|---|---|---|---|---|
								""",
						"\n"));
			if (Boolean.getBoolean("rollcall.renew-goldens")) {
				Files.writeString(SOURCES, page);
			}
			assertThat(page).isEqualTo(read(SOURCES));
		}
	}

	@Test
	void drawsTheArrowsThatTheArchitectureTestHolds() {
		ArchitectureTests.ARROWS.forEach((name, upstream) -> assertThat(read(ARCHITECTURE).lines())
			.anyMatch((line) -> line.strip().startsWith(name + "/") && line.endsWith("→ " + targets(upstream))));
	}

	@Test
	void readmeAndRunbookHaveTheSameExitCodes() {
		assertThat(exitCodes(README)).contains("0", "1", "2", "130").isEqualTo(exitCodes(Path.of("docs/runbook.md")));
	}

	@Test
	void readmeIsOnePage() throws IOException {
		assertThat(Files.size(README)).isLessThanOrEqualTo(README_BYTES);
	}

	@Test
	void everyLinkLeadsSomewhereAndEveryPageIsLinked() throws IOException {
		Set<Path> linked = new TreeSet<>();
		TreeMap<Path, Path> broken = new TreeMap<>();
		for (Path page : pages()) {
			LINK.matcher(read(page)).results().map((link) -> target(page, link)).forEach((target) -> {
				linked.add(target);
				if (!Files.exists(target)) {
					broken.put(page, target);
				}
			});
		}
		assertThat(broken).isEmpty();
		assertThat(linked).containsAll(pages().stream().filter((page) -> !page.equals(README)).toList());
	}

	private static List<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.list(Path.of("docs"))) {
			return Stream.concat(Stream.of(README), docs.filter((file) -> file.toString().endsWith(".md"))).toList();
		}
	}

	private static Path target(Path page, MatchResult link) {
		return page.resolveSibling(link.group(1)).normalize();
	}

	private static List<String> exitCodes(Path page) {
		return EXIT.matcher(read(page)).results().map((code) -> code.group(1)).toList();
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
				source.isDistinct() ? "the account that owns it" : asked(source.askedIn()),
				String.join(", ", source.operations()), datasets, source.whenEmpty());
	}

	private static String scope(Scope scope) {
		return switch (scope) {
			case GLOBAL -> "global";
			case REGION -> "Region";
			case ORGANIZATION -> "organization";
			case ORGANIZATION_REGION -> "organization × Region";
			case DISTINCT -> "once a thing found";
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

	private static String read(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new IllegalStateException(page + " cannot be read", ex);
		}
	}

}
