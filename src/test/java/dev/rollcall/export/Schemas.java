package dev.rollcall.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The schemas of other people that exports are held to. */
final class Schemas {

	/** Class 2003 with the profile cloud. */
	static final Schema OCSF = read("/export/ocsf-1.8.0-compliance-finding.schema.json",
			SpecificationVersion.DRAFT_2020_12);

	private Schemas() {
	}

	private static Schema read(String resource, SpecificationVersion version) {
		try (InputStream text = Objects.requireNonNull(Schemas.class.getResourceAsStream(resource), resource)) {
			return SchemaRegistry.withDefaultDialect(version).getSchema(text);
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
