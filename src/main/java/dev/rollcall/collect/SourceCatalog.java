package dev.rollcall.collect;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * All sources; each after the one that it depends on.
 */
@Component
public final class SourceCatalog {

	private final List<Source> sources;

	SourceCatalog(List<Source> sources) {
		this.sources = SourceOrder.byDependency(sources);
	}

	public List<SourceDefinition> definitions() {
		return this.sources.stream().map(Source::definition).toList();
	}

	public Set<String> names() {
		return new LinkedHashSet<>(definitions().stream().map(SourceDefinition::name).toList());
	}

	/** The sources asked account by account. */
	List<Source> accountSources() {
		return this.sources.stream().filter((source) -> !source.definition().isOrganizational()).toList();
	}

	/** The sources asked once for the organization. */
	List<Source> organizationSources() {
		return this.sources.stream().filter((source) -> source.definition().isOrganizational()).toList();
	}

	Source named(String name) {
		return this.sources.stream()
			.filter((source) -> source.definition().name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no source '" + name + "'"));
	}

	/** The evidence records of all sources: the datasets of a night. */
	public List<Class<? extends Record>> evidence() {
		return definitions().stream().map(SourceDefinition::evidence).flatMap(Collection::stream).distinct().toList();
	}

}
