package io.hourglass.access.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.datasource.init.ScriptUtils;

@DisplayName("An auditor's role in the database")
class AuditorRoleTest {

    private static final Set<String> SECRET =
            Set.of("account", "api_key", "link_key", "ledger_person", "password_link", "webhook_key");

    private final OwnTables tables = OwnTables.onPostgres();

    AuditorRoleTest() {
        for (var time = 0; time < 2; time++) { // to run it again changes nothing
            tables.template().execute((ConnectionCallback<Boolean>) connection -> {
                ScriptUtils.executeSqlScript(
                        connection,
                        new EncodedResource(new ClassPathResource("db/roles/auditor.sql")),
                        false,
                        false,
                        "--",
                        ScriptUtils.EOF_STATEMENT_SEPARATOR,
                        "/*",
                        "*/");
                return true;
            });
        }
    }

    private void asAuditor(String sql) {
        tables.inTransaction(() -> {
            tables.jdbc().sql("set local role hourglass_auditor").update();
            tables.template().execute(sql);
            return true;
        });
    }

    private List<String> all() {
        return tables.jdbc()
                .sql("select table_name from information_schema.tables where table_schema = 'hourglass'")
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("reads every table but those with secrets")
    void reads() {
        var readable = all().stream().filter(table -> !SECRET.contains(table)).toList();
        assertThat(readable).hasSizeGreaterThan(20);
        readable.forEach(table -> assertThatCode(() -> asAuditor("select * from hourglass." + table))
                .as(table)
                .doesNotThrowAnyException());
        assertThatCode(() -> asAuditor("select name, role, party from hourglass.account"))
                .doesNotThrowAnyException();
        assertThatCode(() -> asAuditor("select id, scopes, revoked_at from hourglass.api_key"))
                .doesNotThrowAnyException();
        SECRET.forEach(table -> assertThatThrownBy(() -> asAuditor("select * from hourglass." + table))
                .as(table)
                .rootCause()
                .hasMessageContaining("permission denied"));
    }

    @Test
    @DisplayName("changes none")
    void changesNothing() {
        all().forEach(table -> List.of("delete from hourglass.", "truncate hourglass.")
                .forEach(change -> assertThatThrownBy(() -> asAuditor(change + table))
                        .as(change + table)
                        .rootCause()
                        .hasMessageContaining("permission denied")));
        assertThatThrownBy(() -> asAuditor("update hourglass.verdict_entry set state = 'TIMELY'"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asAuditor("create table hourglass.mine (id integer)"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
