package io.hourglass.batch.database;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Whatever only reads sees one state of the database, however many queries it makes (ADR 29). Of the standard's levels
 * H2 gives that with SERIALIZABLE alone; PostgreSQL gives it too, and neither locks anything or fails for it, since no
 * transaction that writes asks for that level.
 */
final class ReadingOneSnapshot extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    ReadingOneSnapshot(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition.isReadOnly() ? ofOneState(definition) : definition);
    }

    private static TransactionDefinition ofOneState(TransactionDefinition definition) {
        var reading = new DefaultTransactionDefinition(definition);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        return reading;
    }
}
