package dev.rollcall.collect;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

/**
 * All sources; each after the one that it depends on.
 */
@Component
public final class SourceCatalog {

	private final List<Source> sources;

	SourceCatalog(List<Source> sources) {
		SourceRules.check(sources);
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
		return those(SourceDefinition::isAskedOfEveryAccount);
	}

	/** The sources asked once for the organization. */
	List<Source> organizationSources() {
		return those(SourceDefinition::isOrganizational);
	}

	/** The sources asked once a thing that accounts' evidence names. */
	public List<DistinctSource> distinctSources() {
		return this.sources.stream().filter(DistinctSource.class::isInstance).map(DistinctSource.class::cast).toList();
	}

	/**
	 * Those of the sources asked once for the organization whose answers are needed
	 * before accounts, or things, can be asked.
	 */
	public List<SourceDefinition> foundations() {
		Set<String> needed = new HashSet<>();
		for (int i = this.sources.size() - 1; i >= 0; i--) {
			SourceDefinition source = this.sources.get(i).definition();
			if (source.isAskedOfEveryAccount() || needed.contains(source.name())) {
				needed.addAll(source.needs());
			}
		}
		return definitions().stream()
			.filter((source) -> source.isOrganizational() && needed.contains(source.name()))
			.toList();
	}

	private List<Source> those(Predicate<SourceDefinition> wanted) {
		return this.sources.stream().filter((source) -> wanted.test(source.definition())).toList();
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
