package dev.rollcall.collect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The things that a cell has met: half a SHA-256 of each one's key, since there may be
 * millions, whose rows are no longer in memory. A table with open addressing has them in
 * 16 to 64 bytes each, a fifth of what a set of objects takes.
 */
public final class Keys {

	private static final int FIRST = 16;

	private final MessageDigest sha256 = sha256();

	/** Two numbers a key; both zero where there is none. */
	private long[] table = new long[2 * FIRST];

	private int size;

	/** Adds a thing; false where it was there. A thing without a key is always new. */
	boolean add(Record evidence, List<?> key) {
		if (key.isEmpty()) {
			return true;
		}
		return add(evidence.getClass().getSimpleName() + key);
	}

	/** Adds a thing by its id; false where it was there. */
	public boolean add(String id) {
		ByteBuffer digest = digest(id);
		return add(digest.getLong(), digest.getLong());
	}

	/** How many things are there. */
	public int size() {
		return this.size;
	}

	/** Whether a thing is here that is there too. */
	boolean meet(Keys others) {
		for (int i = 0; i < others.table.length; i += 2) {
			if (!others.isFree(i) && !isFree(slot(others.table[i], others.table[i + 1]))) {
				return true;
			}
		}
		return false;
	}

	/** Adds all things that are there. */
	void addAll(Keys others) {
		for (int i = 0; i < others.table.length; i += 2) {
			if (!others.isFree(i)) {
				add(others.table[i], others.table[i + 1]);
			}
		}
	}

	void clear() {
		this.table = new long[2 * FIRST];
		this.size = 0;
	}

	private boolean add(long high, long low) {
		int slot = slot(high, low);
		if (!isFree(slot)) {
			return false;
		}
		this.table[slot] = high;
		this.table[slot + 1] = low;
		this.size++;
		if (this.size > this.table.length / 4) {
			grow();
		}
		return true;
	}

	/** Where the key is, or else belongs. */
	private int slot(long high, long low) {
		int mask = this.table.length - 1;
		int slot = ((int) high << 1) & mask;
		while (!isFree(slot) && (this.table[slot] != high || this.table[slot + 1] != low)) {
			slot = (slot + 2) & mask;
		}
		return slot;
	}

	private boolean isFree(int slot) {
		return this.table[slot] == 0 && this.table[slot + 1] == 0;
	}

	private void grow() {
		long[] old = this.table;
		this.table = new long[2 * old.length];
		for (int i = 0; i < old.length; i += 2) {
			if (old[i] != 0 || old[i + 1] != 0) {
				int slot = slot(old[i], old[i + 1]);
				this.table[slot] = old[i];
				this.table[slot + 1] = old[i + 1];
			}
		}
	}

	private ByteBuffer digest(String text) {
		return ByteBuffer.wrap(this.sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
