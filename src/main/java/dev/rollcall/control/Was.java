package dev.rollcall.control;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.rollcall.input.BadInputException;
import dev.rollcall.input.YamlMapping;

/**
 * Under which keys a control's rows stood in earlier versions: since when they are as
 * they are, their waivers and their ids come from there.
 *
 * @param controls the controls that judged before what this one judges
 * @param regional whether there was a row a Region, where now there is one an account
 */
public record Was(Set<String> controls, boolean regional) {

	/** Its rows have had their keys from the first. */
	public static final Was UNCHANGED = new Was(Set.of(), false);

	/** The key of the front matter. */
	static final String KEY = "was";

	private static final String CONTROL = "control";

	public Was {
		controls = Set.copyOf(controls);
	}

	/**
	 * Reads the key, where it is there.
	 * @throws BadInputException where it names no other control, or another Region than
	 * {@code global}
	 */
	static Was read(YamlMapping matter, String control) {
		if (!matter.keys().contains(KEY)) {
			return UNCHANGED;
		}
		YamlMapping was = matter.mapping(KEY).onlyKeys(CONTROL, "region");
		List<String> controls = controls(matter);
		controls.forEach((id) -> {
			if (!ControlFile.ID.matcher(id).matches() || id.equals(control)) {
				throw new BadInputException(
						was.place(CONTROL) + ": '" + id + "': the id of another control was expected");
			}
		});
		boolean regional = was.text("region").map((region) -> regional(was, region)).orElse(false);
		if (controls.isEmpty() && !regional) {
			throw new BadInputException(matter.place(KEY) + ": control or region was expected below it");
		}
		return new Was(new TreeSet<>(controls), regional);
	}

	/** The controls that the key names, whether or not they are ids. */
	static List<String> controls(YamlMapping matter) {
		return matter.mapping(KEY).texts(CONTROL);
	}

	private static boolean regional(YamlMapping was, String region) {
		if (!region.equals("global")) {
			throw new BadInputException(was.place("region") + ": '" + region
					+ "': global was expected, which says that rows of Regions became the account's");
		}
		return true;
	}

}
