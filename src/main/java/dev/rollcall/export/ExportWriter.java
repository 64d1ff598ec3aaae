package dev.rollcall.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a night in a format. */
interface ExportWriter {

	/**
	 * Writes all of it, in memory that does not grow with the night.
	 * @return how many findings were written
	 */
	long write(ExportedNight night, OutputStream out) throws IOException;

}
