package dev.rollcall.job;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.rollcall.account.EntryRefusedException;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Audience;
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
	 * the output, sign where a KMS key is configured, and tell of a night's end whom the
	 * configuration names.
	 * @param output where nights are kept; only a bucket needs a statement
	 * @param bucketKey the ARN of the KMS key that encrypts the bucket; null for
	 * whichever does
	 */
	public Map<String, Object> identity(@Nullable String output, @Nullable String bucketKey) {
		List<Statement> statements = new ArrayList<>();
		String roles = "arn:" + this.partition + ":iam::*:role/" + this.configuration.roleName();
		List<String> entered = new ArrayList<>(List.of(roles));
		this.configuration.organizationRole().ifPresent((role) -> entered.add(role.toString()));
		if (this.configuration.roster() != Roster.SELF) {
			statements.add(Statement.allow("EnterAccounts", List.of(EntryRefusedException.OPERATION), entered));
		}
		TreeSet<String> own = new TreeSet<>(this.entries.members().actions());
		own.add("account:ListRegions");
		statements.add(Statement.allow("ReadOwnAccount", own, List.of("*")));
		if (readsOrganizationItself()) {
			statements.add(Statement.allow("ReadOrganization", readerActions(), List.of("*")));
		}
		if (output != null && output.startsWith("s3://")) {
			statements.addAll(new BucketPermissions(this.partition, URI.create(output)).statements(bucketKey,
					this.configuration.seal().objectLock().isPresent()));
		}
		this.configuration.seal().kmsKey().ifPresent((key) -> statements.add(sign(key)));
		Audience audience = this.configuration.audience();
		audience.topic()
			.ifPresent((topic) -> statements
				.add(Statement.allow("TellTopic", List.of("sns:Publish"), List.of(topic.toString()))));
		audience.eventBus()
			.ifPresent((bus) -> statements
				.add(Statement.allow("TellEventBus", List.of("events:PutEvents"), List.of(eventBus(bus)))));
		return Statement.policy(statements);
	}

	/** What the role {@code organization.role-arn} may do. */
	public Map<String, Object> reader() {
		return Statement.policy(List.of(Statement.allow("ReadOrganization", readerActions(), List.of("*"))));
	}

	/** What the role in each account may do. */
	public Map<String, Object> permissions() {
		return Statement.policy(List.of(Statement.allow("Read", this.entries.members().actions(), List.of("*"))));
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

	private String eventBus(String bus) {
		return bus.startsWith("arn:") ? bus : "arn:" + this.partition + ":events:*:*:event-bus/" + bus;
	}

	/** An alias may come to name another key: what is allowed is to sign by that name. */
	private Statement sign(String key) {
		int alias = key.indexOf("alias/");
		String keys = "arn:" + this.partition + ":kms:*:*:key/";
		List<String> actions = List.of("kms:Sign");
		if (alias < 0) {
			return Statement.allow("SignManifests", actions, List.of(key.startsWith("arn:") ? key : keys + key));
		}
		return Statement.allow("SignManifests", actions, List.of(keys + "*"))
			.where(Map.of("StringEquals", Map.of("kms:RequestAlias", key.substring(alias))));
	}

}
