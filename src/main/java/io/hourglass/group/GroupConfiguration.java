package io.hourglass.group;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one way to the database for everybody: {@code JdbcClient} is built on this too. */
@Configuration
class GroupConfiguration {

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource, Rows rows) {
        return new WritingFirst(dataSource, rows);
    }
}
