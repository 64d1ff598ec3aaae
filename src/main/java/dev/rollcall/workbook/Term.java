package dev.rollcall.workbook;

import dev.rollcall.input.Text;

/** What a value is called, and the colour that says the same. */
record Term(Text text, Tone tone) {

}
