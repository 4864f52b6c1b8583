package io.hourglass.batch.database;

import io.hourglass.batch.rows.WriteBatch;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The one way to the database for all modules, {@code JdbcClient} included, and the one kind of transactions. */
@Configuration
class BatchConfiguration {

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource, WriteBatch rows, LockMeters locks) {
        return new FlushingJdbcTemplate(dataSource, rows, locks);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new ReadingOneSnapshot(dataSource);
    }
}
