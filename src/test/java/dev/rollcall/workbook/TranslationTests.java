package dev.rollcall.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.rollcall.input.ConfigFile;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Phrases;
import dev.rollcall.input.YamlMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The Japanese workbook says everything in Japanese. */
class TranslationTests {

	/** Two English words beside each other: what is left when a text was forgotten. */
	private static final Pattern PROSE = Pattern.compile("(?<![\\w.:/-])[A-Za-z]*[a-z]{2,} [a-z]{2,}(?![\\w.:/-])");

	/**
	 * What is English everywhere: names of AWS, commands, SQL, what AWS or a person
	 * wrote.
	 */
	private static final List<Pattern> ALLOWED = List.of(Pattern.compile("(?s).*\\b(SELECT|WITH|FROM)\\b.*"),
			Pattern.compile("rollcall (verify|report|policy)"), Pattern.compile("Break-glass account"),
			Pattern.compile("account 000000000001"), Pattern.compile("attempt 10 s"));

	private static final Pattern REASON = Pattern.compile("(?m)^ +(?:reason|(?:PR|DE)\\.[A-Z]{2}-[0-9]+): (.+)$");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void leavesNoEnglishSentence() throws IOException {
		TreeSet<String> left = new TreeSet<>();
		try (WorkbookNight night = new WorkbookNight(this.directory)) {
			Path file = ExampleNight.fill(night).language("ja").compared().write(this.directory.resolve("ja.xlsx"));
			PlainReader.texts(file)
				.values()
				.forEach((texts) -> texts.stream().filter(TranslationTests::isEnglish).forEach(left::add));
		}
		assertThat(left).isEmpty();
	}

	/**
	 * Why a shipped control speaks for its Subcategories: each such line of all of them.
	 */
	@Test
	void knowsEveryReasonOfTheMap() {
		Set<String> reasons = new TreeSet<>();
		controls().forEach(
				(control) -> REASON.matcher(control).results().forEach((line) -> reasons.add(line.group(1).strip())));
		Set<String> known = new TreeSet<>(new Messages(JobConfig.find("reports-templates"), "ja").reasons().keySet());
		controls().forEach((control) -> known.addAll(Phrases.read(matter(control).mapping("reasons")).keySet()));
		assertThat(reasons).isNotEmpty();
		assertThat(known).containsAll(reasons);
	}

	private static List<String> controls() {
		return JobConfig.find("job-config").merged("controls", ".sql").files().stream().map(ConfigFile::text).toList();
	}

	private static YamlMapping matter(String control) {
		String comment = control.substring(control.indexOf("/*") + 2, control.indexOf("*/"));
		return YamlMapping.read("control", 1, comment);
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ja" })
	void hasWordsForEverySource(String language) {
		Messages messages = new Messages(JobConfig.find("reports-templates"), language);
		assertThat(PublishedSchemas.sources()).isNotEmpty()
			.allSatisfy((source) -> assertThat(messages.find("source." + source)).as(source).isPresent());
	}

	private static boolean isEnglish(String text) {
		String checked = text;
		for (Pattern allowed : ALLOWED) {
			checked = allowed.matcher(checked).replaceAll("");
		}
		return PROSE.matcher(checked).find();
	}

}
