package dev.rollcall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeartbeatTests {

	private final Later clock = new Later();

	private final StringWriter said = new StringWriter();

	private final Heartbeat heartbeat = new Heartbeat(new LineProgress(new PrintWriter(this.said)), this.clock);

	@Test
	void saysWhatIsWaitedForAndSinceWhen() {
		this.heartbeat.begins("discover");
		beatAfter(Heartbeat.SILENCE);
		beatAfter(Heartbeat.SILENCE);
		assertThat(this.said.toString().lines()).containsExactly("discover ...", "  still discover, for 20 s",
				"  still discover, for 40 s");
	}

	@Test
	void isSilentWhereSomethingElseIsSaid() {
		this.heartbeat.begins("collect");
		this.heartbeat.accounts(4, 0);
		beatAfter(Heartbeat.SILENCE.minusSeconds(1));
		this.heartbeat.walked(1);
		beatAfter(Duration.ofSeconds(2));
		assertThat(this.said.toString()).doesNotContain("still");
	}

	@Test
	void doesNotRepeatItselfAtOnce() {
		beatAfter(Heartbeat.SILENCE);
		beatAfter(Duration.ofSeconds(5));
		assertThat(this.said.toString().lines()).containsExactly("  still start, for 20 s");
	}

	private void beatAfter(Duration time) {
		this.clock.now = this.clock.now.plus(time);
		this.heartbeat.beat();
	}

	private static final class Later extends Clock {

		private Instant now = Instant.parse("2026-11-20T00:00:00Z");

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
