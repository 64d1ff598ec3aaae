package dev.rollcall.job;

import java.util.Optional;

import dev.rollcall.dataset.DatabaseException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The database of the job repository cannot be used. */
public final class JobRepositoryException extends RuntimeException {

	JobRepositoryException(String message) {
		super("the job repository (spring.datasource): " + message);
	}

	/**
	 * What a failure says of the job repository.
	 * @return empty where the failure is another one
	 */
	public static Optional<JobRepositoryException> in(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof JobRepositoryException exception) {
				return Optional.of(exception);
			}
			if (cause instanceof DatabaseException) {
				return Optional.empty();
			}
			if (isOfDatabase(cause)) {
				return Optional.of(new JobRepositoryException(root(cause)));
			}
		}
		return Optional.empty();
	}

	private static boolean isOfDatabase(Throwable cause) {
		return cause instanceof DataAccessException || cause instanceof TransactionException
				|| (cause instanceof BeanCreationException bean && "dataSource".equals(bean.getBeanName()));
	}

	private static String root(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return (root.getMessage() != null) ? root.getMessage() : root.getClass().getSimpleName();
	}

}
