package io.hourglass.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@HourglassTest
@DisplayName("A call that refuses after it has written")
class RefusedAfterWritingTest {

    private static final String DIRECTLY =
            "insert into hourglass.supplier (id, first_seen_at) values (?, current_timestamp)";

    @Autowired
    private BatchRun run;

    @Autowired
    private JdbcClient client;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private RuntimeService runtime;

    enum Way {
        CLIENT,
        NAMED,
        TEMPLATE,
        BATCH,
        CONNECTION,
        PROCESS
    }

    @ParameterizedTest(name = "by {0}")
    @EnumSource(Way.class)
    @DisplayName("leaves nothing behind, alone or in a group, and its neighbours have what they wrote")
    void nothingStays(Way way) {
        var first = new Call("first", () -> write("first", Way.CLIENT));
        var refused = new Call("refused", () -> {
            write("refused", way);
            throw new IllegalArgumentException("no");
        });
        var last = new Call("last", () -> write("last", Way.TEMPLATE));
        run.run(List.of(first, refused, last));
        run.run(List.of(new Call("alone", () -> {
            write("alone", way);
            throw new IllegalArgumentException("no");
        })));

        assertThatThrownBy(refused::await).isInstanceOf(IllegalArgumentException.class);
        assertThat(List.of(first.await(), last.await())).containsExactly("first", "last");
        assertThat(client.sql("select id from hourglass.supplier order by id")
                        .query(String.class)
                        .list())
                .containsExactly("first", "last");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    private @Nullable Object write(String id, Way way) {
        switch (way) {
            case CLIENT -> client.sql(DIRECTLY).param(id).update();
            case NAMED ->
                new NamedParameterJdbcTemplate(template).update(DIRECTLY.replace("?", ":id"), Map.of("id", id));
            case TEMPLATE -> template.update(DIRECTLY, id);
            case BATCH -> template.batchUpdate(DIRECTLY, List.<Object[]>of(new Object[] {id}));
            case CONNECTION ->
                template.execute(DIRECTLY, (PreparedStatementCallback<Integer>) insert -> {
                    insert.setString(1, id);
                    return insert.executeUpdate();
                });
            case PROCESS ->
                runtime.createProcessInstanceByKey("dispute")
                        .businessKey(id)
                        .setVariable("decideBy", Date.from(CleanSlate.START))
                        .execute();
        }
        return id;
    }
}
