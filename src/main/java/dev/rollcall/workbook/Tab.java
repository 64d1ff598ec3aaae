package dev.rollcall.workbook;

/**
 * A sheet of the workbook, in its language.
 *
 * @param key what links call it, such as {@code external-access}
 * @param order among all sheets
 * @param colour of the tab: red, green and blue in hexadecimal
 * @param name on the tab
 */
record Tab(String key, int order, String colour, String name, String title, String note) {

	/** Whether its sheet is the template's, with what an officer put there. */
	boolean isTemplate() {
		return this.key.equals(FixedTab.COVER.key()) || this.key.equals(FixedTab.CHARTS.key());
	}

}
