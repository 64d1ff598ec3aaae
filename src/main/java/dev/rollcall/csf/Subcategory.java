package dev.rollcall.csf;

import dev.rollcall.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * A Subcategory of a version.
 *
 * @param id {@code PR.AA-03} in 2.0, {@code PR.AC-7} in 1.1
 * @param outcome what is to be so, in our words
 * @param outside why no control of ours assesses it; null where one does
 */
public record Subcategory(String id, Text outcome, @Nullable Text outside) implements Comparable<Subcategory> {

	/** Its Category, such as {@code PR.AA}. */
	public String category() {
		return this.id.substring(0, this.id.indexOf('-'));
	}

	/** Its Function, such as {@code PR}. */
	public String function() {
		return this.id.substring(0, this.id.indexOf('.'));
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
