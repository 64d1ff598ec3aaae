package dev.rollcall.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.rollcall.account.Pages;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;

/**
 * Every account that the list or the walk over the units met, and in which units: one
 * that was made, was moved or left meanwhile is not in all of them.
 */
final class SeenAccounts {

	private final Map<String, Account> answers = new TreeMap<>();

	private final Map<String, Set<String>> units = new HashMap<>();

	private final Set<String> listed = new HashSet<>();

	/** Reads who is in a unit; who was met in one that is gone is somewhere else. */
	void readIn(String unit, UnitTree tree, OrganizationsClient organizations) {
		boolean there = tree.reading(unit,
				() -> Pages.each((token) -> organizations.listAccountsForParent(
						(request) -> request.parentId(unit).maxResults(OrganizationReader.PAGE).nextToken(token)),
						ListAccountsForParentResponse::nextToken,
						(page) -> page.accounts().forEach((account) -> isIn(unit, account))));
		if (!there) {
			this.units.values().forEach((met) -> met.remove(unit));
		}
	}

	private void isIn(String unit, Account account) {
		this.units.computeIfAbsent(account.id(), (first) -> new LinkedHashSet<>()).add(unit);
		this.answers.put(account.id(), account);
	}

	void listed(Account account) {
		this.listed.add(account.id());
		this.answers.put(account.id(), account);
	}

	/** All of them, in order of id. */
	Collection<Account> all() {
		return this.answers.values();
	}

	/** The units that it was met in. */
	List<String> units(Account account) {
		return List.copyOf(this.units.getOrDefault(account.id(), Set.of()));
	}

	/** Whether the list and the walk agree on it: it was listed, and met in one unit. */
	boolean isAgreedOn(Account account) {
		return this.listed.contains(account.id()) && units(account).size() == 1;
	}

}
