package dev.rollcall.control;

import dev.rollcall.collect.CellStatus;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@code ec2.imdsv2_default}. */
class Ec2MetadataDefaultTests {

	private static final String ACCOUNT = "111111111111";

	private static final String OTHER = "222222222222";

	@RegisterExtension
	final TestNight night = new TestNight();

	Ec2MetadataDefaultTests() {
		this.night.member(ACCOUNT);
	}

	@Test
	void judgesATokenThatIsAskedForCompliant() {
		this.night.read(ACCOUNT, "ec2-metadata-defaults", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "IMDS_HTTP_TOKENS", "state", "REQUIRED", "managed_by", "ACCOUNT"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT",
				"New instances ask for a token for their metadata, unless a launch says otherwise."));
	}

	@Test
	void saysWhereAPolicyHasSetIt() {
		this.night.read(ACCOUNT, "ec2-metadata-defaults", "us-east-1");
		set(ACCOUNT, "us-east-1",
				Map.of("name", "IMDS_HTTP_TOKENS", "state", "REQUIRED", "managed_by", "DECLARATIVE_POLICY"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "COMPLIANT",
				"New instances ask for a token for their metadata, unless a launch says otherwise; a declarative policy has set it."));
	}

	@Test
	void judgesNoTokenNonCompliantWhoeverHasSetIt() {
		this.night.read(ACCOUNT, "ec2-metadata-defaults", "us-east-1");
		set(ACCOUNT, "us-east-1",
				Map.of("name", "IMDS_HTTP_TOKENS", "state", "OPTIONAL", "managed_by", "DECLARATIVE_POLICY"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT",
				"New instances answer for their metadata without a token, unless a launch says otherwise."));
	}

	@Test
	void judgesNoPreferenceNonCompliant() {
		this.night.read(ACCOUNT, "ec2-metadata-defaults", "us-east-1");
		set(ACCOUNT, "us-east-1",
				Map.of("name", "IMDS_HTTP_TOKENS", "state", "NO_PREFERENCE", "managed_by", "ACCOUNT"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "NON_COMPLIANT",
				"The account has set no default: image and launch decide whether metadata asks for a token."));
	}

	@Test
	void knowsOnlyTheWordsThatItKnows() {
		this.night.read(ACCOUNT, "ec2-metadata-defaults", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "IMDS_HTTP_TOKENS", "state", "SOMETIMES"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
				"EC2 does not say whether metadata asks for a token by default."));
	}

	@Test
	void doesNotKnowWhereNothingSaysIt() {
		this.night.read(ACCOUNT, "ec2-metadata-defaults", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "SERIAL_CONSOLE", "state", "OPTIONAL"));
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("INSUFFICIENT_DATA");
	}

	@Test
	void takesNoOtherRegionsOrAccountsDefault() {
		this.night.member(OTHER)
			.read(ACCOUNT, "ec2-metadata-defaults", "eu-west-1", "us-east-1")
			.read(OTHER, "ec2-metadata-defaults", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "IMDS_HTTP_TOKENS", "state", "REQUIRED"));
		set(ACCOUNT, "eu-west-1", Map.of("name", "IMDS_HTTP_TOKENS", "state", "OPTIONAL"));
		set(OTHER, "us-east-1", Map.of("name", "IMDS_HTTP_TOKENS", "state", "OPTIONAL"));
		assertThat(judge()).extracting(Judgement::verdict)
			.containsExactly("NON_COMPLIANT", "COMPLIANT", "NON_COMPLIANT");
	}

	@Test
	void doesNotKnowWhereTheCellIsAGapWhateverOthersSay() {
		this.night.denied(ACCOUNT, "ec2-metadata-defaults", "us-east-1", "ec2:GetInstanceMetadataDefaults")
			.read(ACCOUNT, "ec2-defaults", "us-east-1");
		set(ACCOUNT, "us-east-1", Map.of("name", "IMDS_HTTP_TOKENS", "state", "REQUIRED"));
		assertThat(judge()).containsExactly(Judgement.of(ACCOUNT, "us-east-1", "INSUFFICIENT_DATA",
				"ec2:GetInstanceMetadataDefaults was denied (AccessDenied); the permission ec2:GetInstanceMetadataDefaults is missing."));
	}

	@Test
	void appliesToNoAccountThatIsClosed() {
		this.night.cell(ACCOUNT, "ec2-metadata-defaults", "us-east-1", CellStatus.ACCOUNT_NOT_ACTIVE);
		assertThat(judge()).extracting(Judgement::verdict).containsExactly("NOT_APPLICABLE");
	}

	private void set(String account, String region, Map<String, ?> values) {
		this.night.row("account_default", account, region, values);
	}

	private List<Judgement> judge() {
		return this.night.judge("ec2.imdsv2_default");
	}

}
