package dev.rollcall.export;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What an export says of a control, as it was that night. */
record ControlFacts(String controlId, long version, String titleEn, String titleJa, @Nullable String remediationEn,
		@Nullable String remediationJa, List<String> csf20Secondary, List<String> csf11Secondary,
		List<String> sources) {

}
