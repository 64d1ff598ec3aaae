package dev.rollcall.simulator;

import java.time.Duration;

import dev.rollcall.simulator.wire.HttpReply;

/** What becomes of a request. */
sealed interface Outcome {

	/** It is answered, after a while. */
	record Answered(HttpReply reply, Duration after) implements Outcome {

	}

	/** It is answered, a byte a second. */
	record Drip(HttpReply reply) implements Outcome {

	}

	/** It is never answered. */
	record Silence() implements Outcome {

	}

	/** Its connection is reset. */
	record Reset() implements Outcome {

	}

}
