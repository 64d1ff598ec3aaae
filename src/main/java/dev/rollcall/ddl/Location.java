package dev.rollcall.ddl;

/**
 * Where nights are kept, as a prefix of the folders of datasets.
 *
 * @param prefix without a slash at its end
 */
public record Location(String prefix) {

	/**
	 * Takes a location.
	 * @throws IllegalArgumentException where it has what would end a statement
	 */
	public Location {
		if (prefix.chars().anyMatch((character) -> character == ';' || Character.isISOControl(character))) {
			throw new IllegalArgumentException("a location without semicolons and line breaks was expected");
		}
		prefix = prefix.replaceAll("(?<=.)/+$", "");
	}

	/** The folder of a dataset, with a slash at its end. */
	String folder(String dataset) {
		return this.prefix + (this.prefix.endsWith("/") ? "" : "/") + dataset + "/";
	}

	@Override
	public String toString() {
		return this.prefix;
	}

}
