package dev.rollcall.trino;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.rollcall.ddl.SavedQuery;
import dev.rollcall.moto.MotoOrganization;
import dev.rollcall.moto.RequiresMoto;
import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night that was published to a bucket, read there by a real Trino. With
 * {@code -Ptrino} only.
 */
@RequiresMoto
@EnabledIfSystemProperty(named = "rollcall.trino.server", matches = ".+", disabledReason = "only with -Ptrino")
class TrinoBucketIntegrationTests {

	private static final String BUCKET = "rollcall-audit";

	@Test
	void nightsAreReadWhereTheyArePublished(@TempDir Path directory) throws Exception {
		try (MotoOrganization organization = MotoOrganization.start(4, directory)) {
			Program program = Program.asShipped(organization.environment(), directory);
			for (String attempt : new String[] { "first", "again" }) {
				Result run = program.run(attempt, "run", "--out", "s3://" + BUCKET + "/nights", "--date", "2026-11-20",
						"--backdate", "--again", "--regions", String.join(",", MotoOrganization.REGIONS));
				assertThat(run.exitCode()).as(run.lastLine()).isEqualTo(4);
			}
			Result ddl = program.run("ddl", "ddl", "--engine", "trino", "--location", "s3://" + BUCKET + "/nights",
					"--since", "2026-11-01");
			assertThat(ddl.exitCode()).as(ddl.err()).isZero();
			read(organization, directory, ddl.out());
		}
	}

	private static void read(MotoOrganization organization, Path directory, String ddl) throws Exception {
		try (TrinoServer server = TrinoServer.start(Path.of(System.getProperty("rollcall.trino.server")),
				System.getProperty("rollcall.trino.java"), Files.createDirectory(directory.resolve("trino")),
				connector(organization.environment())); TrinoSession trino = server.open()) {
			trino.apply(ddl);
			trino.use("rollcall_latest");
			assertThat(trino.rows("SELECT CAST(snapshot_date AS varchar), attempt FROM rollcall.night"))
				.containsExactly("2026-11-20|2");
			assertThat(trino.rows("SELECT count(*) FROM finding")).isEqualTo(trino.rows("SELECT findings FROM run"))
				.isNotEqualTo(List.of("0"));
			assertThat(trino.rows("SELECT count(*) FROM account"))
				.containsExactly(String.valueOf(organization.accounts().size()));
			for (SavedQuery query : SavedQuery.all()) {
				trino.execute(query.text());
			}
		}
	}

	private static Map<String, String> connector(Map<String, String> environment) {
		return Map.of("fs.native-s3.enabled", "true", "s3.endpoint", environment.getOrDefault("AWS_ENDPOINT_URL", ""),
				"s3.path-style-access", "true", "s3.region", environment.getOrDefault("AWS_REGION", ""),
				"s3.aws-access-key", environment.getOrDefault("AWS_ACCESS_KEY_ID", ""), "s3.aws-secret-key",
				environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""));
	}

}
