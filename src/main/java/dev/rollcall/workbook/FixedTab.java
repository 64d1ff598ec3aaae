package dev.rollcall.workbook;

import java.util.Locale;

/** The sheets that are more than listings. The others are files beside the template. */
enum FixedTab {

	COVER(10, "1F3864"), SUMMARY(20, "1F3864"), CHARTS(30, "1F3864"), ACCOUNTS(40, "2E75B6"), CSF_MAP(200, "7F7F7F"),
	METHOD(210, "7F7F7F"), MATRIX(220, "7F7F7F"), GLOSSARY(240, "7F7F7F");

	private final int order;

	private final String colour;

	FixedTab(int order, String colour) {
		this.order = order;
		this.colour = colour;
	}

	/** As messages and links call it, such as {@code csf-map}. */
	String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	Tab in(Messages messages) {
		return new Tab(key(), this.order, this.colour, messages.text("sheet." + key()),
				messages.find("title." + key()).orElse(""), messages.find("note." + key()).orElse(""));
	}

}
