package dev.rollcall.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.rollcall.control.Control;
import dev.rollcall.control.ControlCatalog;
import dev.rollcall.control.ControlEntry;
import dev.rollcall.control.Evaluation;
import dev.rollcall.control.Finding;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.NightId;
import dev.rollcall.dataset.ParquetFile;
import dev.rollcall.dataset.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Projects the evidence, then has every control judge it. */
@Component
class EvaluateTasklet implements Tasklet {

	private final NightId id;

	private final ControlCatalog controls;

	private final DatasetFiles files;

	EvaluateTasklet(NightRequest request, DatasetFiles files) {
		this.id = request.night();
		this.controls = request.controls();
		this.files = files;
	}

	@Override
	public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		try (Database database = this.files.open()) {
			for (Map.Entry<Schema, String> projection : this.controls.projections().entrySet()) {
				Schema published = projection.getKey().behind(Schema.RUN);
				database.view(published, List.of(write(database, published, projection.getValue())));
			}
			Evaluation evaluation = new Evaluation(database);
			this.controls.controls().forEach(evaluation::run);
			write(database, Schema.of(Finding.class).behind(Schema.RUN), "SELECT * FROM " + Evaluation.FINDINGS);
		}
		writeControls();
		return RepeatStatus.FINISHED;
	}

	private Path write(Database database, Schema published, String sql) {
		Path file = this.files.begin(published);
		long rows = database.write("SELECT %s AS run_id, %d AS attempt, * FROM (%s\n)"
			.formatted(Database.literal(this.id.runId()), this.id.attempt(), sql), published, file);
		this.files.finish(published, file, rows);
		return file;
	}

	private void writeControls() {
		Schema published = new Schema("control", Schema.of(ControlEntry.class).columns()).behind(Schema.RUN);
		Path path = this.files.begin(published);
		try (ParquetFile file = new ParquetFile(path, published)) {
			for (Control control : this.controls.controls()) {
				file.write(List.of(this.id.runId(), this.id.attempt()), ControlEntry.of(control));
			}
		}
		this.files.finish(published, path, this.controls.controls().size());
	}

}
