package dev.rollcall.workbook;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.control.Verdict;
import dev.rollcall.dataset.Database;

/** What a sheet's statement may ask of the workbook that it is for. */
final class SheetFunctions {

	private SheetFunctions() {
	}

	/**
	 * Makes the functions known.
	 * @param language {@code en} or {@code ja}
	 * @param leading the version of the framework that comes first
	 */
	static void define(Database database, String language, CsfVersion leading) {
		database.execute("CREATE OR REPLACE MACRO in_language(en, ja) AS " + language);
		database.execute("CREATE OR REPLACE MACRO leading_csf(csf20, csf11) AS " + Frameworks.columns(leading));
		database.execute("CREATE OR REPLACE MACRO verdict_rank(verdict) AS " + Verdict.rank("verdict"));
	}

}
