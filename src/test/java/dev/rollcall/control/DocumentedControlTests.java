package dev.rollcall.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.rollcall.input.ConfigFile;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.MergedFiles;
import dev.rollcall.input.Phrases;
import dev.rollcall.job.NightApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The control that the documentation has for an example works as it stands there. */
class DocumentedControlTests {

	private static final String ACCOUNT = "111111111111";

	@RegisterExtension
	final TestNight night = new TestNight();

	private final Control control;

	DocumentedControlTests(@TempDir Path directory) throws IOException {
		JobConfig shipped = JobConfig.find("job-config");
		for (MergedFiles files : List.of(shipped.merged("derived", ".sql"), shipped.merged("csf", ".tsv"))) {
			for (ConfigFile file : files.files()) {
				write(directory.resolve(file.path()), file.text());
			}
		}
		write(directory.resolve("controls/root/root.password.sql"), example());
		this.control = ControlCatalog
			.load(JobConfig.find(directory.toString()), NightApplication.shape(Shipped.SOURCES))
			.controls()
			.get(0);
	}

	@Test
	void judgesAndSaysSoInBothLanguages() {
		this.night.member(ACCOUNT).member("222222222222").member("333333333333").member("444444444444");
		this.night.read(ACCOUNT, "iam-root-user", "global")
			.read("222222222222", "iam-root-user", "global")
			.read("333333333333", "iam-root-user", "global")
			.denied("444444444444", "iam-root-user", "global", "iam:GetAccountSummary")
			.row("account_summary", ACCOUNT, "global", Map.of("password_present", true))
			.row("account_summary", "222222222222", "global", Map.of("password_present", false));
		List<Judgement> judgements = this.night.judge(this.control);
		assertThat(judgements).extracting(Judgement::verdict)
			.containsExactly("NON_COMPLIANT", "COMPLIANT", "INSUFFICIENT_DATA", "INSUFFICIENT_DATA");
		Phrases japanese = Phrases.of(List.of(this.control.reasons()));
		assertThat(judgements.subList(0, 3)).extracting(Judgement::reason).allMatch(japanese::know);
	}

	private static String example() throws IOException {
		Matcher example = Pattern.compile("(?s)```sql\n(/\\*\nid: root\\.password\n.*?)```")
			.matcher(Files.readString(Path.of("docs/controls.md")));
		assertThat(example.find()).isTrue();
		return example.group(1);
	}

	private static void write(Path path, String text) throws IOException {
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

}
