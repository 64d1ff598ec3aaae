package dev.rollcall.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a control's tests on a mutant of it. Its tests are those classes of this package
 * that name it, and those that go through all controls.
 */
final class MutantTrial {

	private final Launcher launcher = LauncherFactory.create();

	private final Path classes;

	MutantTrial() {
		Path tests = Path
			.of(URI.create(MutantTrial.class.getProtectionDomain().getCodeSource().getLocation().toString()));
		this.classes = tests.resolve(MutantTrial.class.getPackageName().replace('.', '/'));
	}

	/** The test that first notices a mutant; empty where none does. */
	Optional<String> run(Control mutant) {
		CancellationToken stop = CancellationToken.create();
		List<String> failed = new ArrayList<>();
		Shipped.replaceBy(mutant);
		try {
			this.launcher.execute(LauncherExecutionRequestBuilder.request(tests(mutant.id()))
				.cancellationToken(stop)
				.listeners(new TestExecutionListener() {
					@Override
					public void executionFinished(TestIdentifier test, TestExecutionResult result) {
						if (result.getStatus() == Status.FAILED) {
							failed.add(test.getDisplayName());
							stop.cancel();
						}
					}
				})
				.build());
		}
		finally {
			Shipped.replaceBy(null);
		}
		return failed.stream().findFirst();
	}

	private LauncherDiscoveryRequest tests(String control) {
		LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
		for (String test : naming(control)) {
			request.selectors(DiscoverySelectors.selectClass(test));
		}
		return request.selectors(DiscoverySelectors.selectClass(UnreadCellsTests.class)).build();
	}

	private List<String> naming(String control) {
		try (Stream<Path> files = Files.list(this.classes)) {
			return files.filter((file) -> file.toString().endsWith("Tests.class"))
				.filter((file) -> !file.endsWith("MutationTests.class") && holds(file, control))
				.map((file) -> MutantTrial.class.getPackageName() + "."
						+ file.getFileName().toString().replace(".class", ""))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whether a class has a text among its constants, where its length stands before it.
	 */
	private static boolean holds(Path file, String text) {
		try {
			String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
			return bytes.contains("\0" + (char) text.length() + text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
