package dev.rollcall.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.rollcall.account.AccountId;
import dev.rollcall.collect.SourceCatalog;
import dev.rollcall.collect.SourceDefinition;
import dev.rollcall.csf.Crosswalk;
import dev.rollcall.csf.CsfVersion;
import dev.rollcall.csf.Framework;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.JobConfig;
import dev.rollcall.organization.Discovery;
import dev.rollcall.publication.CommittedRun;
import dev.rollcall.workbook.Frameworks;
import dev.rollcall.workbook.Messages;
import dev.rollcall.workbook.NightFacts;
import dev.rollcall.workbook.NightWorkbook;
import dev.rollcall.workbook.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Renders the workbook. */
@Component
class RenderTasklet implements Tasklet {

	/** Where the workbook lies until it is published. */
	static final String WORKBOOK = "rollcall.xlsx";

	private final NightRequest request;

	private final Night night;

	private final DatasetFiles files;

	private final Workspace workspace;

	private final SourceCatalog sources;

	RenderTasklet(NightRequest request, SourceCatalog sources, Night night, DatasetFiles files, Workspace workspace) {
		this.request = request;
		this.sources = sources;
		this.night = night;
		this.files = files;
		this.workspace = workspace;
	}

	@Override
	public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		JobConfig templates = JobConfig.find("reports-templates");
		Messages messages = new Messages(templates, this.request.configuration().locale());
		Path path = this.workspace.directory("workbook").resolve(WORKBOOK);
		try (Database database = this.files.open()) {
			new EarlierNights(this.request.output(), this.workspace, this.request.committed(),
					this.request.night().snapshotDate())
				.showTrend(database, this.request.night());
			new NightWorkbook(database, facts(), messages, Template.load(templates), frameworks()).write(path);
		}
		return RepeatStatus.FINISHED;
	}

	private NightFacts facts() {
		Discovery discovery = this.night.discovery();
		AccountId management = discovery.managementAccount();
		String previous = this.request.committed()
			.previousNight(this.request.night().snapshotDate())
			.map(CommittedRun::manifestSha256)
			.orElse(null);
		return new NightFacts(discovery.organizationId(), (management != null) ? management.value() : null,
				this.request.night().snapshotDate(), this.request.night().attempt(), this.request.night().runId(),
				this.request.startedAt(), this.request.toolVersion(), discovery.regions(), this.request.isPartial(),
				this.request.connection().simulation().orElse(null), this.request.configuration().deadlines().inWords(),
				this.request.configSha256(), previous, permissions(), this.night.comparedWith());
	}

	private Map<String, List<String>> permissions() {
		return this.sources.definitions()
			.stream()
			.collect(Collectors.toMap(SourceDefinition::name, SourceDefinition::operations));
	}

	private Frameworks frameworks() {
		Map<CsfVersion, Framework> frameworks = new EnumMap<>(CsfVersion.class);
		for (CsfVersion version : CsfVersion.values()) {
			frameworks.put(version, this.request.controls().framework(version));
		}
		try (InputStream links = JobConfig.find("job-config").open("csf/csf-1.1-to-2.0.tsv")) {
			return new Frameworks(this.request.configuration().csf(), frameworks, Crosswalk.read(links));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read NIST's links", ex);
		}
	}

}
