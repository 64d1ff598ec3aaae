package dev.rollcall.simulator.service.cloudtrail;

import dev.rollcall.simulator.world.Partition;
import dev.rollcall.simulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A trail.
 *
 * @param owner the account that owns it
 * @param home the Region in which it was made
 * @param recorded what it records
 * @param delivery where it delivers to, and how
 */
public record TrailState(String owner, String name, String home, boolean multiRegion, boolean organization,
		boolean logging, boolean validation, Recorded recorded, Delivery delivery) {

	/** Which management events a trail records. */
	public enum Events {

		ALL, READ_ONLY, WRITE_ONLY, NONE

	}

	/**
	 * What a trail records.
	 *
	 * @param advanced whether it is named by advanced selectors
	 * @param data whether data events are recorded too
	 */
	public record Recorded(Events events, boolean advanced, boolean data) {

	}

	/**
	 * What becomes of its log files.
	 *
	 * @param bucket where they are delivered
	 * @param error what its last delivery failed with; null where it did not
	 * @param key the KMS key of its log files; null where there is none
	 * @param logGroup where else it delivers; null: nowhere
	 * @param topic what it notifies; null: nothing
	 * @param topicError what its last notification failed with; null where it did not
	 */
	public record Delivery(String bucket, @Nullable String error, @Nullable String key, @Nullable String logGroup,
			@Nullable String topic, @Nullable String topicError) {

		private static final Delivery PLAIN = new Delivery("trail-" + World.id(World.LOGS), null, null, null, null,
				null);

	}

	/** A multi-Region trail in good order. */
	static TrailState healthy(String owner, String home) {
		return new TrailState(owner, "audit", home, true, false, true, true, new Recorded(Events.ALL, false, false),
				Delivery.PLAIN);
	}

	public String arn() {
		return Partition.of(this.home).arn("cloudtrail", this.home, this.owner, "trail/" + this.name);
	}

	public Events events() {
		return this.recorded.events();
	}

	/** The same of the organization, under another name. */
	TrailState ofOrganization(String called) {
		return new TrailState(this.owner, called, this.home, this.multiRegion, true, this.logging, this.validation,
				this.recorded, this.delivery);
	}

	/** The same recording its home Region only. */
	TrailState atHomeOnly() {
		return new TrailState(this.owner, this.name, this.home, false, this.organization, this.logging, this.validation,
				this.recorded, this.delivery);
	}

	/** The same without digests. */
	TrailState withoutDigests() {
		return new TrailState(this.owner, this.name, this.home, this.multiRegion, this.organization, this.logging,
				false, this.recorded, this.delivery);
	}

	/** The same switched off. */
	TrailState stopped() {
		return new TrailState(this.owner, this.name, this.home, this.multiRegion, this.organization, false,
				this.validation, this.recorded, this.delivery);
	}

	/** The same under another name, recording other events. */
	TrailState recording(String called, Events events, boolean byAdvancedSelectors) {
		return new TrailState(this.owner, called, this.home, this.multiRegion, this.organization, this.logging,
				this.validation, new Recorded(events, byAdvancedSelectors, events == Events.NONE), this.delivery);
	}

	/** The same recording data events too, which advanced selectors name. */
	TrailState withDataEvents() {
		return new TrailState(this.owner, this.name, this.home, this.multiRegion, this.organization, this.logging,
				this.validation, new Recorded(events(), true, true), this.delivery);
	}

	/** The same failing to deliver. */
	TrailState failing(String error) {
		return delivering(new Delivery(this.delivery.bucket(), error, this.delivery.key(), this.delivery.logGroup(),
				this.delivery.topic(), this.delivery.topicError()));
	}

	/** The same with a KMS key of its account, and a log group beside the bucket. */
	TrailState encryptedAndWatched() {
		TrailState encrypted = encryptedBy(this.owner);
		return encrypted
			.delivering(new Delivery(this.delivery.bucket(), this.delivery.error(), encrypted.delivery.key(),
					Partition.of(this.home).arn("logs", this.home, this.owner, "log-group:cloudtrail:*"),
					this.delivery.topic(), this.delivery.topicError()));
	}

	/**
	 * The same with the KMS key that an account has for trails where this one is at home.
	 */
	TrailState encryptedBy(String account) {
		return delivering(new Delivery(this.delivery.bucket(), this.delivery.error(),
				Partition.of(this.home).arn("kms", this.home, account, "key/2f6c1d04-7a55-4f0e-9a1e-0c3b5f7d9e11"),
				this.delivery.logGroup(), this.delivery.topic(), this.delivery.topicError()));
	}

	/** The same with a topic, that it fails to notify where an error is given. */
	TrailState notifying(@Nullable String error) {
		return delivering(new Delivery(this.delivery.bucket(), this.delivery.error(), this.delivery.key(),
				this.delivery.logGroup(), Partition.of(this.home).arn("sns", this.home, this.owner, "cloudtrail"),
				error));
	}

	/** The same delivering to another bucket. */
	TrailState into(String bucket) {
		return delivering(new Delivery(bucket, this.delivery.error(), this.delivery.key(), this.delivery.logGroup(),
				this.delivery.topic(), this.delivery.topicError()));
	}

	/** The bucket to which it delivers. */
	public String bucket() {
		return this.delivery.bucket();
	}

	private TrailState delivering(Delivery other) {
		return new TrailState(this.owner, this.name, this.home, this.multiRegion, this.organization, this.logging,
				this.validation, this.recorded, other);
	}

}
