package dev.rollcall.simulator.world;

import java.util.Comparator;
import java.util.List;

import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The organizations that are written by hand, as their rosters and scripts say. */
final class WrittenOrganizations {

	private static final String HOME = "dev.rollcall.simulator";

	private static final List<WrittenOrganization> ROSTERS = List.of(new ExampleAccounts(), new CompanyAccounts());

	private static final List<Script> SCRIPTS = scripts();

	private WrittenOrganizations() {
	}

	static List<String> names() {
		return ROSTERS.stream().map(WrittenOrganization::organization).toList();
	}

	static WrittenOrganization roster(String organization) {
		return ROSTERS.stream()
			.filter((roster) -> roster.organization().equals(organization))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'" + organization
					+ "': no such organization is written; known are " + String.join(", ", names())));
	}

	static List<Script> scripts(String organization) {
		return SCRIPTS.stream().filter((script) -> script.organization().equals(organization)).toList();
	}

	private static List<Script> scripts() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(Script.class));
		return scanner.findCandidateComponents(HOME)
			.stream()
			.map((found) -> found.getBeanClassName())
			.sorted(Comparator.nullsLast(Comparator.naturalOrder()))
			.map(WrittenOrganizations::script)
			.toList();
	}

	private static Script script(String className) {
		return (Script) BeanUtils
			.instantiateClass(ClassUtils.resolveClassName(className, WrittenOrganizations.class.getClassLoader()));
	}

}
