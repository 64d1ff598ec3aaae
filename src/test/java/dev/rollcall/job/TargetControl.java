package dev.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The control about things that others name which docs/controls.md has for an example,
 * asked of {@link dev.rollcall.collect.TargetSources}.
 */
final class TargetControl {

	static final String FILE = "target/target.bucket.sql";

	private static final String MATTER = """
			/*
			id: target.bucket
			version: 1
			severity: MEDIUM
			title: {en: A title, ja: A title in Japanese}
			remediation: {en: A remedy, ja: A remedy in Japanese}
			sources: [target-bucket, cloudtrail, cloudtrail-elsewhere]
			csf20: {primary: PR.DS-01, reason: Because.}
			csf11: {primary: PR.DS-1, reason: Because.}
			*/
			""";

	private TargetControl() {
	}

	/** The whole file. */
	static String text() throws IOException {
		return MATTER + statement();
	}

	static String statement() throws IOException {
		Matcher example = Pattern.compile("(?s)### Things that others name\n.*?```sql\n(.*?)```")
			.matcher(Files.readString(Path.of("docs/controls.md")));
		if (!example.find()) {
			throw new AssertionError("docs/controls.md has no example of a control about things that others name");
		}
		return example.group(1).replace("own-bucket", "target-bucket").replace("own_bucket", "target_bucket");
	}

}
