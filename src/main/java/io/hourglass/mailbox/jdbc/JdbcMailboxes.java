package io.hourglass.mailbox.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.boxes.Mailboxes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMailboxes implements Mailboxes {

    private final JdbcClient jdbc;

    JdbcMailboxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Mailbox> find(SupplierId supplier) {
        return one("select * from hourglass.mailbox where supplier = ?", supplier);
    }

    @Override
    public Optional<Mailbox> lock(SupplierId supplier) {
        return one("select * from hourglass.mailbox where supplier = ? for update", supplier);
    }

    private Optional<Mailbox> one(String sql, SupplierId supplier) {
        return jdbc.sql(sql)
                .param(supplier.value())
                .query((row, number) -> MailboxRow.read(row))
                .optional();
    }

    @Override
    public void add(Mailbox mailbox) {
        jdbc.sql(
                        """
                        insert into hourglass.mailbox (supplier, address, host, port, security, login, provider, sent_folder, read_inbox,
                            connected_at, state, state_since, failures, due_at, claim)
                        values (?, ?, ?, ?, ?, ?, cast(? as varchar), cast(? as varchar), ?, cast(? as timestamp(3) with time zone), ?,
                            cast(? as timestamp(3) with time zone), 0, cast(? as timestamp(3) with time zone), 0)""")
                .params(Arrays.asList(
                        mailbox.supplier().value(),
                        mailbox.address(),
                        mailbox.server().host(),
                        mailbox.server().port(),
                        mailbox.server().security().name(),
                        mailbox.user(),
                        mailbox.provider(),
                        mailbox.folders().sent(),
                        mailbox.folders().inbox(),
                        UtcColumn.of(mailbox.connectedAt()),
                        mailbox.reading().state().name(),
                        UtcColumn.of(mailbox.reading().since()),
                        UtcColumn.of(mailbox.reading().dueAt())))
                .update();
    }

    @Override
    public void change(Mailbox mailbox) {
        var params = new ArrayList<@Nullable Object>(Arrays.asList(
                mailbox.address(),
                mailbox.server().host(),
                mailbox.server().port(),
                mailbox.server().security().name(),
                mailbox.user(),
                mailbox.provider(),
                mailbox.folders().sent(),
                mailbox.folders().inbox()));
        params.addAll(MailboxRow.reading(mailbox.reading()));
        params.add(mailbox.supplier().value());
        jdbc.sql(
                        """
                        update hourglass.mailbox set address = ?, host = ?, port = ?, security = ?, login = ?,
                          provider = cast(? as varchar), sent_folder = cast(? as varchar), read_inbox = ?,
                          claim = claim + 1, holder = null, held_until = null, woken_at = null, idler = null, idle_again_at = null, %s where supplier = ?"""
                                .formatted(MailboxRow.READING))
                .params(params)
                .update();
    }

    @Override
    public void readAnew(SupplierId supplier) {
        jdbc.sql("delete from hourglass.mailbox_cursor where supplier = ?")
                .param(supplier.value())
                .update();
    }

    @Override
    public void remove(SupplierId supplier) {
        jdbc.sql("delete from hourglass.mailbox where supplier = ?")
                .param(supplier.value())
                .update();
    }

    @Override
    public List<Mailbox> byLag(@Nullable MailboxState state, long offset, int limit) {
        return jdbc.sql(
                        """
                        select * from hourglass.mailbox where cast(? as varchar) is null or state = ?
                        order by coalesce(covered_until, connected_at), supplier limit ? offset ?""")
                .params(Arrays.asList(name(state), name(state), limit, offset))
                .query((row, number) -> MailboxRow.read(row))
                .list();
    }

    private static @Nullable String name(@Nullable MailboxState state) {
        return state == null ? null : state.name();
    }

    @Override
    public Map<MailboxState, Integer> counted() {
        return jdbc
                .sql("select state, count(*) as n from hourglass.mailbox group by state")
                .query((row, number) -> Map.entry(MailboxState.valueOf(row.getString("state")), row.getInt("n")))
                .list()
                .stream()
                .collect(toMap(Entry::getKey, Entry::getValue));
    }
}
