package dev.rollcall.job;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.account.SessionPolicy;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.organization.Roster;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policies that a night needs, made from the table of sources: exactly the calls that
 * the enabled sources make.
 */
public final class Policies {

	private final Entries entries;

	private final Configuration configuration;

	private final String partition;

	/**
	 * Creates policies.
	 * @param partition of the ARNs: aws, aws-cn, ...
	 */
	public Policies(SourceCatalog catalog, Configuration configuration, String partition) {
		this.entries = new Entries(catalog, configuration);
		this.configuration = configuration;
		this.partition = partition;
	}

	/**
	 * What runs Rollcall may do: enter accounts, read the Regions and, without a reader's
	 * role, the organization; read its own account, which it enters as itself; write to
	 * the output, and sign where a KMS key is configured.
	 * @param output where nights are kept; only a bucket needs a statement
	 */
	public Map<String, Object> identity(@Nullable String output) {
		List<Map<String, Object>> statements = new ArrayList<>();
		String roles = "arn:" + this.partition + ":iam::*:role/" + this.configuration.roleName();
		List<String> entered = new ArrayList<>(List.of(roles));
		this.configuration.organizationRole().ifPresent((role) -> entered.add(role.toString()));
		if (this.configuration.roster() != Roster.SELF) {
			statements.add(allow("EnterAccounts", List.of(EntryRefusedException.OPERATION), entered));
		}
		TreeSet<String> own = new TreeSet<>(this.entries.members().actions());
		own.add("account:ListRegions");
		statements.add(allow("ReadOwnAccount", own, List.of("*")));
		if (readsOrganizationItself()) {
			statements.add(allow("ReadOrganization", readerActions(), List.of("*")));
		}
		if (output != null && output.startsWith("s3://")) {
			statements.addAll(bucket(URI.create(output)));
		}
		this.configuration.seal().kmsKey().ifPresent((key) -> statements.add(sign(key)));
		return policy(statements);
	}

	/** What the role {@code organization.role-arn} may do. */
	public Map<String, Object> reader() {
		return policy(List.of(allow("ReadOrganization", readerActions(), List.of("*"))));
	}

	/** Whom the role in each account trusts. */
	public Map<String, Object> trust(String principal) {
		Map<String, Object> statement = new LinkedHashMap<>();
		statement.put("Sid", "Rollcall");
		statement.put("Effect", "Allow");
		statement.put("Principal", Map.of("AWS", principal));
		statement.put("Action", EntryRefusedException.OPERATION);
		this.configuration.externalId()
			.ifPresent((id) -> statement.put("Condition", Map.of("StringEquals", Map.of("sts:ExternalId", id))));
		return policy(List.of(statement));
	}

	/** What the role in each account may do. */
	public Map<String, Object> permissions() {
		return policy(List.of(allow("Read", this.entries.members().actions(), List.of("*"))));
	}

	/** What the sessions of these roles are narrowed to, by the kind of entry. */
	public Map<String, Object> sessions() {
		Map<String, Object> sessions = new LinkedHashMap<>();
		Stream.of(this.entries.members(), this.entries.reader())
			.forEach((policies) -> policies.byName()
				.forEach((name, policy) -> sessions.put(name,
						JsonMapper.shared().readValue(policy.document(), Map.class))));
		return sessions;
	}

	/**
	 * What these roles lack where they were made for an earlier version; what runs
	 * Rollcall lacks the same in its own account.
	 * @param version the earlier version
	 * @param current this program's version
	 * @throws dev.rollcall.input.BadInputException where it is malformed, or none up to
	 * this one
	 */
	public Map<String, List<String>> since(String version, String current) {
		return new LaterActions(this.entries.enabled().toList(), version, current).byPolicy();
	}

	private boolean readsOrganizationItself() {
		return this.configuration.roster() == Roster.ORGANIZATION && this.configuration.organizationRole().isEmpty();
	}

	private List<String> readerActions() {
		return this.entries.reader().actions();
	}

	private List<Map<String, Object>> bucket(URI output) {
		String bucket = "arn:" + this.partition + ":s3:::" + output.getAuthority();
		String prefix = output.getPath().replaceAll("^/+|/+$", "");
		String objects = bucket + "/" + (prefix.isEmpty() ? "" : prefix + "/");
		List<String> passing = List.of(objects + "staging/*", objects + "lease/*");
		List<Map<String, Object>> statements = new ArrayList<>(
				List.of(allow("ListNights", List.of("s3:ListBucket"), List.of(bucket)),
						allow("KeepNights", List.of("s3:GetObject", "s3:PutObject"), List.of(objects + "*")),
						allow("CleanStaging", List.of("s3:DeleteObject"), passing)));
		if (this.configuration.seal().objectLock().isPresent()) {
			statements.add(allow("AskForObjectLock", List.of("s3:GetBucketObjectLockConfiguration"), List.of(bucket)));
			statements.add(allow("RetainNights", List.of("s3:PutObjectRetention"), List.of(objects + "*")));
			statements.add(deny("RetainNothingElse", List.of("s3:PutObjectRetention"), passing));
		}
		statements.add(deny("KeepWhatIsPublished", List.of("s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"),
				List.of(objects + "*")));
		statements.add(deny("LeaveTheBucketAlone", List.of("s3:PutBucket*", "s3:DeleteBucket*"), List.of(bucket)));
		return statements;
	}

	/** An alias may come to name another key: what is allowed is to sign by that name. */
	private Map<String, Object> sign(String key) {
		int alias = key.indexOf("alias/");
		String keys = "arn:" + this.partition + ":kms:*:*:key/";
		if (alias < 0) {
			return allow("SignManifests", List.of("kms:Sign"), List.of(key.startsWith("arn:") ? key : keys + key));
		}
		Map<String, Object> statement = allow("SignManifests", List.of("kms:Sign"), List.of(keys + "*"));
		statement.put("Condition", Map.of("StringEquals", Map.of("kms:RequestAlias", key.substring(alias))));
		return statement;
	}

	private static Map<String, Object> policy(List<Map<String, Object>> statements) {
		Map<String, Object> policy = new LinkedHashMap<>();
		policy.put("Version", SessionPolicy.VERSION);
		policy.put("Statement", statements);
		return policy;
	}

	private static Map<String, Object> allow(String id, Collection<String> actions, List<String> resources) {
		return statement(id, "Allow", actions, resources);
	}

	private static Map<String, Object> deny(String id, Collection<String> actions, List<String> resources) {
		return statement(id, "Deny", actions, resources);
	}

	private static Map<String, Object> statement(String id, String effect, Collection<String> actions,
			List<String> resources) {
		Map<String, Object> statement = new LinkedHashMap<>();
		statement.put("Sid", id);
		statement.put("Effect", effect);
		statement.put("Action", actions);
		statement.put("Resource", resources);
		return statement;
	}

}
