package dev.rollcall.control;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rollcall.ddl.Probe;
import dev.rollcall.input.JobConfig;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.DefaultTraversalVisitor;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that the shipped SQL is Trino's, which is Athena's, as well as DuckDB's. */
class TrinoDialectTests {

	/**
	 * Functions that mean the same in DuckDB and Trino, as far as probes.txt has them.
	 */
	private static final Set<String> SHARED_FUNCTIONS = Probe.all()
		.stream()
		.filter(Probe::same)
		.map(Probe::function)
		.collect(Collectors.toSet());

	@ParameterizedTest
	@MethodSource("files")
	void parsesAsOneQuery(String file) {
		assertThat(parse(file)).isInstanceOf(Query.class);
	}

	@ParameterizedTest
	@MethodSource("files")
	void callsOnlyFunctionsThatBothHave(String file) {
		Set<String> called = new TreeSet<>();
		new DefaultTraversalVisitor<Set<String>>() {
			@Override
			protected Void visitFunctionCall(FunctionCall call, Set<String> names) {
				names.add(call.getName().toString());
				return super.visitFunctionCall(call, names);
			}
		}.process(parse(file), called);
		assertThat(SHARED_FUNCTIONS).containsAll(called);
	}

	/** DuckDB's function leaves nulls out, Trino's gives null. */
	@ParameterizedTest
	@MethodSource("files")
	void concatenatesByOperatorOnly(String file) {
		assertThat(statements().get(file)).doesNotContainPattern("(?i)\\bconcat\\s*\\(");
	}

	static Stream<String> files() {
		return statements().keySet().stream();
	}

	private static Statement parse(String file) {
		return new SqlParser().createStatement(statements().getOrDefault(file, ""));
	}

	/** The statements by file, comments included, as they would be pasted into Athena. */
	private static Map<String, String> statements() {
		JobConfig config = JobConfig.find("job-config");
		Map<String, String> statements = new TreeMap<>();
		for (String folder : List.of("controls", "derived", "athena/queries")) {
			config.merged(folder, ".sql").files().forEach((file) -> statements.put(file.path(), file.text()));
		}
		return statements;
	}

}
