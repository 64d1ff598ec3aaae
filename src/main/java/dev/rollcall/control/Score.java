package dev.rollcall.control;

import dev.rollcall.csf.CsfVersion;

/**
 * How many units of a Function, a Category, a Subcategory or a control have which
 * verdict, put together by {@code derived/score.sql}. A unit is a control with its
 * primary Subcategory in an account, by its worst verdict there.
 *
 * @param csfVersion by the Subcategories of which version, such as {@code 2.0}
 * @param id such as {@code PR}, {@code PR.AA}, {@code PR.AA-03}, {@code root.mfa}
 * @param controls how many controls there are units of
 * @see CsfVersion#number()
 */
public record Score(String csfVersion, Level level, String id, long controls, long compliant, long nonCompliant,
		long insufficientData, long notApplicable) {

	/** What is counted together. */
	public enum Level {

		FUNCTION, CATEGORY, SUBCATEGORY, CONTROL

	}

}
