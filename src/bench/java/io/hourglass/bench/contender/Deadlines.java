package io.hourglass.bench.contender;

import io.hourglass.bench.work.Lifecycle;
import io.hourglass.kernel.time.UtcColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plain contenders' timers: a row for each open inquiry, with an index on when it is due. */
final class Deadlines {

    private static final int PAGE = 1000;
    private static final String ADD = "insert into hourglass.deadline (inquiry, kind, due_at) values (?, ?, ?)";
    private static final String REMOVE = "delete from hourglass.deadline where inquiry = ?";
    private static final String MOVE = "update hourglass.deadline set kind = ?, due_at = ? where inquiry = ?";

    private final JdbcClient jdbc;

    Deadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a timer waits for. */
    enum Kind {
        REPLY,
        OFFER
    }

    /** A timer that is due. */
    record Due(String inquiry, Kind kind) {}

    static void makeTable(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        create table hourglass.deadline (
                          inquiry varchar(64) primary key,
                          kind    varchar(8) not null,
                          due_at  timestamp(3) with time zone not null
                        )""")
                .update();
        jdbc.sql("create index deadline_due on hourglass.deadline (due_at)").update();
    }

    static void add(Connection connection, List<Lifecycle> group) throws SQLException {
        Batch.write(
                connection,
                ADD,
                group,
                (row, one) -> Batch.set(
                        row,
                        one.id().value(),
                        Kind.REPLY.name(),
                        UtcColumn.of(one.clocks().replyDeadline())));
    }

    static void remove(Connection connection, List<Lifecycle> group) throws SQLException {
        Batch.write(
                connection, REMOVE, group, (row, one) -> Batch.set(row, one.id().value()));
    }

    /** From the reply deadline to the end of the offer. */
    static void move(Connection connection, List<Lifecycle> group) throws SQLException {
        Batch.write(
                connection,
                MOVE,
                group,
                (row, one) -> Batch.set(
                        row,
                        Kind.OFFER.name(),
                        UtcColumn.of(one.clocks().offerExpires()),
                        one.id().value()));
    }

    /** The earliest, up to a thousand. */
    List<Due> due(Instant now) {
        return jdbc.sql("select inquiry, kind from hourglass.deadline where due_at <= ? order by due_at limit " + PAGE)
                .param(UtcColumn.of(now))
                .query(Due.class)
                .list();
    }

    long count(Instant now) {
        return jdbc.sql("select count(*) from hourglass.deadline where due_at <= ?")
                .param(UtcColumn.of(now))
                .query(Long.class)
                .single();
    }
}
