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
			case ADMINISTRATOR_OR_MANAGEMENT -> {
				TreeSet<AccountId> delegated = delegated(source);
				yield List.of(delegated.isEmpty() ? management : delegated.first());
			}
			case MANAGEMENT_AND_ADMINISTRATORS -> {
				TreeSet<AccountId> all = delegated(source);
				all.add(management);
				yield List.copyOf(all);
			}
		};
	}

	private TreeSet<AccountId> delegated(SourceDefinition source) {
		TreeSet<AccountId> delegated = new TreeSet<>();
		this.administrators.stream()
			.filter((administrator) -> source.servicePrincipals().contains(administrator.servicePrincipal()))
			.forEach((administrator) -> delegated.add(new AccountId(administrator.administratorId())));
		return delegated;
	}

}
