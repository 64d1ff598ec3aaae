package dev.rollcall.workbook;

import dev.rollcall.input.Text;

/**
 * What a listing's file says of the sheet that it makes.
 *
 * @param name on the tab
 * @param order among all sheets
 * @param colour of the tab: red, green and blue in hexadecimal
 */
record SheetText(Text name, Text title, Text note, int order, String colour) {

}
