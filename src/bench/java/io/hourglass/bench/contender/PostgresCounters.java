package io.hourglass.bench.contender;

import org.springframework.jdbc.core.JdbcTemplate;

/** What PostgreSQL itself counts. */
public final class PostgresCounters {

    private static final String SHARED = "('day_bucket', 'published_number')";

    /** Most of the engine's tables have never held a row; one that is empty by now may have large indexes. */
    private static final String GROWN = "select relid::regclass::text from pg_stat_user_tables where n_tup_ins > 0";

    private final JdbcTemplate jdbc;

    PostgresCounters(Database database) {
        this.jdbc = new JdbcTemplate(database.directSource());
    }

    /** Bytes of the write-ahead log so far, of the whole server. */
    public long walBytes() {
        return number("select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint");
    }

    /** Rows inserted, updated and deleted so far in this database; connections report with a delay, or as they close. */
    public long rows() {
        return number("select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint from pg_stat_user_tables");
    }

    /** Of all tables and indexes, rewritten without gaps, but for those that grow with suppliers and days alone. */
    public long compactBytes() {
        jdbc.queryForList(GROWN, String.class).forEach(table -> jdbc.execute("vacuum full " + table));
        return number("select sum(pg_total_relation_size(relid))::bigint from pg_stat_user_tables where relname not in "
                + SHARED);
    }

    private long number(String sql) {
        var found = jdbc.queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }
}
