package dev.rollcall.job;

import java.util.ArrayList;
import java.util.List;

import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application context of one night. */
@SpringBootApplication(scanBasePackages = { "dev.rollcall.job", "dev.rollcall.collect" })
public class NightApplication {

	/**
	 * Runs a night in a context of its own.
	 * @throws NightFailure where it was not published for a reason of its own
	 */
	public static NightOutcome run(NightRequest request, Workspace workspace, NightProgress progress) {
		SpringApplication application = new SpringApplication(NightApplication.class);
		application.addInitializers((context) -> {
			GenericApplicationContext beans = (GenericApplicationContext) context;
			beans.registerBean(NightRequest.class, () -> request);
			beans.registerBean(Workspace.class, () -> workspace, (definition) -> definition.setDestroyMethodName(""));
			beans.registerBean(NightProgress.class, () -> progress,
					(definition) -> definition.setDestroyMethodName(""));
		});
		try (ConfigurableApplicationContext context = application.run()) {
			return context.getBean(NightLauncher.class).launch();
		}
	}

	/** What controls may read beside the projections: the published schemas. */
	public static List<Schema> schemas(SourceCatalog catalog) {
		List<Schema> schemas = new ArrayList<>();
		DatasetFiles.collected(catalog).forEach((schema) -> schemas.add(schema.behind(Schema.RUN)));
		return schemas;
	}

}
