package io.hourglass.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.TransactionException;

/** Says in Spring's words what the engine met in the database, so that no caller needs the engine's. */
class EngineExceptionTranslator implements PersistenceExceptionTranslator {

    private final SQLExceptionSubclassTranslator sql = new SQLExceptionSubclassTranslator();

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException exception) {
        if (exception instanceof OptimisticLockingException) {
            return new OptimisticLockingFailureException("the process was moved on by another transaction", exception);
        }
        return exception instanceof ProcessEngineException ? translateCause(exception) : null;
    }

    private @Nullable DataAccessException translateCause(Throwable exception) {
        for (var cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            var translated = translate(cause);
            if (translated != null) {
                return translated;
            }
        }
        return null;
    }

    /** A transaction that could not even be rolled back has lost its connection. */
    private @Nullable DataAccessException translate(Throwable cause) {
        if (cause instanceof DataAccessException known) {
            return known;
        }
        if (cause instanceof TransactionException) {
            return new DataAccessResourceFailureException("the transaction was lost", cause);
        }
        return cause instanceof SQLException failed ? sql.translate("process engine", null, failed) : null;
    }
}
