package dev.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.job.Policies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code policy}: the policies that Rollcall needs, and nothing more. */
@Command(name = "policy", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Prints, as JSON, the policies for the enabled sources: 'identity' for what runs Rollcall,"
				+ " 'reader' for organization.role-arn, 'trust' and 'permissions' for the role in each account,"
				+ " 'session' as they are passed with each AssumeRole, by the kind of entry. Calls nothing.")
final class PolicyCommand implements Callable<Integer> {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Mixin
	private final ConfigurationFile file = new ConfigurationFile();

	@Option(names = "--out", paramLabel = "WHERE", description = "Where nights are kept (default: the key 'output')")
	private @Nullable String out;

	@Option(names = "--principal", paramLabel = "ARN", defaultValue = "ARN-OF-WHAT-RUNS-ROLLCALL",
			description = "The role that runs Rollcall, for the trust policy")
	private String principal = "";

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
		Configuration configuration = this.file.read(Map.of(), catalog.names());
		String output = (this.out != null) ? this.out : configuration.output().orElse(null);
		Policies policies = new Policies(catalog, configuration, partition(configuration));
		Map<String, ?> printed = (this.since != null) ? policies.since(this.since, Version.number())
				: all(policies, output);
		this.spec.commandLine()
			.getOut()
			.println(JsonMapper.builder()
				.enable(SerializationFeature.INDENT_OUTPUT)
				.build()
				.writeValueAsString(printed));
		return ExitCode.COMPLETE.number();
	}

	private Map<String, Object> all(Policies policies, @Nullable String output) {
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("identity", policies.identity(output));
		all.put("reader", policies.reader());
		all.put("trust", policies.trust(this.principal));
		all.put("permissions", policies.permissions());
		all.put("session", policies.sessions());
		return all;
	}

	private String partition(Configuration configuration) {
		NamedPartition named = new NamedPartition();
		if (this.partition != null) {
			named.flag("--partition", this.partition);
		}
		named.arn("--principal", this.principal);
		configuration.organizationRole().ifPresent((role) -> named.arn("organization.role-arn", role.toString()));
		configuration.seal().kmsKey().ifPresent((key) -> named.arn("signing.kms-key", key));
		return named.partition();
	}

}
