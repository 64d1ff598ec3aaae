package dev.rollcall.collect;

import java.util.List;

import dev.rollcall.organization.Account;

/** An account with what became of each of its cells. */
public record WalkedAccount(Account account, List<CellResult> results) {

	public WalkedAccount {
		results = List.copyOf(results);
	}

}
