package io.hourglass.mailbox.jdbc;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Reading.Stopped;
import io.hourglass.mailbox.sync.Watched;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWatched implements Watched {

    private final JdbcClient jdbc;

    JdbcWatched(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Mailbox> unread(Instant since, int limit) {
        return jdbc.sql(
                        """
                        select * from hourglass.mailbox
                        where stopped_why is null and coalesce(covered_until, connected_at) < ?
                        order by supplier limit ? for update skip locked""")
                .params(UtcColumn.of(since), limit)
                .query((row, number) -> MailboxRow.read(row))
                .list();
    }

    @Override
    public void told(SupplierId supplier, Stopped stopped) {
        jdbc.sql("update hourglass.mailbox set stopped_at = ?, stopped_why = ? where supplier = ?")
                .params(UtcColumn.of(stopped.at()), stopped.why().name(), supplier.value())
                .update();
    }

    @Override
    public int tellOperations(Stopped.Why why, Instant at) {
        return jdbc.sql(
                        """
                        update hourglass.mailbox set operations_told_at = ?
                        where stopped_why = ? and (operations_told_at is null or operations_told_at < stopped_at)""")
                .params(UtcColumn.of(at), why.name())
                .update();
    }

    @Override
    public List<Unread> noticeGaps(Instant since, int limit) {
        var some = jdbc.sql(
                        """
                        select supplier, coalesce(covered_until, connected_at) gap_from from hourglass.mailbox
                        where coalesce(covered_until, connected_at) < ?
                          and (gap_since is null or gap_since <> coalesce(covered_until, connected_at))
                        order by supplier limit ? for update skip locked""")
                .params(UtcColumn.of(since), limit)
                .query((row, number) ->
                        new Unread(new SupplierId(row.getString("supplier")), UtcColumn.read(row, "gap_from")))
                .list();
        var suppliers = some.stream().map(one -> one.supplier().value()).toArray();
        jdbc.sql(
                        """
                        update hourglass.mailbox set gap_since = coalesce(covered_until, connected_at)
                        where supplier = any (?)""")
                .param(new SqlArrayValue("varchar", suppliers))
                .update();
        return some;
    }
}
