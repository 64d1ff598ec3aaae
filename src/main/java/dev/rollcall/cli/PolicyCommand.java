package dev.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.input.BadInputException;
import dev.rollcall.job.Policies;
import dev.rollcall.job.TrustPolicy;
import dev.rollcall.organization.Roster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code policy}: the policies that Rollcall needs, and nothing more. */
@Command(name = "policy",
		description = "Prints, as JSON, the policies that the enabled sources need. They are 'identity' for what runs"
				+ " Rollcall, 'reader' for organization.role-arn, 'trust' and 'permissions' for the role in each account"
				+ " ('trust' for the reader's too), 'session' as they are passed with each AssumeRole, by the kind of entry. Calls nothing.")
final class PolicyCommand extends RollcallCommand {

	private static final Pattern KEY = Pattern.compile("arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[0-9a-z-]+");

	@Mixin
	private final ConfigurationFile file = new ConfigurationFile();

	@Mixin
	private final OutputLocation output = new OutputLocation();

	@Option(names = "--bucket-key", paramLabel = "ARN",
			description = "The KMS key that encrypts that bucket (default: whichever does, for that bucket alone)")
	private @Nullable String bucketKey;

	@Option(names = "--principal", paramLabel = "ARN",
			description = "The role that runs Rollcall, for the trust policy; it may be made again under its name")
	private @Nullable String principal;

	@Option(names = "--organization-id", paramLabel = "o-ID",
			description = "Trust it only as a member of this organization")
	private @Nullable String organizationId;

	@Option(names = "--external-id", paramLabel = "ID",
			description = "What it has to say to be trusted (default: the key 'external-id')")
	private @Nullable String externalId;

	@Option(names = "--no-external-id", description = "Trust it without an ExternalId")
	private boolean noExternalId;

	@Option(names = "--partition", paramLabel = "P",
			description = "aws, aws-cn, aws-us-gov, aws-eusc (default: that of the ARNs given here and in the"
					+ " configuration, else aws)")
	private @Nullable String partition;

	@Option(names = "--since", paramLabel = "VERSION",
			description = "Prints instead the actions that roles made for an earlier version lack")
	private @Nullable String since;

	@Override
	public Integer call() {
		SourceCatalog catalog = SourceContext.catalog();
		Configuration configuration = this.file
			.read((this.externalId != null) ? Map.of("external-id", this.externalId) : Map.of(), catalog.names());
		Policies policies = new Policies(catalog, configuration, partition(configuration));
		Map<String, ?> printed = (this.since != null) ? policies.since(this.since, Version.number())
				: all(policies, configuration);
		out().println(
				JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(printed));
		return ExitCode.COMPLETE.number();
	}

	private Map<String, Object> all(Policies policies, Configuration configuration) {
		String output = this.output.of(configuration).orElse(null);
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("identity", policies.identity(output, bucketKey(output)));
		all.put("reader", policies.reader());
		if (configuration.roster() != Roster.SELF) {
			all.put("trust", trust(configuration.externalId()).document());
		}
		all.put("permissions", policies.permissions());
		all.put("session", policies.sessions());
		return all;
	}

	private TrustPolicy trust(Optional<String> externalId) {
		if (externalId.isEmpty() && !this.noExternalId) {
			throw new BadInputException("--external-id: a role that trusts without an ExternalId can be entered by"
					+ " whoever brings ours to enter it; give one (or the key 'external-id'), or --no-external-id");
		}
		if (externalId.isPresent() && this.noExternalId) {
			throw new BadInputException("--no-external-id: an ExternalId is given or configured");
		}
		TrustPolicy trust = (this.principal != null) ? TrustPolicy.of("--principal", this.principal)
				: TrustPolicy.ofWhoeverRuns();
		TrustPolicy saying = trust.withExternalId(externalId);
		return (this.organizationId != null) ? saying.within("--organization-id", this.organizationId) : saying;
	}

	private @Nullable String bucketKey(@Nullable String output) {
		if (this.bucketKey != null && (output == null || !output.startsWith("s3://"))) {
			throw new BadInputException("--bucket-key: nights are kept in no bucket: --out s3://BUCKET/PREFIX, or the"
					+ " key 'output', was expected");
		}
		if (this.bucketKey != null && !KEY.matcher(this.bucketKey).matches()) {
			throw new BadInputException("--bucket-key: '" + this.bucketKey + "': a key's ARN was expected, not an"
					+ " alias, which may come to name another key");
		}
		return this.bucketKey;
	}

	private String partition(Configuration configuration) {
		NamedPartition named = new NamedPartition();
		if (this.partition != null) {
			named.flag("--partition", this.partition);
		}
		if (this.principal != null) {
			named.arn("--principal", this.principal);
		}
		if (this.bucketKey != null) {
			named.arn("--bucket-key", this.bucketKey);
		}
		configuration.organizationRole().ifPresent((role) -> named.arn("organization.role-arn", role.toString()));
		configuration.seal().kmsKey().ifPresent((key) -> named.arn("signing.kms-key", key));
		configuration.audience().topic().ifPresent((topic) -> named.arn("notice.sns-topic", topic.toString()));
		configuration.audience().eventBus().ifPresent((bus) -> named.arn("notice.event-bus", bus));
		return named.partition();
	}

}
