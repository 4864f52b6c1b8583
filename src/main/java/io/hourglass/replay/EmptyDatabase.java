package io.hourglass.replay;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a database holds anything yet. */
@Component
public class EmptyDatabase {

    private final JdbcClient jdbc;

    EmptyDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What people and systems put in, and what they did: each deed is a record for the ledger. */
    public boolean isEmpty() {
        return !exists("inquiry")
                && !exists("fact")
                && !exists("supplier")
                && !exists("account")
                && !exists("api_key")
                && !exists("ledger_record");
    }

    private boolean exists(String table) {
        return jdbc.sql("select exists (select 1 from hourglass." + table + ")")
                .query(Boolean.class)
                .single();
    }
}
