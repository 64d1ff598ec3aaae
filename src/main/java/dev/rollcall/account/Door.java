package dev.rollcall.account;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Whether a role lets us in: what it refused once, it refuses whatever the session is
 * narrowed to.
 */
final class Door {

	private final AtomicReference<@Nullable EntryRefusedException> refusal = new AtomicReference<>();

	void refused(EntryRefusedException refusal) {
		this.refusal.set(refusal);
	}

	void opens() {
		this.refusal.set(null);
	}

	/**
	 * Holds on to a refusal.
	 * @throws EntryRefusedException where we were refused before
	 */
	void require() {
		EntryRefusedException refused = this.refusal.get();
		if (refused != null) {
			throw refused;
		}
	}

}
