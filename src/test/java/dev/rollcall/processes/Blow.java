package dev.rollcall.processes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A way to end a launch before its time.
 *
 * @param name what it is called
 * @param moment when it comes
 * @param asked whether the launch is asked to end first, and killed while it does
 */
record Blow(String name, Moment moment, boolean asked) {

	private static final Duration MEANWHILE = Duration.ofMillis(400);

	private static Blow at(String name, Moment moment) {
		return new Blow(name, moment, false);
	}

	/** A random moment of a night that takes so long. */
	static Blow random(Random random, Duration night) {
		long millis = (long) (random.nextDouble() * night.toMillis());
		return at("after " + millis + " ms", Moment.after(Duration.ofMillis(millis)));
	}

	/** The named points of a night, in order. */
	static List<Blow> named() {
		List<Blow> blows = new ArrayList<>(List.of(at("the machine starts", Moment.after(Duration.ofMillis(300))),
				at("the lease is taken", Moment.key("lease/")), at("discover begins", Moment.step("discover")),
				at("the discovery is staged", Moment.key("discover")), at("collect begins", Moment.step("collect"))));
		Stream.of("iam-root-user", "access-analyzer", "config-rules", "cloudtrail")
			.forEach((source) -> blows.add(at("a cell of " + source, Moment.cell(source))));
		Stream.of(1, 2, 7, 15, 29)
			.forEach((files) -> blows.add(at(files + " accounts are staged", Moment.staged(files))));
		blows.add(at("organization begins", Moment.step("organization")));
		blows.add(at("the organization is staged", Moment.key("/organization")));
		Stream.of("compact", "evaluate", "render").forEach((step) -> {
			blows.add(at(step + " begins", Moment.step(step)));
			blows.add(at(step + " goes on", Moment.step(step).plus(MEANWHILE)));
		});
		blows.add(at("publish begins", Moment.step("publish")));
		Stream.of(1, 10, 20).forEach((objects) -> blows.add(at(objects + " objects are put", Moment.objects(objects))));
		blows.add(at("the workbook is put", Moment.key("reports/")));
		blows.add(at("the manifest is put", Moment.key("manifests/")));
		blows.add(at("the commit is put", Moment.key("run/")));
		blows.add(new Blow("3 accounts are staged and it is being stopped", Moment.staged(3), true));
		return blows;
	}

	/**
	 * Ends a launch.
	 * @return whether it had not ended before
	 */
	boolean strike(Launch launch) throws Exception {
		boolean came = launch.await(this.moment);
		if (this.asked) {
			launch.signal("TERM");
			launch.await(Moment.after(launch.age().plusMillis(50)));
		}
		launch.kill();
		return came;
	}

}
