package dev.rollcall.collect.accessanalyzer;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * An active finding of an Access Analyzer: somebody outside its zone of trust can reach a
 * resource.
 *
 * @param findingId Access Analyzer's id of it
 * @param analyzerArn the analyzer that found it
 * @param resource ARN of the resource
 * @param resourceType the type of the resource, as CloudFormation names it
 * @param resourceAccount the account that owns it
 * @param principal who can reach it, as {@code TYPE:PRINCIPAL}; several are sorted and
 * joined by a comma; null where the finding names none
 * @param principalAccount the principal's account, where there is exactly one
 * @param exposure how far out the principal is
 * @param actions what the principal may do
 * @param condition under which conditions
 * @param sources by which means: POLICY, BUCKET_ACL, ...
 * @param rcpRestriction whether a resource control policy was taken into account:
 * APPLICABLE says that one exists and was not
 * @param error why the analyzer could not tell
 * @param status always ACTIVE
 * @param createdAt when it was first found
 * @param updatedAt when it last changed
 * @param isPublic whether anybody can reach it; null where the finding does not say
 */
public record ExternalAccess(String findingId, String analyzerArn, @Nullable String resource, String resourceType,
		String resourceAccount, @Nullable String principal, @Nullable String principalAccount, Exposure exposure,
		List<String> actions, Map<String, String> condition, List<String> sources, @Nullable String rcpRestriction,
		@Nullable String error, String status, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable Boolean isPublic) implements Keyed {

	public ExternalAccess {
		actions = List.copyOf(actions);
		condition = Map.copyOf(condition);
		sources = List.copyOf(sources);
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.analyzerArn, this.findingId);
	}

}
