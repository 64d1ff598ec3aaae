package dev.rollcall.workbook;

import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.IconMultiStateFormatting;
import org.apache.poi.ss.usermodel.IconMultiStateFormatting.IconSet;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Signs of different shape beside shares, for who cannot tell colours apart: a tick for
 * all, an exclamation mark from 80% on, a cross below.
 */
final class Signs {

	private static final double FAIR = 0.8;

	private Signs() {
	}

	static void put(Sheet sheet, CellRangeAddress cells) {
		SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
		ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(IconSet.GYR_3_SYMBOLS_CIRCLE);
		IconMultiStateFormatting signs = rule.getMultiStateFormatting();
		ConditionalFormattingThreshold[] thresholds = signs.getThresholds();
		threshold(thresholds[0], 0);
		threshold(thresholds[1], FAIR);
		threshold(thresholds[2], 1);
		formatting.addConditionalFormatting(new CellRangeAddress[] { cells }, rule);
	}

	private static void threshold(ConditionalFormattingThreshold threshold, double value) {
		threshold.setRangeType(RangeType.NUMBER);
		threshold.setValue(value);
	}

}
