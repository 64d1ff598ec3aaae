package dev.rollcall.job;

import javax.sql.DataSource;

import org.springframework.boot.batch.jdbc.autoconfigure.BatchDataSourceScriptDatabaseInitializer;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes Spring Batch's tables where they are missing. Nights that start at once do so
 * together: each goes on past what the other made.
 */
@Component
class JobRepositorySchema extends BatchDataSourceScriptDatabaseInitializer {

	/** What the script makes last. In PostgreSQL a sequence is read like a table. */
	private static final String LAST = "BATCH_JOB_INSTANCE_SEQ";

	private static final String TABLE = "BATCH_JOB_EXECUTION_CONTEXT";

	JobRepositorySchema(DataSource database, BatchJdbcProperties properties) {
		super(database, properties);
	}

	@Override
	public boolean initializeDatabase() {
		JdbcTemplate database = new JdbcTemplate(getDataSource());
		if (isThere(LAST, database)) {
			return false;
		}
		boolean ran = super.initializeDatabase();
		if (!isThere(TABLE, database)) {
			throw new JobRepositoryException("Spring Batch's tables are not in its database and could not be made"
					+ " there: its user needs the right to create tables in its schema, or somebody who has it");
		}
		return ran;
	}

	private static boolean isThere(String relation, JdbcTemplate database) {
		try {
			database.execute("SELECT 1 FROM " + relation + " WHERE 1 = 0");
			return true;
		}
		catch (CannotGetJdbcConnectionException ex) {
			throw ex;
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

}
