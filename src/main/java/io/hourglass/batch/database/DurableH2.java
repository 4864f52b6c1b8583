package io.hourglass.batch.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Has a database of H2 write what is committed before it says so, whatever its address says: by default it takes up to half
 * a second, and what was acknowledged in it is lost with the process (ADR 29). And has it write no trace, which would grow
 * with each error.
 */
@Component
class DurableH2 implements InitializingBean {

    private final String address;
    private final DataSource dataSource;

    DurableH2(@Value("${spring.datasource.url}") String address, DataSource dataSource) {
        this.address = address;
        this.dataSource = dataSource;
    }

    @Override
    public void afterPropertiesSet() {
        if (address.startsWith("jdbc:h2:")) {
            var jdbc = new JdbcTemplate(dataSource);
            jdbc.execute("set write_delay 0");
            jdbc.execute("set trace_level_file 0");
        }
    }
}
