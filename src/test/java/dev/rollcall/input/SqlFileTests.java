package dev.rollcall.input;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for {@link SqlFile}. */
class SqlFileTests {

	@Test
	void knowsTheLinesOfKeysAndStatement() {
		SqlFile file = new SqlFile("f.sql", "/*\nid: one\n*/\n\nSELECT 1\n");
		assertThat(file.matter("id").place("id")).isEqualTo("f.sql:2: id");
		assertThat(file.statement()).isEqualTo(new SqlText("f.sql", 5, "SELECT 1"));
	}

	@Test
	void takesAStatementWithoutKeys() {
		SqlFile file = new SqlFile("f.sql", "-- words\nSELECT 1");
		assertThat(file.hasMatter()).isFalse();
		assertThat(file.isDisabled()).isFalse();
		assertThat(file.statement()).isEqualTo(new SqlText("f.sql", 1, "-- words\nSELECT 1"));
	}

	@Test
	void takesASemicolonThatEndsNothing() {
		String sql = "-- one; two\nSELECT ';' AS \"a;b\" /* three;\nfour */";
		assertThat(new SqlFile("f.sql", sql).statement().sql()).isEqualTo(sql);
	}

	@Test
	void refusesASemicolonInItsLine() {
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> new SqlFile("f.sql", "/* id: one */\nSELECT ';',\n1;").statement())
			.withMessage("f.sql:3: one SQL statement without a semicolon was expected");
	}

	@Test
	void refusesAFileWithoutAStatement() {
		SqlFile file = new SqlFile("f.sql", "/* id: one */\n");
		assertThat(file.hasStatement()).isFalse();
		assertThatExceptionOfType(BadInputException.class).isThrownBy(file::statement)
			.withMessage("f.sql:2: one SQL statement without a semicolon was expected");
	}

	@Test
	void refusesUnknownKeys() {
		assertThatExceptionOfType(BadInputException.class)
			.isThrownBy(() -> new SqlFile("f.sql", "/*\ntitel: one\n*/").matter("title"))
			.withMessage("f.sql:2: titel: is not a known key; did you mean 'title'?");
	}

}
