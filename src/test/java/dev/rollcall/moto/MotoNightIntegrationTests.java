package dev.rollcall.moto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.rollcall.dataset.Sha256;
import dev.rollcall.packaged.NightReader;
import dev.rollcall.packaged.Program;
import dev.rollcall.packaged.Program.Result;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A whole night over three organizations, from their API to committed objects in S3. */
@RequiresMoto
class MotoNightIntegrationTests {

	private static final String BUCKET = "rollcall-audit";

	private static final String PREFIX = "nights/";

	private static final List<String> RUN = List.of("run", "--out", "s3://" + BUCKET + "/nights", "--date",
			"2026-11-20", "--backdate", "--regions", String.join(",", MotoOrganization.REGIONS));

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void publishesWhatMotoKnowsAndSaysWhatItDoesNot(int seed, @TempDir Path directory) throws Exception {
		try (MotoOrganization organization = MotoOrganization.furnished(seed, directory)) {
			Program program = Program.asShipped(organization.environment(), directory);
			String[] arguments = arguments(organization, directory);
			Result first = program.run("first", arguments);
			assertThat(first.lastLine()).startsWith("rollcall: published, with gaps").endsWith("(exit 4)");
			assertThat(first.exitCode()).isEqualTo(4);
			Path night = download(organization, directory.resolve("night"));
			holdsTheTruth(new NightReader(night), new Expectation(organization));
			holdsTheBasics(new NightReader(night), new BasicsExpectation(organization));
			holdsTheDetectives(new NightReader(night), new GuardDutyExpectation(organization),
					new SecurityHubExpectation(organization));
			manifestNamesEveryObject(night);
			List<String> before = keys(organization);
			Result again = program.run("again", arguments);
			assertThat(again.exitCode()).isEqualTo(6);
			assertThat(keys(organization)).isEqualTo(before);
		}
	}

	/** Without a configuration, unless the organization wants one. */
	private static String[] arguments(MotoOrganization organization, Path directory) throws IOException {
		List<String> arguments = new ArrayList<>(RUN);
		List<String> wanted = organization.featuresWanted();
		if (wanted != null) {
			Path file = Files.writeString(directory.resolve("rollcall.yaml"), """
					rollcall:
					  controls:
					    guardduty.features: {features: [%s]}
					""".formatted(String.join(", ", wanted)));
			arguments.addAll(List.of("--config", file.toString()));
		}
		return arguments.toArray(String[]::new);
	}

	private static void holdsTheTruth(NightReader night, Expectation expected) throws Exception {
		assertThat(night.rows("""
				SELECT account_id, name, state, ou_path, management, tags FROM {account} ORDER BY account_id"""))
			.isEqualTo(expected.roster());
		assertThat(night
			.rows("""
					SELECT account_id, region, recording, all_supported, array_to_string(resource_types, ' ') FROM {config_recorder}
					ORDER BY account_id, region"""))
			.isEqualTo(expected.recorders());
		assertThat(night.rows("""
				SELECT account_id, region, name, multi_region, logging, log_file_validation, management_events
				FROM {trail} ORDER BY account_id""")).isEqualTo(expected.trails());
		assertThat(night.rows("""
				SELECT account_id, region, covered, management_events FROM {trail_coverage}
				ORDER BY account_id, region""")).isEqualTo(expected.trailCoverage());
		assertThat(night.rows("""
				SELECT account_id, region, source, status, operation FROM {coverage} ORDER BY ALL""").stream().sorted())
			.isEqualTo(expected.coverage());
		assertThat(night.rows("""
				SELECT control_id, account_id, region, verdict FROM {finding}""")
			.stream()
			.filter((row) -> expected.controls().contains(row.substring(0, row.indexOf('|'))))
			.sorted()).isEqualTo(expected.verdicts());
		assertThat(night
			.rows("""
					SELECT count(*) FROM {coverage} WHERE status = 'FAILED' AND (error_code IS NULL OR error_message IS NULL)"""))
			.containsExactly("0");
	}

