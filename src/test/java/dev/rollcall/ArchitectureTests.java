package dev.rollcall;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.rollcall.cli.Rollcall;
import dev.rollcall.collect.Source;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packages are the architecture: an arrow points to where data comes from. The map is
 * the one of docs/architecture.md.
 */
class ArchitectureTests {

	/** What each package may use of the others. */
	static final Map<String, Set<String>> ARROWS = new TreeMap<>(
			Map.ofEntries(Map.entry("account", Set.of("input")), Map.entry("organization", Set.of("account")),
					Map.entry("collect", Set.of("account", "dataset", "organization")), Map.entry("dataset", Set.of()),
					Map.entry("input", Set.of()), Map.entry("csf", Set.of("input")),
					Map.entry("control", Set.of("account", "csf", "dataset", "input")),
					Map.entry("configuration",
							Set.of("account", "organization", "collect", "control", "csf", "dataset", "input")),
					Map.entry("publication", Set.of("dataset")), Map.entry("ddl", Set.of("dataset")),
					Map.entry("export", Set.of("account", "control", "dataset", "publication")),
					Map.entry("notice", Set.of("account", "configuration")), Map.entry("simulator", Set.of("input")),
					Map.entry("workbook", Set.of("control", "csf", "dataset", "input")),
					Map.entry("job",
							Set.of("account", "organization", "collect", "dataset", "input", "csf", "control",
									"configuration", "publication", "workbook")),
					Map.entry("plan", Set.of("account", "collect", "input")),
					Map.entry("doctor",
							Set.of("account", "organization", "collect", "dataset", "input", "configuration",
									"publication", "job")),
					Map.entry("cli",
							Set.of("account", "organization", "collect", "dataset", "input", "csf", "control",
									"configuration", "publication", "export", "workbook", "job", "doctor", "notice",
									"plan", "simulator", "ddl"))));

	/** Those that lie with the program's, wherever that is: none of the tests. */
	private static final JavaClasses CLASSES = new ClassFileImporter()
		.importUrl(Rollcall.class.getProtectionDomain().getCodeSource().getLocation());

	@Test
	void packagesUseOnlyWhatLiesUpstream() {
		LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers()
			.ensureAllClassesAreContainedInArchitectureIgnoring(DescribedPredicate.alwaysFalse());
		for (String name : ARROWS.keySet()) {
			architecture = architecture.layer(name).definedBy("dev.rollcall." + name + "..");
		}
		for (Map.Entry<String, Set<String>> arrow : ARROWS.entrySet()) {
			architecture = arrow.getValue().isEmpty() ? architecture.whereLayer(arrow.getKey()).mayNotAccessAnyLayer()
					: architecture.whereLayer(arrow.getKey())
						.mayOnlyAccessLayers(arrow.getValue().toArray(String[]::new));
		}
		architecture.check(CLASSES);
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching("dev.rollcall.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void servicesDoNotDependOnEachOther() {
		slices().matching("dev.rollcall.collect.(*)..").should().notDependOnEachOther().check(CLASSES);
	}

	@Test
	void onlyJobKnowsSpringBatch() {
		onlyIn("org.springframework.batch", "dev.rollcall.job..");
	}

	@Test
	void onlyWorkbookKnowsPoi() {
		onlyIn("org.apache.poi", "dev.rollcall.workbook..");
	}

	@Test
	void onlyDatasetKnowsParquetAndDuckDb() {
		onlyIn("org.apache.parquet", "dev.rollcall.dataset..");
		onlyIn("org.duckdb", "dev.rollcall.dataset..");
		onlyIn("java.sql", "dev.rollcall.dataset..");
	}

	@Test
	void onlyNoticeKnowsMicrometer() {
		onlyIn("io.micrometer", "dev.rollcall.notice..");
	}

	@Test
	void onlyCliKnowsPicocli() {
		onlyIn("picocli", "dev.rollcall.cli..");
	}

	@Test
	void judgingAndRenderingKnowNoAws() {
		noClasses().that()
			.resideInAnyPackage("dev.rollcall.control..", "dev.rollcall.csf..", "dev.rollcall.workbook..",
					"dev.rollcall.publication..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk..")
			.check(CLASSES);
	}

	@Test
	void sourcesAreHiddenInTheirPackage() {
		classes().that().implement(Source.class).should().bePackagePrivate().check(CLASSES);
	}

	@Test
	void evidenceIsRecords() {
		classes().that()
			.resideInAPackage("dev.rollcall.collect.*")
			.and()
			.arePublic()
			.and()
			.areNotEnums()
			.and()
			.doNotHaveSimpleName("package-info")
			.should()
			.beRecords()
			.check(CLASSES);
	}

	@Test
	void timeIsPassedIn() {
		noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(LocalDateTime.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(CLASSES);
		noClasses().that()
			.resideOutsideOfPackages("dev.rollcall.job..", "dev.rollcall.cli..")
			.should()
			.callMethod(Clock.class, "systemUTC")
			.check(CLASSES);
	}

	@Test
	void everyPackageIsNullMarked() {
		Set<String> unmarked = new java.util.TreeSet<>();
		for (JavaClass type : CLASSES) {
			JavaPackage holder = type.getPackage();
			if (!holder.isAnnotatedWith(NullMarked.class)) {
				unmarked.add(holder.getName());
			}
		}
		assertThat(unmarked).isEmpty();
	}

	private static void onlyIn(String library, String home) {
		noClasses().that()
			.resideOutsideOfPackage(home)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(library + "..")
			.check(CLASSES);
	}

}
