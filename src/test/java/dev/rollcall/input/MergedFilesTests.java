package dev.rollcall.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Tests for {@link MergedFiles} and the files that {@link JobConfig} finds for them. */
class MergedFilesTests {

	private static final Map<String, String> SHIPPED = Map.of("controls/root/root.mfa.sql", "SELECT 1",
			"controls/root/root.keys.sql", "SELECT 2");

	private final Path directory;

	MergedFilesTests(@TempDir Path directory) {
		this.directory = directory;
	}

	@Test
	void putsOwnFilesBesideTheShippedInOrderOfName() {
		assertThat(merged(Map.of("controls/ours.first.sql", "SELECT 3")).files()).extracting(ConfigFile::name)
			.containsExactly("ours.first", "root.keys", "root.mfa");
	}

	@Test
	void replacesTheShippedFileOfThatNameInWhateverFolder() {
		MergedFiles merged = merged(Map.of("controls/ours/root.mfa.sql", "SELECT 3"));
		assertThat(merged.files()).extracting(ConfigFile::path, ConfigFile::text, ConfigFile::shipped)
			.containsExactly(tuple("controls/root/root.keys.sql", "SELECT 2", Optional.empty()),
					tuple("controls/ours/root.mfa.sql", "SELECT 3", Optional.of("SELECT 1")));
		assertThat(merged.removed()).isEmpty();
	}

	@Test
	void takesACopyForTheShippedFile() {
		assertThat(merged(Map.of("controls/root.mfa.sql", "SELECT 1")).files()).extracting(ConfigFile::shipped)
			.containsOnly(Optional.empty());
	}

	@Test
	void leavesOutWhatIsDisabled() {
		MergedFiles merged = merged(Map.of("controls/root.mfa.sql", "/*\ndisabled: true\n*/\n"));
		assertThat(merged.files()).extracting(ConfigFile::name).containsExactly("root.keys");
		assertThat(merged.removed()).containsExactly("root.mfa");
	}

	@Test
	void leavesOutAnOwnFileThatIsDisabled() {
		MergedFiles merged = merged(Map.of("controls/ours.first.sql", "/* disabled: true */ SELECT 3"));
		assertThat(merged.files()).extracting(ConfigFile::name).containsExactly("root.keys", "root.mfa");
		assertThat(merged.removed()).isEmpty();
	}

	@Test
	void keepsWhatIsNotDisabled() {
		assertThat(merged(Map.of("controls/root.mfa.sql", "/* disabled: false */ SELECT 3")).files())
			.extracting(ConfigFile::name)
			.containsExactly("root.keys", "root.mfa");
	}

	@Test
	void refusesToLeaveOutWhatThereIsNot() {
		refuses(Map.of("controls/root.mfas.sql", "/* disabled: true */"),
				"job-config/controls/root.mfas.sql:1: disabled: no shipped file has the name 'root.mfas';"
						+ " did you mean 'root.mfa'?");
	}

	@Test
	void leavesAWordThatIsNeitherTrueNorFalseToWhoeverReadsTheFile() {
		String text = "/*\ndisabled: yes\n*/";
		assertThat(merged(Map.of("controls/root.mfa.sql", text)).files()).extracting(ConfigFile::text).contains(text);
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> new SqlFile("job-config/controls/root.mfa.sql", text).matter())
			.withMessage("job-config/controls/root.mfa.sql:2: disabled: 'yes': true or false was expected");
	}

	@Test
	void refusesTwoOwnFilesOfOneName() {
		refuses(Map.of("controls/a/root.mfa.sql", "SELECT 3", "controls/b/root.mfa.sql", "SELECT 4"),
				"job-config/controls/b/root.mfa.sql: has the name of job-config/controls/a/root.mfa.sql");
	}

	@Test
	void findsOwnFilesInFoldersButNotHiddenOnes() throws IOException {
		write("sheets/team/one.sql");
		write("sheets/..2026_11_28/two.sql");
		write("sheets/.three.sql");
		write("sheets/four.sql~");
		assertThat(JobConfig.find(this.directory.toString()).merged("sheets", ".sql").files())
			.extracting(ConfigFile::path)
			.containsExactly("sheets/team/one.sql");
	}

	@Test
	void findsPackagedFilesBehindADirectory() throws IOException {
		write("derived/ours.sql");
		assertThat(JobConfig.find("job-config", this.directory).merged("derived", ".sql").files())
			.extracting(ConfigFile::name)
			.contains("ours", "root_user");
	}

	@Test
	void findsNothingWhereThereIsNoFolder() {
		assertThat(JobConfig.find("job-config", this.directory).merged("of-nobody", ".sql").files()).isEmpty();
	}

	private void write(String path) throws IOException {
		Path file = this.directory.resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, "SELECT 1");
	}

	private static MergedFiles merged(Map<String, String> own) {
		Mistakes mistakes = new Mistakes();
		MergedFiles files = MergedFiles.of("job-config/", SHIPPED, own, mistakes);
		mistakes.refuse();
		return files;
	}

	private static void refuses(Map<String, String> own, String message) {
		assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> merged(own)).withMessage(message);
	}

}
