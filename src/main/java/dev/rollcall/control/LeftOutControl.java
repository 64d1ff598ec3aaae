package dev.rollcall.control;

/**
 * A shipped or own control that did not judge the night.
 *
 * @param controlId the control's id
 * @param leftOutBy who or what left it out
 */
public record LeftOutControl(String controlId, By leftOutBy) {

	/** Who left it out. */
	public enum By {

		/** The configuration's {@code exclude.controls}. */
		EXCLUDED,

		/** An own file of its name that says {@code disabled: true}. */
		DISABLED

	}

}
