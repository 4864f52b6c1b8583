package io.hourglass.group;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever asks the database through Spring sees the transaction's own rows: they are written before. */
public final class WritingFirst extends JdbcTemplate {

    private final Rows rows;

    public WritingFirst(DataSource dataSource, Rows rows) {
        super(dataSource);
        this.rows = rows;
    }

    @Override
    protected DataSource obtainDataSource() {
        rows.write();
        return super.obtainDataSource();
    }
}
