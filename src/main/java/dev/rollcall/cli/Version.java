package dev.rollcall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import picocli.CommandLine.IVersionProvider;

/** This program's version, as the build wrote it. */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		return new String[] { "rollcall " + number() };
	}

	static String number() {
		Properties properties = new Properties();
		try (InputStream file = Version.class.getResourceAsStream("/application.properties")) {
			properties.load(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read application.properties", ex);
		}
		return properties.getProperty("rollcall.version", "unknown");
	}

}
