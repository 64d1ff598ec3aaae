package dev.rollcall.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.rollcall.configuration.Audience;
import dev.rollcall.doctor.Diagnosis.Subject;

/**
 * Who is told that a night has ended. Whether they could be only a notice would show,
 * which nobody should get for a trial; and a night goes on without.
 */
final class AudienceCheck {

	private final Audience audience;

	AudienceCheck(Audience audience) {
		this.audience = audience;
	}

	List<Diagnosis> diagnoses() {
		return Stream
			.of(this.audience.topic().map((topic) -> aws(topic.toString(), "sns:Publish")),
					this.audience.eventBus().map((bus) -> aws(bus, "events:PutEvents")),
					this.audience.collector()
						.map((endpoint) -> Diagnosis.note(Subject.NOTICE, endpoint.toString(),
								"gets the night's metrics; not tried", null)))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Diagnosis aws(String whom, String permission) {
		return Diagnosis.note(Subject.NOTICE, whom, "is told that a night has ended; not tried",
				"'rollcall policy' prints the permission (" + permission
						+ "); a night that cannot tell says so in a warning");
	}

}
