package dev.rollcall.control;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.dataset.Sha256;
import dev.rollcall.input.Text;
import org.jspecify.annotations.Nullable;

/**
 * One requirement: a SQL file with front matter.
 *
 * @param id such as {@code root.mfa}
 * @param version counts up whenever the meaning changes
 * @param title in English and Japanese
 * @param remediation what to do, in English and Japanese
 * @param sources the sources whose cells it reads
 * @param csf the Subcategories by version
 * @param reasons the sentences of its reasons, from English to Japanese, with places
 * {@code {0}} for values
 * @param parameters its limits, by name
 * @param age of its evidence; null where it does not say
 * @param was under which keys its rows stood before
 * @param scored whether it counts in a score
 * @param shippedVersion of the shipped control that an own file took the place of; null
 * where none did
 * @param sql gives account_id, region, resource_id, verdict, reason
 * @param sha256 of the whole file, in hexadecimal
 */
public record Control(String id, int version, Severity severity, Text title, Text remediation, List<String> sources,
		Map<CsfVersion, CsfMapping> csf, Map<String, String> reasons, Map<String, Parameter> parameters,
		@Nullable Age age, Was was, boolean scored, @Nullable Integer shippedVersion, String sql, String sha256) {

	public Control {
		sources = List.copyOf(sources);
		csf = Map.copyOf(csf);
		reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	/**
	 * The hash of the statement alone, in hexadecimal: what anybody can make again from
	 * the published text.
	 */
	public String sqlSha256() {
		return Sha256.of(this.sql.getBytes(StandardCharsets.UTF_8));
	}

	/** The mapping to a version; every control has one for each. */
	public CsfMapping csf(CsfVersion version) {
		CsfMapping mapping = this.csf.get(version);
		if (mapping == null) {
			throw new IllegalStateException(this.id + " has no mapping to CSF " + version.number());
		}
		return mapping;
	}

	/** A number that is another one where it counts otherwise: it judges or maps so. */
	public long method() {
		String how = this.id + "|" + this.version + "|" + csf(CsfVersion.V2_0).primary().id() + "|"
				+ csf(CsfVersion.V1_1).primary().id() + "|" + this.scored + "|" + ParameterEntry.of(this);
		return Long.parseLong(Sha256.of(how.getBytes(StandardCharsets.UTF_8)).substring(0, 10), 16);
	}

	/** Whether it is an own one in the place of a shipped one that has changed since. */
	public boolean isOutdated() {
		return this.shippedVersion != null && this.shippedVersion > this.version;
	}

	/** Its title; a parameter's name in braces stands for the value. */
	@Override
	public Text title() {
		return new Text(filled(this.title.en()), filled(this.title.ja()));
	}

	private String filled(String text) {
		String filled = text;
		for (Map.Entry<String, Parameter> parameter : this.parameters.entrySet()) {
			filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue().value());
		}
		return filled;
	}

	/** The same control in the place of a shipped one, if of any. */
	Control inPlaceOf(@Nullable Integer shippedVersion) {
		return new Control(this.id, this.version, this.severity, this.title, this.remediation, this.sources, this.csf,
				this.reasons, this.parameters, this.age, this.was, this.scored, shippedVersion, this.sql, this.sha256);
	}

	/** The same control with other parameters. */
	Control withParameters(Map<String, Parameter> parameters) {
		return new Control(this.id, this.version, this.severity, this.title, this.remediation, this.sources, this.csf,
				this.reasons, parameters, this.age, this.was, this.scored, this.shippedVersion, this.sql, this.sha256);
	}

	/** The same control with another statement. */
	Control withSql(String sql) {
		return new Control(this.id, this.version, this.severity, this.title, this.remediation, this.sources, this.csf,
				this.reasons, this.parameters, this.age, this.was, this.scored, this.shippedVersion, sql, this.sha256);
	}

}
