package dev.rollcall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The changelog goes with the version that is built. */
class ChangelogTests {

	@Test
	void beginsWithTheVersionThatIsBuilt() throws IOException {
		assertThat(first("CHANGELOG.md", "(?m)^## (.+)$"))
			.isEqualTo(first("pom.xml", "(?m)^\t<version>(.+)</version>$"));
	}

	private static String first(String file, String pattern) throws IOException {
		Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
		assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
		return matcher.group(1);
	}

}
