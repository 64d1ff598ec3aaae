package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.control.JudgedDatasets;
import dev.rollcall.control.NightShape;
import dev.rollcall.control.Projections;
import dev.rollcall.dataset.Lease;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.publication.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application context of one night. */
@SpringBootApplication(scanBasePackages = { "dev.rollcall.job", "dev.rollcall.collect" })
public class NightApplication {

	private static final Logger logger = LoggerFactory.getLogger(NightApplication.class);

	/**
	 * Runs a night in a context of its own, and clears away what runs before it left.
	 * @param stop ends it early
	 * @param warnings what the log is to say first
	 * @throws NightFailure where it was not published for a reason of its own
	 */
	public static NightOutcome run(NightClaim claim, Workspace workspace, NightProgress progress, NightStop stop,
			List<String> warnings) {
		SpringApplication application = new SpringApplication(NightApplication.class);
		application.setDefaultProperties(Map.copyOf(logged(claim.request().night())));
		application.addInitializers((context) -> {
			GenericApplicationContext beans = (GenericApplicationContext) context;
			beans.registerBean(NightRequest.class, claim::request);
			beans.registerBean(Lease.class, claim::lease, (definition) -> definition.setDestroyMethodName(""));
			beans.registerBean(NightStop.class, () -> stop, (definition) -> definition.setDestroyMethodName(""));
			beans.registerBean(Sealing.class, claim::sealing);
			beans.registerBean(Workspace.class, () -> workspace, (definition) -> definition.setDestroyMethodName(""));
			beans.registerBean(NightProgress.class, () -> progress,
					(definition) -> definition.setDestroyMethodName(""));
		});
		try (ConfigurableApplicationContext context = application.run()) {
			warnings.forEach(logger::warn);
			NightOutcome outcome = context.getBean(NightLauncher.class).launch();
			outcome.remarks().forEach(logger::warn);
			new Leftovers(claim.request().output(), workspace).clear();
			return outcome;
		}
	}

	/** The settings by which every JSON line of the log names a night. */
	public static Map<String, String> logged(NightId night) {
		String member = "logging.structured.json.add.";
		return Map.of(member + "run_id", night.runId(), member + "date", night.snapshotDate().toString(),
				member + "attempt", String.valueOf(night.attempt()));
	}

	/** All datasets of a published night but {@code run}, as they are published. */
	public static List<Schema> published(SourceCatalog catalog, Projections projections) {
		List<Schema> schemas = new ArrayList<>(schemas(catalog));
		Stream.concat(JudgedDatasets.ALL.stream(), projections.schemas().stream())
			.forEach((schema) -> schemas.add(schema.behind(Schema.RUN)));
		return schemas;
	}

	/** What controls may read beside the projections: the published schemas. */
	public static List<Schema> schemas(SourceCatalog catalog) {
		List<Schema> schemas = new ArrayList<>();
		DatasetFiles.collected(catalog).forEach((schema) -> schemas.add(schema.behind(Schema.RUN)));
		return schemas;
	}

	/** What every night looks like: what controls are tried on before it. */
	public static NightShape shape(SourceCatalog catalog) {
		return NightShapes.of(catalog);
	}

}
