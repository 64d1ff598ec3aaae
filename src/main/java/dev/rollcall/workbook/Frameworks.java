package dev.rollcall.workbook;

import java.util.List;
import java.util.Map;

import dev.rollcall.csf.Crosswalk;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Framework;

/**
 * The versions of the framework that the workbook shows.
 *
 * @param leading the version that comes first
 * @param byVersion all of them
 * @param crosswalk NIST's links between them
 */
public record Frameworks(CsfVersion leading, Map<CsfVersion, Framework> byVersion, Crosswalk crosswalk) {

	public Frameworks {
		byVersion = Map.copyOf(byVersion);
	}

	Framework framework() {
		return framework(this.leading);
	}

	Framework framework(CsfVersion version) {
		Framework framework = this.byVersion.get(version);
		if (framework == null) {
			throw new IllegalStateException("CSF " + version.number() + " is not loaded");
		}
		return framework;
	}

	/** All versions, the leading one first. */
	List<CsfVersion> versions() {
		return List.of(this.leading, other(this.leading));
	}

	static CsfVersion other(CsfVersion version) {
		return (version == CsfVersion.V2_0) ? CsfVersion.V1_1 : CsfVersion.V2_0;
	}

	/** The Subcategories of the other version that NIST links to one of this version. */
	List<String> linked(CsfVersion version, String id) {
		return (version == CsfVersion.V2_0) ? this.crosswalk.to11(id) : this.crosswalk.to20(id);
	}

	/** How the datasets' columns of a version begin. */
	static String columns(CsfVersion version) {
		return (version == CsfVersion.V2_0) ? "csf20" : "csf11";
	}

}
