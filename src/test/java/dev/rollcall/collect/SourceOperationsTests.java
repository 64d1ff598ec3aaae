package dev.rollcall.collect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.rollcall.account.FakeAws;
import dev.rollcall.account.FakeTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what the sources declare to what they call. */
class SourceOperationsTests {

	private final SourceCatalog catalog = Cells.shipped();

	@Test
	void sourcesComeAfterTheOnesThatTheyDependOn() {
		List<String> names = List.copyOf(this.catalog.names());
		assertThat(this.catalog.definitions()).anyMatch((source) -> !source.dependsOn().isEmpty())
			.allSatisfy((source) -> assertThat(names.subList(0, names.indexOf(source.name())))
				.containsAll(source.dependsOn()));
	}

	@ParameterizedTest
	@MethodSource("names")
	void callsTheOperationsThatItDeclaresAndNoOther(String name) {
		Source source = this.catalog.named(name);
		assertThat(Fixtures.answers())
			.as("What has no answer yet, %s has to answer with one thing", Fixtures.file(source))
			.containsKeys(source.definition().operations().toArray(String[]::new));
		FakeAws aws = FakeOrganization.in(new FakeAws(new FakeTime()));
		Cells cells = new Cells(aws);
		List<Source> needed = source.definition().dependsOn().stream().map(this.catalog::named).toList();
		Set<String> before = Set.of("sts:GetCallerIdentity", "sts:AssumeRole");
		CellResult result = cells.read(source, needed.toArray(Source[]::new));
		Set<String> called = new LinkedHashSet<>(aws.calls().stream().map(FakeAws.Call::operation).toList());
		called.removeAll(before);
		needed.forEach((dependency) -> called.removeAll(dependency.definition().operations()));
		assertThat(result.status()).as("%s has to answer with one thing", Fixtures.file(source))
			.isEqualTo(CellStatus.READ);
		assertThat(called).containsExactlyInAnyOrderElementsOf(source.definition().operations());
	}

	static Stream<String> names() {
		return Cells.shipped().names().stream();
	}

}
