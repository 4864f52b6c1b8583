package io.hourglass.mailbox.jdbc;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.idle.Idles;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIdles implements Idles {

    private static final String WORKING = MailboxState.WORKING.name();

    private final JdbcClient jdbc;

    JdbcIdles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Mailbox> free(List<SupplierId> some, Instant now, Collection<String> except) {
        return jdbc
                .sql(
                        """
                        select * from hourglass.mailbox
                        where supplier = any (?) and state = ? and (idle_again_at is null or idle_again_at <= ?) and not (host = any (?))""")
                .params(
                        new SqlArrayValue(
                                "varchar", some.stream().map(SupplierId::value).toArray()),
                        WORKING,
                        UtcColumn.of(now),
                        new SqlArrayValue("varchar", except.toArray()))
                .query((row, number) -> MailboxRow.read(row))
                .list()
                .stream()
                .sorted(comparingInt(one -> some.indexOf(one.supplier())))
                .toList();
    }

    @Override
    public boolean take(SupplierId supplier, String holder, Instant now, Instant until) {
        return jdbc.sql(
                                """
                                update hourglass.mailbox set idler = ?, idle_again_at = ?
                                where supplier = ? and state = ? and (idle_again_at is null or idle_again_at <= ?)""")
                        .params(holder, UtcColumn.of(until), supplier.value(), WORKING, UtcColumn.of(now))
                        .update()
                > 0;
    }

    @Override
    public Set<SupplierId> kept(String holder) {
        jdbc.sql("update hourglass.mailbox set idler = null where idler = ? and state <> ?")
                .params(holder, WORKING)
                .update();
        return jdbc
                .sql("select supplier from hourglass.mailbox where idler = ?")
                .param(holder)
                .query((row, number) -> new SupplierId(row.getString("supplier")))
                .list()
                .stream()
                .collect(toSet());
    }

    @Override
    public void wake(SupplierId supplier, String holder, Instant at) {
        jdbc.sql(
                        """
                        update hourglass.mailbox set woken_at = coalesce(woken_at, cast(? as timestamp(3) with time zone))
                        where supplier = ? and idler = ?""")
                .params(UtcColumn.of(at), supplier.value(), holder)
                .update();
    }

    @Override
    public void leave(SupplierId supplier, String holder, Instant again) {
        jdbc.sql("update hourglass.mailbox set idler = null, idle_again_at = ? where supplier = ? and idler = ?")
                .params(UtcColumn.of(again), supplier.value(), holder)
                .update();
    }

    @Override
    public void letGo(String holder) {
        jdbc.sql("update hourglass.mailbox set idler = null, idle_again_at = null where idler = ?")
                .param(holder)
                .update();
    }
}
