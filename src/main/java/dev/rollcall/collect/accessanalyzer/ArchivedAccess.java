package dev.rollcall.collect.accessanalyzer;

import java.time.Instant;
import java.util.List;

import dev.rollcall.collect.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * An archived finding of an Access Analyzer: somebody outside its zone of trust can reach
 * a resource all the same, and somebody, or an archive rule, said that this is meant.
 *
 * @param findingId Access Analyzer's id of it
 * @param analyzerArn the analyzer that found it
 * @param resource ARN of the resource
 * @param resourceType the type of the resource, as CloudFormation names it
 * @param resourceAccount the account that owns it
 * @param principal who can reach it, as {@link ExternalAccess} has it
 * @param exposure how far out the principal is
 * @param actions what the principal may do
 * @param rcpRestriction whether a resource control policy was taken into account
 * @param error why the analyzer could not tell
 * @param createdAt when it was first found
 * @param updatedAt when it last changed
 * @param isPublic whether anybody can reach it; null where the finding does not say
 */
public record ArchivedAccess(String findingId, String analyzerArn, @Nullable String resource, String resourceType,
		String resourceAccount, @Nullable String principal, Exposure exposure, List<String> actions,
		@Nullable String rcpRestriction, @Nullable String error, @Nullable Instant createdAt,
		@Nullable Instant updatedAt, @Nullable Boolean isPublic) implements Keyed {

	public ArchivedAccess {
		actions = List.copyOf(actions);
	}

	static ArchivedAccess of(ExternalAccess access) {
		return new ArchivedAccess(access.findingId(), access.analyzerArn(), access.resource(), access.resourceType(),
				access.resourceAccount(), access.principal(), access.exposure(), access.actions(),
				access.rcpRestriction(), access.error(), access.createdAt(), access.updatedAt(), access.isPublic());
	}

	@Override
	public List<?> naturalKey() {
		return List.of(this.analyzerArn, this.findingId);
	}

}
