package dev.rollcall.control;

import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.csf.Subcategory;

/**
 * Which Subcategories of a version a control speaks for.
 *
 * @param primary the one it counts for
 * @param reason why, in one line
 * @param secondary the others, each with its reason; at most four
 */
public record CsfMapping(Subcategory primary, String reason, Map<Subcategory, String> secondary) {

	public CsfMapping {
		secondary = new TreeMap<>(secondary);
	}

}
