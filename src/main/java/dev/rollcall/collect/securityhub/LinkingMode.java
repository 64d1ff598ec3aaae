package dev.rollcall.collect.securityhub;

import java.util.List;

/**
 * Which Regions a home Region is linked with. The model has these words in its text only.
 */
enum LinkingMode {

	/** All that the account has, those to come too. */
	ALL_REGIONS,

	/** All but the given ones. */
	ALL_REGIONS_EXCEPT_SPECIFIED,

	/** The given ones. */
	SPECIFIED_REGIONS,

	/** None. */
	NO_REGIONS;

	boolean links(String region, List<String> given) {
		return switch (this) {
			case ALL_REGIONS -> true;
			case ALL_REGIONS_EXCEPT_SPECIFIED -> !given.contains(region);
			case SPECIFIED_REGIONS -> given.contains(region);
			case NO_REGIONS -> false;
		};
	}

}
