package io.hourglass.bench.trial;

import io.hourglass.bench.contender.Database;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Copies open inquiries row by row in SQL, in the engine's tables and in our own, each copy with ids of its own. */
final class Clones {

    private static final Set<String> IDS = Set.of(
            "id_",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "process_instance_id_",
            "parent_id_",
            "execution_id_",
            "business_key_",
            "act_inst_id_",
            "var_scope_",
            "id",
            "inquiry",
            "buyer");
    private static final String ENGINE =
            """
            select table_name from information_schema.columns
            where table_name like 'act_ru_%' and column_name in ('proc_inst_id_', 'process_instance_id_')
            group by table_name""";
    private static final String OWN =
            """
            select 'hourglass.' || table_name from information_schema.columns
            where table_schema = 'hourglass' and (column_name = 'inquiry' or table_name = 'inquiry')
            group by table_name""";

    /** What the ids of the inquiries begin with that are copied. */
    static final String SEED = "seed";

    private static final String OF_SEEDS = " ~ '^seed-[0-9-]+$'";
    private static final String OF_SEEDS_PROCESSES =
            " in (select PROC_INST_ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ ~ '^seed-[0-9-]+$')";

    private final Database database;

    Clones(Database database) {
        this.database = database;
    }

    long open() {
        return database.direct()
                .sql("select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null and BUSINESS_KEY_ like ?")
                .param(SEED + "-%")
                .query(Long.class)
                .single();
    }

    /** The copies with these numbers, both included; the rows they are made of have none. */
    void make(int from, int to) {
        var source = new SingleConnectionDataSource(database.url(), database.user(), "", true);
        try {
            var jdbc = new JdbcTemplate(source);
            jdbc.execute("set session_replication_role = replica"); // no foreign keys, as the order is ours
            tables(OWN).forEach(table -> copy(jdbc, table, key(table) + OF_SEEDS, from, to));
            tables(ENGINE).forEach(table -> copy(jdbc, table, key(table) + OF_SEEDS_PROCESSES, from, to));
            jdbc.execute("analyze");
        } finally {
            source.destroy();
        }
    }

    private void copy(JdbcTemplate jdbc, String table, String where, int from, int to) {
        var columns = columns(table);
        var values = columns.stream()
                .map(column -> IDS.contains(column) ? column + " || '~' || copy" : column)
                .collect(Collectors.joining(", "));
        jdbc.update(
                "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                        + " cross join generate_series(?, ?) copy where " + where,
                from,
                to);
    }

    private String key(String table) {
        var columns = columns(table);
        return List.of("proc_inst_id_", "process_instance_id_", "inquiry", "id").stream()
                .filter(columns::contains)
                .findFirst()
                .orElseThrow();
    }

    private List<String> tables(String sql) {
        return direct().sql(sql).query(String.class).list();
    }

    private List<String> columns(String table) {
        return direct().sql(
                        """
                        select column_name from information_schema.columns
                        where table_name = ? and is_identity = 'NO' order by ordinal_position""")
                .param(table.substring(table.indexOf('.') + 1))
                .query(String.class)
                .list();
    }

    private JdbcClient direct() {
        return database.direct();
    }
}
