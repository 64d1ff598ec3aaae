package dev.rollcall.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * A trail.
 *
 * @param owner the account that owns it
 * @param home the Region in which it was made
 * @param events which management events it records
 * @param advanced whether they are named by advanced selectors
 * @param deliveryError what its last delivery failed with; null where it did not
 */
public record TrailState(String owner, String name, String home, boolean multiRegion, boolean organization,
		boolean logging, boolean validation, Events events, boolean advanced, @Nullable String deliveryError) {

	/** Which management events a trail records. */
	public enum Events {

		ALL, READ_ONLY, WRITE_ONLY, NONE

	}

	/** A multi-Region trail in good order. */
	static TrailState healthy(String owner, String home) {
		return new TrailState(owner, "audit", home, true, false, true, true, Events.ALL, false, null);
	}

	public String arn() {
		return "arn:aws:cloudtrail:" + this.home + ":" + this.owner + ":trail/" + this.name;
	}

	/** The same of the organization, recording its home Region only. */
	TrailState ofOrganization(String called) {
		return new TrailState(this.owner, called, this.home, false, true, this.logging, this.validation, this.events,
				this.advanced, this.deliveryError);
	}

	/** The same recording its home Region only, without digests. */
	TrailState careless() {
		return new TrailState(this.owner, this.name, this.home, false, this.organization, this.logging, false,
				this.events, this.advanced, this.deliveryError);
	}

	/** The same switched off. */
	TrailState stopped() {
		return new TrailState(this.owner, this.name, this.home, this.multiRegion, this.organization, false,
				this.validation, this.events, this.advanced, this.deliveryError);
	}

	/** The same under another name, recording other events. */
	TrailState recording(String called, Events recorded, boolean byAdvancedSelectors) {
		return new TrailState(this.owner, called, this.home, this.multiRegion, this.organization, this.logging,
				this.validation, recorded, byAdvancedSelectors, this.deliveryError);
	}

	/** The same failing to deliver. */
	TrailState failing(String error) {
		return new TrailState(this.owner, this.name, this.home, this.multiRegion, this.organization, this.logging,
				this.validation, this.events, this.advanced, error);
	}

}
