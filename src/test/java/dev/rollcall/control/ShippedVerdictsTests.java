package dev.rollcall.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.rollcall.dataset.Sha256;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A control changes when its version does, and else judges as it did: each shipped
 * version is held to what it says of some {@linkplain DrawnNight drawn nights}. A version
 * that is new is taken in with {@code -Drollcall.renew-goldens=true}, which leaves alone
 * what stands there under the same version. Whoever draws the nights in another way
 * raises {@link #DRAWN}, and every version is taken in anew.
 */
class ShippedVerdictsTests {

	private static final String DRAWN = "drawn 1";

	private static final int NIGHTS = 16;

	private static final Path GOLDEN = Path.of("src/test/resources/verdicts.txt");

	@Test
	void judgeAsTheirVersionDid() throws IOException {
		Map<String, String> said = said();
		if (Boolean.getBoolean("rollcall.renew-goldens")) {
			renew(said);
		}
		assertThat(Map.copyOf(kept())).as("verdicts by control and version; other verdicts are another version")
			.isEqualTo(Map.copyOf(said));
	}

	private static void renew(Map<String, String> said) throws IOException {
		Map<String, String> lines = new TreeMap<>(said);
		Map<String, String> kept = kept();
		kept.keySet().retainAll(said.keySet());
		lines.putAll(kept);
		Files.writeString(GOLDEN,
				lines.entrySet()
					.stream()
					.map((line) -> line.getKey() + ": " + line.getValue() + "\n")
					.collect(Collectors.joining("", DRAWN + "\n", "")));
	}

	/** What the golden says, by control and version. */
	private static Map<String, String> kept() throws IOException {
		Map<String, String> kept = new TreeMap<>();
		List<String> lines = Files.exists(GOLDEN) ? Files.readAllLines(GOLDEN) : List.of(DRAWN);
		if (lines.get(0).equals(DRAWN)) {
			lines.stream().skip(1).map((line) -> line.split(": ", 2)).forEach((line) -> kept.put(line[0], line[1]));
		}
		return kept;
	}

	/** How often each verdict was given, and the hash of them all. */
	private static Map<String, String> said() {
		Map<Control, List<String>> verdicts = new LinkedHashMap<>();
		for (int i = 0; i < NIGHTS; i++) {
			try (TestNight night = new TestNight()) {
				new DrawnNight(night, i).draw();
				for (Control control : Shipped.CONTROLS.controls()) {
					List<String> of = verdicts.computeIfAbsent(control, (key) -> new ArrayList<>());
					night.judge(control).forEach((judgement) -> of.add(line(judgement)));
				}
			}
		}
		Map<String, String> said = new TreeMap<>();
		verdicts.forEach((control, of) -> said.put(control.id() + " " + control.version(), summary(of)));
		return said;
	}

	private static String line(Judgement judgement) {
		return String.join(" ", judgement.account(), judgement.region(), judgement.resource(), judgement.verdict());
	}

	private static String summary(List<String> verdicts) {
		Map<String, Long> counts = verdicts.stream()
			.collect(Collectors.groupingBy((line) -> line.substring(line.lastIndexOf(' ') + 1), TreeMap::new,
					Collectors.counting()));
		return counts + " " + Sha256.of(String.join("\n", verdicts).getBytes(StandardCharsets.UTF_8));
	}

}
