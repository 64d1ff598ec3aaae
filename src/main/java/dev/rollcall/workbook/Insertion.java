package dev.rollcall.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * Text that goes into a part of the workbook's file.
 *
 * @param before the end tag that it stands before
 * @param text in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent")
record Insertion(String before, byte[] text) {

	/**
	 * The part with the text in it.
	 * @throws IOException when the part lacks the tag: links would be lost in silence
	 */
	InputStream into(InputStream part) throws IOException {
		byte[] whole = part.readAllBytes();
		int at = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf(this.before);
		if (at < 0) {
			throw new IOException("A part of the workbook has no " + this.before);
		}
		return new SequenceInputStream(Collections.enumeration(List.of(new ByteArrayInputStream(whole, 0, at),
				new ByteArrayInputStream(this.text), new ByteArrayInputStream(whole, at, whole.length - at))));
	}

}
