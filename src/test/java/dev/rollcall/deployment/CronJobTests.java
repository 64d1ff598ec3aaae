package dev.rollcall.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import dev.rollcall.configuration.Configuration;
import dev.rollcall.configuration.ConfigurationReader;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The manifest for Kubernetes. */
class CronJobTests {

	private static final Path MANIFEST = Path.of("job-config/kubernetes/cronjob.yaml");

	/** Refuses what the model does not know, which it would keep beside. */
	private static final ObjectMapper STRICT = new ObjectMapper()
		.setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
			@Override
			public Boolean hasAnySetter(Annotated annotated) {
				return false;
			}
		});

	@Test
	void hasNothingThatKubernetesDoesNotKnow() throws IOException {
		List<Map<String, Object>> documents = documents(Files.readString(MANIFEST));
		assertThat(documents).extracting((document) -> document.get("kind"))
			.containsExactly("ServiceAccount", "ConfigMap", "CronJob");
		assertThat(read(ServiceAccount.class).getMetadata().getName()).isEqualTo("rollcall");
		assertThat(read(ConfigMap.class).getMetadata().getName()).isEqualTo("rollcall");
		assertThat(read(CronJob.class).getMetadata().getName()).isEqualTo("rollcall");
	}

	@Test
	void isRefusedWithAMemberThatIsMisspelt() throws IOException {
		String misspelt = Files.readString(MANIFEST).replace("readOnlyRootFilesystem", "readonlyRootFilesystem");
		Map<String, Object> cronJob = documents(misspelt).get(2);
		assertThatIllegalArgumentException().isThrownBy(() -> STRICT.convertValue(cronJob, CronJob.class))
			.withMessageContaining("readonlyRootFilesystem");
	}

	@Test
	void goesOnWithWhatMayGoOnAndNothingElse() throws IOException {
		var job = read(CronJob.class).getSpec().getJobTemplate().getSpec();
		assertThat(job.getTemplate().getSpec().getRestartPolicy()).as("what a policy of failures needs")
			.isEqualTo("Never");
		assertThat(job.getBackoffLimit()).isPositive();
		List<PodFailurePolicyRule> rules = job.getPodFailurePolicy().getRules();
		assertThat(rules).extracting(PodFailurePolicyRule::getAction).containsExactly("Ignore", "FailJob");
		assertThat(rules.get(1).getOnExitCodes().getContainerName()).isEqualTo(container().getName());
		List<Integer> over = new ArrayList<>(ExitCodes.PUBLISHED);
		over.remove(Integer.valueOf(0));
		over.addAll(ExitCodes.FINAL);
		assertThat(rules.get(1).getOnExitCodes().getOperator()).isEqualTo("In");
		assertThat(rules.get(1).getOnExitCodes().getValues()).containsExactlyInAnyOrderElementsOf(over).isSorted();
	}

	@Test
	void makesOneNightOfAUtcDay() throws IOException {
		var spec = read(CronJob.class).getSpec();
		assertThat(spec.getTimeZone()).isEqualTo("Etc/UTC");
		assertThat(spec.getConcurrencyPolicy()).isEqualTo("Forbid");
		String[] cron = spec.getSchedule().split(" ");
		assertThat(cron).hasSize(5);
		long begins = Integer.parseInt(cron[1]) * 3_600L + Integer.parseInt(cron[0]) * 60L;
		assertThat(begins + spec.getJobTemplate().getSpec().getActiveDeadlineSeconds()).as("seconds of the day")
			.isLessThan(86_400);
	}

	@Test
	void runsAsNobodyOnAReadOnlyRoot() throws IOException {
		PodSpec pod = pod();
		assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
		assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(65_532);
		assertThat(pod.getSecurityContext().getFsGroup()).isEqualTo(65_532);
		assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(30);
		assertThat(container().getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
		assertThat(container().getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
		assertThat(container().getVolumeMounts()).extracting((mount) -> mount.getMountPath())
			.containsExactly("/tmp", "/etc/rollcall");
		assertThat(container().getVolumeMounts()).extracting((mount) -> mount.getName())
			.containsExactlyElementsOf(pod.getVolumes().stream().map((volume) -> volume.getName()).toList());
	}

	@Test
	void bringsAConfigurationThatRollcallTakes() throws IOException {
		String text = read(ConfigMap.class).getData().getOrDefault("rollcall.yaml", "");
		Configuration configuration = ConfigurationReader.read("rollcall.yaml", text, Map.of(), Map.of(), Set.of());
		assertThat(configuration.output()).contains("s3://my-audit-bucket/nights");
		assertThat(container().getArgs()).containsExactly("run", "--config", "/etc/rollcall/rollcall.yaml");
	}

	private static Container container() throws IOException {
		return pod().getContainers().get(0);
	}

	private static PodSpec pod() throws IOException {
		return read(CronJob.class).getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
	}

	private static <T> T read(Class<T> kind) throws IOException {
		return documents(Files.readString(MANIFEST)).stream()
			.filter((document) -> kind.getSimpleName().equals(document.get("kind")))
			.map((document) -> STRICT.convertValue(document, kind))
			.findFirst()
			.orElseThrow();
	}

	private static List<Map<String, Object>> documents(String text) {
		List<Map<String, Object>> documents = new ArrayList<>();
		new Yaml().loadAll(text).forEach((document) -> documents.add(Nodes.mapping(document)));
		return documents;
	}

}