	private static void holdsTheBasics(NightReader night, BasicsExpectation expected) throws Exception {
		assertThat(night.rows("""
				SELECT account_id, present, email_domain FROM {alternate_contact} ORDER BY ALL"""))
			.isEqualTo(expected.contacts());
		assertThat(night.rows("""
				SELECT account_id, block_public_acls, ignore_public_acls, block_public_policy, restrict_public_buckets
				FROM {s3_account_block} ORDER BY account_id""")).isEqualTo(expected.blocks());
		assertThat(night
			.rows("""
					SELECT account_id, minimum_length, require_symbols, require_numbers, require_uppercase, require_lowercase,
					       users_may_change, max_age_days, reuse_prevention, hard_expiry
					FROM {password_policy} ORDER BY account_id"""))
			.isEqualTo(expected.passwords());
		assertThat(night.rows("""
				SELECT account_id, region, state FROM {account_default} WHERE name = 'EBS_ENCRYPTION' ORDER BY ALL"""))
			.isEqualTo(expected.volumes());
	}

	private static void holdsTheDetectives(NightReader night, GuardDutyExpectation guardDuty,
			SecurityHubExpectation securityHub) throws Exception {
		assertThat(night.rows("SELECT region, administrator_id FROM {guardduty_administrator} ORDER BY ALL"))
			.isEqualTo(guardDuty.administrators());
		assertThat(night.rows("SELECT account_id, region, status FROM {guardduty_detector}").stream().sorted())
			.isEqualTo(guardDuty.detectors());
		assertThat(night.rows("SELECT account_id, region, feature, status, data_source_status FROM {guardduty_feature}")
			.stream()
			.sorted()).isEqualTo(guardDuty.features());
		assertThat(night.rows("SELECT account_id, region FROM {securityhub_hub} ORDER BY ALL"))
			.isEqualTo(securityHub.hubs());
		assertThat(night.rows("""
				SELECT account_id, region, sum(failed) FROM {securityhub_finding_count} WHERE severity = 'CRITICAL'
				GROUP BY ALL ORDER BY ALL""")).isEqualTo(securityHub.failed());
		assertThat(night.rows("""
				SELECT account_id, region, service FROM {detective_coverage} GROUP BY ALL HAVING count(*) > 1"""))
			.isEmpty();
	}

	private static void manifestNamesEveryObject(Path night) throws IOException {
		JsonNode manifest = JsonMapper.shared().readTree(only(night, "manifest.json").toFile());
		for (JsonNode object : manifest.get("objects")) {
			Path file = night.resolve(object.get("key").asString());
			assertThat(Sha256.of(file)).isEqualTo(object.get("sha256").asString());
			assertThat(Files.size(file)).isEqualTo(object.get("bytes").asLong());
		}
		assertThat(files(night)).hasSize(manifest.get("objects").size() + 2);
	}

	private static Path only(Path night, String name) throws IOException {
		return files(night).stream().filter((file) -> file.endsWith(name)).findFirst().orElseThrow();
	}

	private static List<Path> files(Path directory) throws IOException {
		try (var files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	private static List<String> keys(MotoOrganization organization) {
		try (S3Client s3 = organization.s3()) {
			return s3.listObjectsV2Paginator((request) -> request.bucket(BUCKET))
				.contents()
				.stream()
				.map(S3Object::key)
				.toList();
		}
	}

	private static Path download(MotoOrganization organization, Path to) throws IOException {
		try (S3Client s3 = organization.s3()) {
			for (String key : keys(organization)) {
				Path file = to.resolve(key.substring(PREFIX.length()));
				Files.createDirectories(file.resolveSibling("."));
				s3.getObject((request) -> request.bucket(BUCKET).key(key), file);
			}
		}
		return to;
	}

}
