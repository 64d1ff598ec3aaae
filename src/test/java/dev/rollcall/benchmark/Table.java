package dev.rollcall.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import dev.rollcall.benchmark.Case.Way;

/** The results as a table in Markdown; medians, with the range of the walls. */
final class Table {

	private final Map<Case, List<Measured>> results;

	private final String machine;

	Table(Map<Case, List<Measured>> results, String machine) {
		this.results = results;
		this.machine = machine;
	}

	String text() {
		List<String> lines = new ArrayList<>();
		lines.add("Machine: " + this.machine + "; medians, and the range of the night's seconds.");
		lines.add("");
		lines.add("| accounts × Regions | runs | night s | bound s | binds | night ÷ bound | walk s | AWS's bound s "
				+ "| walk ÷ AWS's | calls | calls ÷ least | throttled | client µs/call | server µs/call | peak MB | slots in use "
				+ "| rows/s |");
		lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
		this.results.forEach((night, runs) -> lines.add(row(night, runs)));
		lines.add("");
		exponent("night", Measured::wall).ifPresent(lines::add);
		exponent("walk", Measured::walk).ifPresent(lines::add);
		exponent("peak memory", Measured::peakMegabytes).ifPresent(lines::add);
		this.results.forEach((night, runs) -> {
			if (night.way() == Way.KILLED_NIGHT) {
				lines.add("Killed at half way and started again: %.3f%% of the calls were made twice."
					.formatted(100 * Measured.median(runs, Measured::repeated)));
			}
		});
		return String.join("\n", lines);
	}

	private static String row(Case night, List<Measured> runs) {
		Measured middle = Measured.median(runs);
		double bound = middle.bound().getValue();
		double aws = middle.awsBound().getValue();
		boolean walked = night.latency() && night.way() == Way.NIGHT;
		return "| %s | %d | %.1f (%s) | %.1f | %s | %.2f | %.1f | %s | %s | %,d | %.4f | %.2f%% | %.0f | %.0f | %.0f | %s | %s |"
			.formatted(night.name(), runs.size(), middle.wall(), Measured.range(runs, Measured::wall, "%.1f"), bound,
					middle.bound().getKey(), middle.wall() / bound, middle.walk(), walked ? "%.1f".formatted(aws) : "–",
					walked ? "%.2f".formatted(middle.walk() / aws) : "–", middle.calls(), middle.callsRatio(),
					100 * middle.throttledShare(), middle.clientMicros(), middle.serverMicros(),
					Measured.median(runs, Measured::peakMegabytes),
					walked ? "%.0f%%".formatted(100 * middle.utilisation()) : "–",
					(middle.rowsPerSecond() > 0) ? "%,.0f".formatted(middle.rowsPerSecond()) : "–");
	}

	/** The slope over the number of accounts, both as logarithms, without latency. */
	private Optional<String> exponent(String what, ToDoubleFunction<Measured> metric) {
		List<double[]> points = new ArrayList<>();
		this.results.forEach((night, runs) -> {
			if (night.way() == Way.NIGHT && !night.latency() && night.regions() == 17) {
				points.add(new double[] { Math.log(night.accounts()), Math.log(Measured.median(runs, metric)) });
			}
		});
		if (points.size() < 3) {
			return Optional.empty();
		}
		double x = points.stream().mapToDouble((point) -> point[0]).average().orElse(0);
		double y = points.stream().mapToDouble((point) -> point[1]).average().orElse(0);
		double above = points.stream().mapToDouble((point) -> (point[0] - x) * (point[1] - y)).sum();
		double below = points.stream().mapToDouble((point) -> (point[0] - x) * (point[0] - x)).sum();
		return Optional.of("Exponent of the %s over the accounts, 100 to 1,000: %.2f.".formatted(what, above / below));
	}

}
