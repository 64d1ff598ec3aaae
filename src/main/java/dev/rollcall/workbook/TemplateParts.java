package dev.rollcall.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * Looks for what a template must not hold: anything that runs, calls or refers to another
 * file. Its parts are read here before any program that understands them sees them.
 */
final class TemplateParts {

	private static final int MOST_PARTS = 1_000;

	private static final long MOST_UNPACKED = 100_000_000;

	/** No real workbook packs better; Excel's own stay below 10. */
	private static final long MOST_RATIO = 100;

	/** Below this the ratio says nothing. */
	private static final long SMALL = 1_000_000;

	/** Beginnings of names, of content types and of relationships, to what they mean. */
	private static final Map<String, String> FORBIDDEN = forbidden();

	private static final XMLInputFactory XML = xml();

	private static Map<String, String> forbidden() {
		Map<String, String> forbidden = new LinkedHashMap<>();
		String macros = "holds macros";
		forbidden.put("vbaproject", macros);
		forbidden.put("vbadata", macros);
		forbidden.put("macroenabled", macros);
		forbidden.put("macrosheet", macros);
		forbidden.put("externallink", "links to other files");
		forbidden.put("activex", "holds controls");
		forbidden.put("ctrlprop", "holds controls");
		forbidden.put("relationships/control", "holds controls");
		forbidden.put("oleobject", "holds embedded objects");
		forbidden.put("embeddings", "holds embedded objects");
		forbidden.put("relationships/package", "holds embedded objects");
		forbidden.put("connections", "holds data connections");
		forbidden.put("querytable", "holds data connections");
		forbidden.put("xmlmaps", "holds data connections");
		forbidden.put("datamashup", "holds data connections");
		forbidden.put("webextension", "holds add-ins");
		return forbidden;
	}

	private static XMLInputFactory xml() {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory;
	}

	/** What is wrong with a template, as the end of a sentence; null where nothing is. */
	@Nullable String problem(byte[] file) {
		if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
			return "is no .xlsx file (an encrypted one cannot be used either)";
		}
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			return problem(zip, file.length);
		}
		catch (IOException ex) {
			return "is damaged: " + ex.getMessage();
		}
	}

	private static @Nullable String problem(ZipInputStream zip, long packed) throws IOException {
		long unpacked = 0;
		int parts = 0;
		for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
			long left = Math.min(MOST_UNPACKED, Math.max(SMALL, packed * MOST_RATIO)) - unpacked;
			byte[] part = zip.readNBytes((int) left + 1);
			unpacked += part.length;
			if (part.length > left || ++parts > MOST_PARTS) {
				return "unpacks to more than a template can need";
			}
			String problem = problem(entry.getName(), part);
			if (problem != null) {
				return problem;
			}
		}
		return (parts > 0) ? null : "is no .xlsx file";
	}

	private static @Nullable String problem(String name, byte[] part) throws IOException {
		String forbidden = forbidden(name);
		if (forbidden != null) {
			return forbidden + " (" + name + ")";
		}
		boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
		return xml ? problemOfXml(name, part) : null;
	}

	private static @Nullable String forbidden(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		return FORBIDDEN.entrySet()
			.stream()
			.filter((entry) -> lower.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String problemOfXml(String name, byte[] part) throws IOException {
		try {
			XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(part));
			while (reader.hasNext()) {
				String problem = (reader.next() == XMLStreamConstants.START_ELEMENT) ? problemOfElement(reader) : null;
				if (problem != null) {
					return problem + " (" + name + ")";
				}
			}
			return null;
		}
		catch (XMLStreamException ex) {
			throw new IOException(name + " is no well-formed XML", ex);
		}
	}

	private static @Nullable String problemOfElement(XMLStreamReader element) {
		return switch (element.getLocalName()) {
			case "Relationship" -> relationship(attribute(element, "Type"), attribute(element, "TargetMode"));
			case "Default", "Override" -> forbidden(attribute(element, "ContentType"));
			case "f" -> isOfSheet(element) ? "holds a formula, where only values are taken" : null;
			case "oleObjects" -> "holds embedded objects";
			case "controls" -> "holds controls";
			case "ddeLink" -> "links to other files";
			default -> null;
		};
	}

	/** A hyperlink waits for a click; everything else outside is fetched. */
	private static @Nullable String relationship(String type, String mode) {
		String forbidden = forbidden(type);
		if (forbidden != null) {
			return forbidden;
		}
		return (mode.equals("External") && !type.endsWith("/hyperlink")) ? "links to other files" : null;
	}

	/** A chart has elements of the same name that say where its figures are. */
	private static boolean isOfSheet(XMLStreamReader element) {
		return String.valueOf(element.getNamespaceURI()).contains("spreadsheetml/");
	}

	private static String attribute(XMLStreamReader element, String name) {
		String value = element.getAttributeValue(null, name);
		return (value != null) ? value : "";
	}

}
