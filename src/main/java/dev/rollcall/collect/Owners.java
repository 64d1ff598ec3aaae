package dev.rollcall.collect;

import java.util.List;
import java.util.TreeSet;

import dev.rollcall.account.AccountId;
import dev.rollcall.organization.DelegatedAdministrator;
import dev.rollcall.organization.Discovery;

/**
 * Who owns what is asked once for the organization, as far as Organizations says it.
 */
record Owners(Discovery discovery, List<DelegatedAdministrator> administrators) {

	/**
	 * The accounts that are asked. Of a source whose administrator other evidence names,
	 * the one whose cell it is where none is named.
	 */
	List<AccountId> of(SourceDefinition source) {
		AccountId management = this.discovery.managementAccount();
		if (management == null) {
			return List.of(this.discovery.ownAccount());
		}
		return switch (source.askedIn()) {
			case ACCOUNT, READER -> List.of(this.discovery.readerAccount());
			case MANAGEMENT, NAMED_ADMINISTRATOR -> List.of(management);
			case ADMINISTRATOR_OR_MANAGEMENT -> List.of(administratorOr(management, source));
			case MANAGEMENT_AND_ADMINISTRATORS -> {
				TreeSet<AccountId> all = delegated(source);
				all.add(management);
				yield List.copyOf(all);
			}
		};
	}

	/**
	 * Who is asked about an account: management about itself, since AWS lets no member
	 * ask about it, the administrator included.
	 * @param owner who is asked about all others
	 */
	AccountId about(SourceDefinition source, AccountId account, AccountId owner) {
		return (source.askedIn() == AskedIn.ADMINISTRATOR_OR_MANAGEMENT
				&& account.equals(this.discovery.managementAccount())) ? account : owner;
	}

	/**
	 * The administrator that is asked: the first of them that can be entered. One that is
	 * suspended, closed or gone answers nothing, and management does.
	 */
	private AccountId administratorOr(AccountId management, SourceDefinition source) {
		return delegated(source).stream().filter(this::isThere).findFirst().orElse(management);
	}

	private boolean isThere(AccountId administrator) {
		return this.discovery.accounts()
			.stream()
			.anyMatch((account) -> account.id().equals(administrator) && account.state().isCallable());
	}

	private TreeSet<AccountId> delegated(SourceDefinition source) {
		TreeSet<AccountId> delegated = new TreeSet<>();
		this.administrators.stream()
			.filter((administrator) -> source.servicePrincipals().contains(principal(administrator)))
			.forEach((administrator) -> delegated.add(new AccountId(administrator.administratorId())));
		return delegated;
	}

	/** China and the sovereign cloud of Europe may write principals of their own. */
	private static String principal(DelegatedAdministrator administrator) {
		return administrator.servicePrincipal().replaceFirst("\\.amazonaws\\.(com\\.cn|eu)$", ".amazonaws.com");
	}

}
