package dev.rollcall.csf;

/**
 * A Subcategory's id: {@code PR.AA-03} in 2.0, {@code PR.AC-7} in 1.1.
 */
public record Subcategory(String id) implements Comparable<Subcategory> {

	/** Its Category, such as {@code PR.AA}. */
	public String category() {
		return this.id.substring(0, this.id.indexOf('-'));
	}

	@Override
	public int compareTo(Subcategory other) {
		return this.id.compareTo(other.id);
	}

	@Override
	public String toString() {
		return this.id;
	}

}
