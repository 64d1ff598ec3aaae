package dev.rollcall.collect;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.rollcall.account.AccountId;
import dev.rollcall.account.AccountSession;
import dev.rollcall.account.AccountSessions;

/**
 * Whose credentials ask. What is asked of one administrator shares its session, and with
 * it the buckets of the signing account, whichever account it is about.
 */
final class Askers {

	private final AccountSessions sessions;

	private final AccountSession reader;

	private final Owners owners;

	private final Map<AccountId, AccountSession> entered = new ConcurrentHashMap<>();

	private final Map<String, List<AccountId>> ownersOf = new ConcurrentHashMap<>();

	Askers(AccountSessions sessions, AccountSession reader, Owners owners) {
		this.sessions = sessions;
		this.reader = reader;
		this.owners = owners;
	}

	/**
	 * The accounts that are asked once for the organization. Every account's cells want
	 * to know, and whether one of them is there takes a walk through the roster.
	 */
	List<AccountId> owners(SourceDefinition source) {
		return this.ownersOf.computeIfAbsent(source.name(), (name) -> this.owners.of(source));
	}

	/** The session that asks one of those accounts. */
	AccountSession of(SourceDefinition source, AccountId owner) {
		return (source.askedIn() == AskedIn.READER) ? this.reader
				: this.entered.computeIfAbsent(owner, this.sessions::of);
	}

	/** A new session of an account for its own questions; it ends with the account. */
	AccountSession into(AccountId account) {
		return this.sessions.of(account);
	}

	/**
	 * The session that asks a question about an account.
	 * @param own the account's own
	 */
	AccountSession about(SourceDefinition source, AccountSession own) {
		return switch (source.askedIn()) {
			case ACCOUNT -> own;
			case READER -> this.reader;
			default -> of(source, this.owners.about(source, own.account(), owners(source).get(0)));
		};
	}

}
