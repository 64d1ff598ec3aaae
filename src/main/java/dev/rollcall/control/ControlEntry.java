package dev.rollcall.control;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Subcategory;
import org.jspecify.annotations.Nullable;

/**
 * A control as it was that night: the row of the dataset {@code control}.
 *
 * @param controlId the control's id, such as {@code root.mfa}
 * @param version raised whenever its verdicts change
 * @param sqlSha256 of the column {@code sql}, as UTF-8
 * @param severity how bad a NON_COMPLIANT finding of it is
 * @param titleEn what it requires, in English
 * @param titleJa the same in Japanese
 * @param remediationEn what to do about it, in English
 * @param remediationJa the same in Japanese
 * @param csf20Primary the Subcategory of CSF 2.0 that it counts for
 * @param csf20Reason why it speaks for that Subcategory
 * @param csf20Secondary Subcategory to reason
 * @param csf20SecondaryReasons Subcategory to reason
 * @param csf11Primary the Subcategory of CSF 1.1 that it counts for
 * @param csf11Reason why it speaks for that Subcategory
 * @param csf11Secondary Subcategory to reason
 * @param csf11SecondaryReasons Subcategory to reason
 * @param sources the sources whose cells it reads
 * @param sql its statement
 * @param reasonsJa the sentences of its reasons, from English to Japanese, with places
 * {@code {0}} for values
 * @param shippedVersion of the shipped control that an own file took the place of; null
 * where none did
 * @param wasControls the controls under which its rows stood in earlier versions
 * @param wasRegional whether it had a row a Region in earlier versions, and has one an
 * account now
 * @param scored whether it counts in a score
 * @param method another one where the control counts otherwise
 */
public record ControlEntry(String controlId, long version, String sqlSha256, Severity severity, String titleEn,
		String titleJa, String remediationEn, String remediationJa, String csf20Primary, String csf20Reason,
		List<String> csf20Secondary, Map<String, String> csf20SecondaryReasons, String csf11Primary, String csf11Reason,
		List<String> csf11Secondary, Map<String, String> csf11SecondaryReasons, List<String> sources, String sql,
		Map<String, String> reasonsJa, @Nullable Integer shippedVersion, List<String> wasControls, boolean wasRegional,
		boolean scored, long method) {

	public static ControlEntry of(Control control) {
		CsfMapping csf20 = control.csf(CsfVersion.V2_0);
		CsfMapping csf11 = control.csf(CsfVersion.V1_1);
		return new ControlEntry(control.id(), control.version(), control.sqlSha256(), control.severity(),
				control.title().en(), control.title().ja(), control.remediation().en(), control.remediation().ja(),
				csf20.primary().id(), csf20.reason(), ids(csf20), reasons(csf20), csf11.primary().id(), csf11.reason(),
				ids(csf11), reasons(csf11), control.sources(), control.sql(), control.reasons(),
				control.shippedVersion(), control.was().controls().stream().sorted().toList(), control.was().regional(),
				control.scored(), control.method());
	}

	private static List<String> ids(CsfMapping mapping) {
		return mapping.secondary().keySet().stream().map(Subcategory::id).toList();
	}

	private static Map<String, String> reasons(CsfMapping mapping) {
		Map<String, String> reasons = new TreeMap<>();
		mapping.secondary().forEach((subcategory, reason) -> reasons.put(subcategory.id(), reason));
		return reasons;
	}

}
