package dev.rollcall.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The schemas of other people that exports are held to. */
final class Schemas {

	/**
	 * OSCAL's generator puts the type of some members into one of the same name again,
	 * which leaves them without a type, and of which the validator makes an id.
	 */
	private static final Pattern TWICE = Pattern.compile("(\"\\w+\")\\s*:\\s*\\{\\s*\\1\\s*:\\s*(\\{[^}]*})\\s*}");

	/** Class 2003 with the profile cloud. */
	static final Schema OCSF = read("/export/ocsf-1.8.0-compliance-finding.schema.json",
			SpecificationVersion.DRAFT_2020_12);

	/** Assessment results 1.1.3. */
	static final Schema OSCAL = read("/schema/json/oscal-ar_schema.json", SpecificationVersion.DRAFT_7);

	private Schemas() {
	}

	private static Schema read(String resource, SpecificationVersion version) {
		try (InputStream text = Objects.requireNonNull(Schemas.class.getResourceAsStream(resource), resource)) {
			String schema = new String(text.readAllBytes(), StandardCharsets.UTF_8);
			return SchemaRegistry.withDefaultDialect(version).getSchema(TWICE.matcher(schema).replaceAll("$1: $2"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What a schema has against a text of JSON; nothing where it is as it says. */
	static List<String> mistakes(Schema schema, String json) {
		return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
	}

}
