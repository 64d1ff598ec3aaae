package dev.rollcall.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a workbook as a zip of XML, without POI: what somebody else's program finds in
 * it.
 */
final class PlainReader {

	private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private final ZipFile zip;

	private final List<String> shared = new ArrayList<>();

	private PlainReader(ZipFile zip) {
		this.zip = zip;
	}

	/** The texts of each sheet, by its part's name, in order of the cells. */
	static Map<String, List<String>> texts(Path file) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return new PlainReader(zip).read();
		}
		catch (XMLStreamException ex) {
			throw new IOException(ex);
		}
	}

	/** How often each element occurs in the sheets. */
	static Map<String, Integer> elements(Path file) throws IOException {
		Map<String, Integer> elements = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (String part : sheets(zip)) {
				XMLStreamReader reader = xml(zip, part);
				while (reader.hasNext()) {
					if (reader.next() == XMLStreamConstants.START_ELEMENT) {
						elements.merge(reader.getLocalName(), 1, Integer::sum);
					}
				}
			}
		}
		catch (XMLStreamException ex) {
			throw new IOException(ex);
		}
		return elements;
	}

	private Map<String, List<String>> read() throws IOException, XMLStreamException {
		if (this.zip.getEntry("xl/sharedStrings.xml") != null) {
			texts("xl/sharedStrings.xml", "si", this.shared);
		}
		Map<String, List<String>> sheets = new LinkedHashMap<>();
		for (String part : sheets(this.zip)) {
			List<String> texts = new ArrayList<>();
			texts(part, "c", texts);
			sheets.put(part, texts);
		}
		return sheets;
	}

	private void texts(String part, String element, List<String> texts) throws IOException, XMLStreamException {
		XMLStreamReader reader = xml(this.zip, part);
		StringBuilder text = new StringBuilder();
		boolean isShared = false;
		boolean inText = false;
		while (reader.hasNext()) {
			int event = reader.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				String name = reader.getLocalName();
				if (name.equals(element)) {
					text.setLength(0);
					isShared = "s".equals(reader.getAttributeValue(null, "t"));
				}
				inText = name.equals("t") || name.equals("v");
			}
			else if (event == XMLStreamConstants.CHARACTERS && inText) {
				text.append(reader.getText());
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				inText = false;
				if (reader.getLocalName().equals(element)) {
					texts.add(isShared ? this.shared.get(Integer.parseInt(text.toString())) : decoded(text.toString()));
				}
			}
		}
	}

	/** As the format says that readers do. */
	private static String decoded(String text) {
		return ESCAPE.matcher(text)
			.replaceAll(
					(escape) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
	}

	private static List<String> sheets(ZipFile zip) {
		return zip.stream()
			.map((entry) -> entry.getName())
			.filter((name) -> name.startsWith("xl/worksheets/sheet"))
			.sorted()
			.toList();
	}

	private static XMLStreamReader xml(ZipFile zip, String part) throws IOException, XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		InputStream content = zip.getInputStream(zip.getEntry(part));
		return factory.createXMLStreamReader(content);
	}

}
