package dev.rollcall.simulator.world;

import org.jspecify.annotations.Nullable;

/** A root or an organizational unit of the simulated organization's tree. */
public enum Unit {

	ROOT(null, "r-roll", "Root"),

	SECURITY(ROOT, "ou-roll-11111111", "Security"),

	WORKLOADS(ROOT, "ou-roll-22222222", "Workloads"),

	PROD(WORKLOADS, "ou-roll-33333333", "Prod"),

	/** A unit with a Japanese name, at the fourth level. */
	PAYMENT(PROD, "ou-roll-44444444", "決済"),

	DEV(WORKLOADS, "ou-roll-55555555", "Dev"),

	SANDBOX(ROOT, "ou-roll-66666666", "Sandbox"),

	/** A unit with nothing in it. */
	EMPTY(ROOT, "ou-roll-77777777", "Policy Staging"),

	SUSPENDED(ROOT, "ou-roll-88888888", "Suspended");

	private final @Nullable Unit parent;

	private final String id;

	private final String title;

	Unit(@Nullable Unit parent, String id, String title) {
		this.parent = parent;
		this.id = id;
		this.title = title;
	}

	/** The unit above; null for the root. */
	public @Nullable Unit parent() {
		return this.parent;
	}

	public String id() {
		return this.id;
	}

	public String title() {
		return this.title;
	}

	/** The names from the root down to this unit, joined by slashes. */
	public String path() {
		return (this.parent != null) ? this.parent.path() + "/" + this.title : this.title;
	}

}
