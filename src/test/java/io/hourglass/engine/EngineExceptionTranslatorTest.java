package io.hourglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.TransactionSystemException;

@DisplayName("What the engine met in the database is called")
class EngineExceptionTranslatorTest {

    private final EngineExceptionTranslator translator = new EngineExceptionTranslator();

    @Test
    @DisplayName("a lost race, if another transaction moved the process on or holds its row")
    void lostRace() {
        assertThat(translator.translateExceptionIfPossible(new OptimisticLockingException("moved on")))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(translated(new CannotAcquireLockException("held"))).isInstanceOf(CannotAcquireLockException.class);
    }

    @Test
    @DisplayName("a known key, if it is")
    void knownKey() {
        assertThat(translated(new SQLException("known", "23505"))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    @DisplayName("a database that is away, if the connection broke, be it while rolling back")
    void databaseAway() {
        assertThat(translated(new SQLException("shutting down", "57P01")))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(translated(new TransactionSystemException("rollback failed", new SQLException("closed"))))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    @DisplayName("what it is, if it has nothing to do with the database")
    void nothingOfTheDatabase() {
        assertThat(translated(new IllegalStateException("no such bean"))).isNull();
        assertThat(translator.translateExceptionIfPossible(new IllegalStateException("ours")))
                .isNull();
    }

    private @Nullable Object translated(Throwable cause) {
        return translator.translateExceptionIfPossible(
                new ProcessEnginePersistenceException("persistence", new ProcessEngineException("wrapped", cause)));
    }
}
