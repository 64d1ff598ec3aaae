package dev.rollcall.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.Map;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook that POI has written, some of them with more in them. None of
 * these holds rows: POI adds those later.
 *
 * @param insertions by the part's name
 */
record LinkedParts(ZipEntrySource parts, Map<String, Insertion> insertions) implements ZipEntrySource {

	@Override
	public Enumeration<? extends ZipArchiveEntry> getEntries() {
		return this.parts.getEntries();
	}

	@Override
	public @Nullable ZipArchiveEntry getEntry(String path) {
		return this.parts.getEntry(path);
	}

	@Override
	public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
		InputStream part = this.parts.getInputStream(entry);
		Insertion insertion = this.insertions.get(entry.getName());
		if (insertion == null) {
			return part;
		}
		try (part) {
			return insertion.into(part);
		}
	}

	@Override
	public void close() throws IOException {
		this.parts.close();
	}

	@Override
	public boolean isClosed() {
		return this.parts.isClosed();
	}

}
