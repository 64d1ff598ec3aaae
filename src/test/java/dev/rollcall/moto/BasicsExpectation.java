package dev.rollcall.moto;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What a night must say of the basics of accounts. Of EC2's defaults moto knows the
 * encryption of volumes alone.
 */
final class BasicsExpectation {

	private static final List<String> BLOCK = List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy",
			"RestrictPublicBuckets");

	private static final List<String> PASSWORD = List.of("MinimumPasswordLength", "RequireSymbols", "RequireNumbers",
			"RequireUppercaseCharacters", "RequireLowercaseCharacters", "AllowUsersToChangePassword", "MaxPasswordAge",
			"PasswordReusePrevention", "HardExpiry");

	private static final List<String> SPLITS = List.of("environment", "workload", "business-unit", "cost-center");

	private static final List<String> UNKNOWN_DEFAULTS = List.of("ec2.imdsv2_default", "ec2.block_public_images",
			"ec2.block_public_snapshots");

	private final MotoOrganization organization;

	BasicsExpectation(MotoOrganization organization) {
		this.organization = organization;
	}

	/** {@code account|present|domain} */
	List<String> contacts() {
		return active()
			.map((id) -> String.join("|", id, truth(id).get("security_contact").asString(),
					text(truth(id), "security_contact_domain")))
			.toList();
	}

	/** {@code account|} and the four settings. */
	List<String> blocks() {
		return rows("s3_account_block", BLOCK);
	}

	/** {@code account|} and what passwords have to be. */
	List<String> passwords() {
		return rows("password_policy", PASSWORD);
	}

	private List<String> rows(String thing, List<String> members) {
		return active().filter((id) -> !truth(id).get(thing).isNull())
			.map((id) -> id + "|"
					+ String.join("|", members.stream().map((member) -> text(truth(id).get(thing), member)).toList()))
			.toList();
	}

	/** {@code account|region|state} */
	List<String> volumes() {
		return active()
			.flatMap((id) -> MotoOrganization.REGIONS.stream()
				.map((region) -> String.join("|", id, region, encrypts(id, region) ? "ENABLED" : "DISABLED")))
			.toList();
	}

	List<String> verdicts() {
		List<String> rows = new ArrayList<>();
		this.organization.accounts().keySet().forEach((id) -> {
			boolean active = this.organization.isActive(id);
			rows.add(global("account.security_contact", id, active && truth(id).get("security_contact").asBoolean()));
			rows.add(global("s3.account_public_access_block", id, active && blocksAll(id)));
			rows.add(global("account.tagged", id, active && isTagged(id)));
			rows.add(Expectation.verdict("account.in_unit", id, "global", inUnit(id)));
			for (String region : MotoOrganization.REGIONS) {
				UNKNOWN_DEFAULTS.forEach((control) -> rows
					.add(Expectation.verdict(control, id, region, active ? "INSUFFICIENT_DATA" : "NOT_APPLICABLE")));
				rows.add(Expectation.verdict("ec2.ebs_encryption_default", id, region,
						Expectation.judged(active, active && encrypts(id, region))));
			}
		});
		return rows;
	}

	private String global(String control, String id, boolean good) {
		return Expectation.verdict(control, id, "global", Expectation.judged(this.organization.isActive(id), good));
	}

	private boolean blocksAll(String id) {
		JsonNode block = truth(id).get("s3_account_block");
		return BLOCK.stream().allMatch((setting) -> !block.isNull() && block.get(setting).asBoolean());
	}

	private boolean isTagged(String id) {
		JsonNode tags = truth(id).get("tags");
		return SPLITS.stream().allMatch((split) -> tags.has(split) && !tags.get(split).asString().isEmpty());
	}

	private String inUnit(String id) {
		if (!this.organization.isActive(id) || id.equals(this.organization.managementAccount())) {
			return "NOT_APPLICABLE";
		}
		return truth(id).get("ou_path").asString().equals("Root") ? "NON_COMPLIANT" : "COMPLIANT";
	}

	private boolean encrypts(String id, String region) {
		return this.organization.place(id, region).get("ebs_encryption").asBoolean();
	}

	private Stream<String> active() {
		return this.organization.accounts().keySet().stream().filter(this.organization::isActive);
	}

	private JsonNode truth(String id) {
		return this.organization.account(id);
	}

	private static String text(JsonNode node, String field) {
		return String.valueOf(MotoOrganization.text(node, field));
	}

}
