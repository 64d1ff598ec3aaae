package dev.rollcall.simulator.service.kms;

import dev.rollcall.simulator.world.Dice;
import dev.rollcall.simulator.world.Draw;
import dev.rollcall.simulator.world.Facet;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.OriginType;

/** What became of the key that an account has for the files of trails. */
enum TrailKeyState {

	/** It changes its material every year. */
	ROTATED(KeyState.ENABLED, OriginType.AWS_KMS),

	/** It has the material that it was made with. */
	UNROTATED(KeyState.ENABLED, OriginType.AWS_KMS),

	DISABLED(KeyState.DISABLED, OriginType.AWS_KMS),

	/** It will be deleted within a month. */
	PENDING_DELETION(KeyState.PENDING_DELETION, OriginType.AWS_KMS),

	/** Its material was imported. */
	IMPORTED(KeyState.ENABLED, OriginType.EXTERNAL),

	/** It was deleted. */
	GONE(KeyState.PENDING_DELETION, OriginType.AWS_KMS);

	/** In order: the material changes. */
	static final Facet<TrailKeyState> FACET = Facet.of(ROTATED, TrailKeyState::drawn);

	private final KeyState state;

	private final OriginType origin;

	TrailKeyState(KeyState state, OriginType origin) {
		this.state = state;
		this.origin = origin;
	}

	private static TrailKeyState drawn(Draw draw) {
		Dice own = draw.account().with("trail key");
		return own.percent(80) ? ROTATED : values()[own.with("state").below(values().length)];
	}

	KeyState state() {
		return this.state;
	}

	OriginType origin() {
		return this.origin;
	}

	/** Whether it is there to be described. */
	boolean isThere() {
		return this != GONE;
	}

	/** Whether it can be asked whether its material changes, and anybody would. */
	boolean canRotate() {
		return isThere() && this.origin == OriginType.AWS_KMS && this.state != KeyState.PENDING_DELETION;
	}

	boolean isRotating() {
		return this == ROTATED || this == DISABLED;
	}

}
