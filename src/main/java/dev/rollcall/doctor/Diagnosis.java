package dev.rollcall.doctor;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param level how it is
 * @param subject what was looked at, in a word
 * @param place which one of them, such as an account; null where there is only one
 * @param finding what was seen, in a sentence
 * @param next what to do about it and whom to ask; null where nothing is to be done
 */
public record Diagnosis(Level level, Subject subject, @Nullable String place, String finding, @Nullable String next) {

	static Diagnosis ok(Subject subject, @Nullable String place, String finding) {
		return new Diagnosis(Level.OK, subject, place, finding, null);
	}

	static Diagnosis note(Subject subject, @Nullable String place, String finding, @Nullable String next) {
		return new Diagnosis(Level.NOTE, subject, place, finding, next);
	}

	static Diagnosis fault(Subject subject, @Nullable String place, String finding, String next) {
		return new Diagnosis(Level.FAULT, subject, place, finding, next);
	}

	/** How something is. */
	public enum Level {

		/** As a night needs it. */
		OK,

		/** A night runs with it; somebody should know. */
		NOTE,

		/** A night would lack something, or not be published. */
		FAULT

	}

	/** What is looked at, in this order. */
	public enum Subject {

		/** Who we are. */
		IDENTITY,

		/** Where requests go that AWS should get. */
		ENDPOINT,

		/** This machine's clock. */
		CLOCK,

		/** Where nights are kept. */
		OUTPUT,

		/** Who is told that a night has ended. */
		NOTICE,

		/** Whether the roster and the Regions can be read. */
		ORGANIZATION,

		/** Whether an account can be entered. */
		ACCOUNT,

		/** Whether roles ask for the ExternalId. */
		TRUST,

		/** Whether sources may ask what they ask. */
		PERMISSION,

		/** Whether a Region is closed by a policy. */
		REGION

	}

}
