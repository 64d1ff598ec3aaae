/** The Excel workbook of a night: one class a sheet, styles made once, fed by SQL. */
@NullMarked
package dev.rollcall.workbook;

import org.jspecify.annotations.NullMarked;
