package dev.rollcall.collect.cloudtrail;

/** Of which requests a bucket's policy demands TLS. */
public enum TransportDemand {

	/** Of every request about the bucket and its objects, whoever makes it. */
	ALL,

	/** Of some principals, actions or objects alone. */
	SOME,

	/** Of none. */
	NONE,

	/** It denies by the way of transport in a manner that this version cannot weigh. */
	UNKNOWN

}
