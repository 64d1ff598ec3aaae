package dev.rollcall.collect.cloudtrail;

/**
 * Which management events a trail records.
 */
public enum ManagementEvents {

	/** Every one. */
	ALL,

	/** Every one that reads, and no other. */
	READ_ONLY,

	/** Every one that writes, and no other. */
	WRITE_ONLY,

	/** All but what its conditions leave out. */
	EXCEPT,

	/** None but what its conditions name. */
	ONLY,

	/** What its selectors ask cannot be told. */
	UNKNOWN,

	NONE

}
