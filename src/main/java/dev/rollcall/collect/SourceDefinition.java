package dev.rollcall.collect;

import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/**
 * A row of the table of sources. The policies, the README and the tests are made from it
 * or held to it.
 *
 * @param name as coverage and configuration call it
 * @param scope how many cells it has
 * @param askedIn whose credentials ask
 * @param servicePrincipals by which Organizations knows the delegated administrators that
 * are asked; empty where none is
 * @param service the client of the service asked
 * @param operations every operation it calls, as {@code service:Operation}, which are the
 * IAM actions too
 * @param evidence the records it gives; each is a dataset
 * @param dependsOn the source whose evidence says what to ask; null where there is none
 * @param whenEmpty what a cell without rows is, in words
 */
public record SourceDefinition(String name, Scope scope, AskedIn askedIn, List<String> servicePrincipals,
		Class<? extends SdkClient> service, List<String> operations, List<Class<? extends Record>> evidence,
		@Nullable String dependsOn, String whenEmpty) {

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

	/** Puts a definition together. */
	public static final class Builder {

		private final String name;

		private final Scope scope;

		private final Class<? extends SdkClient> service;

		private AskedIn askedIn = AskedIn.ACCOUNT;

		private List<String> servicePrincipals = List.of();

		private List<String> operations = List.of();

		private List<Class<? extends Record>> evidence = List.of();

		private @Nullable String dependsOn;

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

		public Builder operations(String... operations) {
			this.operations = List.of(operations);
			return this;
		}

		@SafeVarargs
		public final Builder evidence(Class<? extends Record>... evidence) {
			this.evidence = List.of(evidence);
			return this;
		}

		public Builder dependsOn(String source) {
			this.dependsOn = source;
			return this;
		}

		public SourceDefinition whenEmpty(String words) {
			return new SourceDefinition(this.name, this.scope, this.askedIn, this.servicePrincipals, this.service,
					this.operations, this.evidence, this.dependsOn, words);
		}

	}

}
