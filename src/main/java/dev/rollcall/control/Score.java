package dev.rollcall.control;

import dev.rollcall.csf.CsfVersion;

/**
 * How many units of a Function, a Category, a Subcategory or a control have which
 * verdict, put together by {@code derived/score.sql}. A unit is a control with its
 * primary Subcategory in an account, by its worst verdict there.
 *
 * @param csfVersion by the Subcategories of which version, such as {@code 2.0}
 * @param level of what: FUNCTION, CATEGORY, SUBCATEGORY or CONTROL
 * @param id such as {@code PR}, {@code PR.AA}, {@code PR.AA-03}, {@code root.mfa}
 * @param controls how many controls there are units of
 * @param compliant how many units are COMPLIANT; score = compliant / (compliant +
 * non_compliant), empty where nothing was judged
 * @param nonCompliant how many units are NON_COMPLIANT, waived ones included
 * @param insufficientData how many units nobody could judge
 * @param notApplicable how many units there is nothing to judge of
 * @param comparedUnits units that were judged tonight and the night before, by controls
 * that judge as they did
 * @param compliantBefore how many of them were COMPLIANT the night before
 * @param compliantNow how many of them are tonight
 * @param lost units that were judged the night before and are not tonight
 * @param gained units that are judged tonight and were not the night before
 * @param basis in how many Subcategories a unit was judged
 * @param method another one where other controls, or controls that judge otherwise, are
 * counted
 * @param outsideUnits units that stand outside scores
 * @see CsfVersion#number()
 */
public record Score(String csfVersion, Level level, String id, long controls, long compliant, long nonCompliant,
		long insufficientData, long notApplicable, long comparedUnits, long compliantBefore, long compliantNow,
		long lost, long gained, long basis, String method, long outsideUnits) {

	/** What is counted together. */
	public enum Level {

		FUNCTION, CATEGORY, SUBCATEGORY, CONTROL

	}

}
