package dev.rollcall.processes;

import java.io.IOException;
import java.time.Duration;

/**
 * A moment of a launch that can be seen from outside: by its log, its output, a clock.
 */
@FunctionalInterface
interface Moment {

	boolean hasCome(Launch launch, Nights nights) throws IOException;

	/** A step begins. */
	static Moment step(String name) {
		return says("\"step\":\"" + name + '"');
	}

	/** The log says something. */
	static Moment says(String text) {
		return (launch, nights) -> launch.out().contains(text);
	}

	/** A cell of a source has been read. */
	static Moment cell(String source) {
		return (launch, nights) -> launch.out()
			.lines()
			.anyMatch((line) -> line.contains("\"message\":\"cell\"") && line.contains('"' + source + '"'));
	}

	/** There is an object whose key holds a text. */
	static Moment key(String part) {
		return (launch, nights) -> nights.keys().stream().anyMatch((key) -> key.contains(part));
	}

	/** So many more files of accounts are staged than the launch found. */
	static Moment staged(int files) {
		return (launch, nights) -> nights.stagedFiles().size() >= launch.stagedBefore() + files;
	}

	/** So many more objects are put than the launch found. */
	static Moment objects(int number) {
		return (launch, nights) -> nights.objects().size() >= launch.objectsBefore() + number;
	}

	/** So much time has gone since it was started. */
	static Moment after(Duration duration) {
		return (launch, nights) -> launch.age().compareTo(duration) >= 0;
	}

	/** This moment, and a little later. */
	default Moment plus(Duration duration) {
		return new Moment() {

			private long cameAt;

			@Override
			public boolean hasCome(Launch launch, Nights nights) throws IOException {
				if (this.cameAt == 0) {
					this.cameAt = Moment.this.hasCome(launch, nights) ? System.nanoTime() : 0;
				}
				return this.cameAt != 0 && System.nanoTime() - this.cameAt >= duration.toNanos();
			}

		};
	}

}
