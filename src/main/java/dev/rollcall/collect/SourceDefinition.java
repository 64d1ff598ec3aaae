package dev.rollcall.collect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.rollcall.account.IamAction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/**
 * A row of the table of sources. The policies, docs/sources.md and the tests are made
 * from it or held to it.
 *
 * @param name as coverage and configuration call it
 * @param scope how many cells it has
 * @param askedIn whose credentials ask
 * @param servicePrincipals by which Organizations knows the delegated administrators that
 * are asked; empty where none is
 * @param service the client of the service asked
 * @param operationsSince every operation it calls, as {@code service:Operation}, to the
 * version of Rollcall that first called it for this source
 * @param evidence the records it gives; each is a dataset
 * @param dependsOn the sources whose evidence says what to ask, or whom
 * @param answeredBy the source whose answer for the organization may prove a cell, so
 * that its account is not asked; null where there is none
 * @param whenEmpty what a cell without rows is, in words
 */
public record SourceDefinition(String name, Scope scope, AskedIn askedIn, List<String> servicePrincipals,
		Class<? extends SdkClient> service, Map<String, String> operationsSince, List<Class<? extends Record>> evidence,
		List<String> dependsOn, @Nullable String answeredBy, String whenEmpty) {

	private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

	public SourceDefinition {
		servicePrincipals = List.copyOf(servicePrincipals);
		operationsSince = Collections.unmodifiableMap(new LinkedHashMap<>(operationsSince));
		evidence = List.copyOf(evidence);
		dependsOn = List.copyOf(dependsOn);
		for (String version : operationsSince.values()) {
			if (!VERSION.matcher(version).matches()) {
				throw new IllegalArgumentException(
						"'" + version + "' of " + name + ": a version such as 0.1.0 expected");
			}
		}
	}

	/** Every operation it calls, as {@code service:Operation}. */
	public List<String> operations() {
		return List.copyOf(this.operationsSince.keySet());
	}

	/** The IAM actions that permit its operations. */
	public List<String> actions() {
		return this.operationsSince.keySet().stream().map(IamAction::of).distinct().toList();
	}

	/** The sources that must have been read before it: those whose answers it needs. */
	Set<String> needs() {
		Set<String> needs = new LinkedHashSet<>(this.dependsOn);
		if (this.answeredBy != null) {
			needs.add(this.answeredBy);
		}
		return needs;
	}

	/** Whether it is asked of the same accounts as another source. */
	boolean asksLike(SourceDefinition other) {
		return this.askedIn == other.askedIn && this.servicePrincipals.equals(other.servicePrincipals);
	}

	/** Whether it has a cell a Region. */
	public boolean isRegional() {
		return this.scope.isRegional();
	}

	/** Whether it is asked once for the organization, not account by account. */
	public boolean isOrganizational() {
		return this.scope.isOrganizational();
	}

	/** Whether it is asked once a thing that accounts' evidence names. */
	public boolean isDistinct() {
		return this.scope == Scope.DISTINCT;
	}

	/** Whether it is asked of every account. */
	public boolean isAskedOfEveryAccount() {
		return !isOrganizational() && !isDistinct();
	}

	/** Whether the accounts of its cells are entered for it; others are not called. */
	public boolean entersAccount() {
		return switch (this.askedIn) {
			case ACCOUNT -> true;
			case READER -> false;
			default -> isOrganizational();
		};
	}

	/** Starts a definition of what is asked in the account itself. */
	public static Builder global(String name, Class<? extends SdkClient> service) {
		return new Builder(name, Scope.GLOBAL, service);
	}

	/** Starts a definition of what is asked in each Region of the account. */
	public static Builder regional(String name, Class<? extends SdkClient> service) {
		return new Builder(name, Scope.REGION, service);
	}

	/** Starts a definition of what is asked once for the organization. */
	public static Builder organizational(String name, Scope scope, Class<? extends SdkClient> service) {
		return new Builder(name, scope, service);
	}

	/**
	 * Starts a definition of what is asked once for each thing that the evidence of other
	 * sources names, by a {@link DistinctSource}.
	 */
	public static Builder distinct(String name, Class<? extends SdkClient> service) {
		return new Builder(name, Scope.DISTINCT, service);
	}

	/** Puts a definition together. */
	public static final class Builder {

		private final String name;

		private final Scope scope;

		private final Class<? extends SdkClient> service;

		private AskedIn askedIn = AskedIn.ACCOUNT;

		private List<String> servicePrincipals = List.of();

		private final Map<String, String> operations = new LinkedHashMap<>();

		private List<Class<? extends Record>> evidence = List.of();

		private List<String> dependsOn = List.of();

		private @Nullable String answeredBy;

		private String whenEmpty = "READ";

		private Builder(String name, Scope scope, Class<? extends SdkClient> service) {
			this.name = name;
			this.scope = scope;
			this.service = service;
		}

		public Builder askedIn(AskedIn askedIn, String... servicePrincipals) {
			this.askedIn = askedIn;
			this.servicePrincipals = List.of(servicePrincipals);
			return this;
		}

		/**
		 * Adds operations.
		 * @param since the version of Rollcall that first called them for this source
		 */
		public Builder operations(String since, String... operations) {
			for (String operation : operations) {
				this.operations.put(operation, since);
			}
			return this;
		}

		@SafeVarargs
		public final Builder evidence(Class<? extends Record>... evidence) {
			this.evidence = List.of(evidence);
			return this;
		}

		public Builder dependsOn(String... sources) {
			this.dependsOn = List.of(sources);
			return this;
		}

		public Builder answeredBy(String source) {
			this.answeredBy = source;
			return this;
		}

		/** Says what a cell without rows is; READ unless said. */
		public Builder whenEmpty(String words) {
			this.whenEmpty = words;
			return this;
		}

		public SourceDefinition build() {
			return new SourceDefinition(this.name, this.scope, this.askedIn, this.servicePrincipals, this.service,
					this.operations, this.evidence, this.dependsOn, this.answeredBy, this.whenEmpty);
		}

	}

}
