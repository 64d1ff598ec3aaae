package dev.rollcall.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.rollcall.account.FakeAws;
import dev.rollcall.collect.PagedList.Outcome;

/** Every list that a night reads page by page: those of the sources and the roster's. */
final class PagedLists {

	private static final SourceCatalog SHIPPED = Cells.shipped();

	private PagedLists() {
	}

	static List<PagedList> all() {
		List<PagedList> lists = new ArrayList<>();
		for (SourceDefinition source : SHIPPED.definitions()) {
			Fixtures.of(source)
				.pages()
				.forEach((operation) -> lists.add(new PagedList(operation, cell(source.name()))));
		}
		RosterFixture.pages().forEach((operation) -> lists.add(new PagedList(operation, RosterFixture::read)));
		return lists;
	}

	private static Function<FakeAws, Outcome> cell(String name) {
		Source source = SHIPPED.named(name);
		return (aws) -> {
			Cells cells = new Cells(aws);
			CellResult result = cells.read(source,
					source.definition().dependsOn().stream().map(SHIPPED::named).toArray(Source[]::new));
			CellFailure failure = result.failure();
			return new Outcome((failure != null) ? failure.errorCode() : null, List.copyOf(Cells.evidence(result)));
		};
	}

}
