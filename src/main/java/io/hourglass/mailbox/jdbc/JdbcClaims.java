package io.hourglass.mailbox.jdbc;

import static java.util.stream.Collectors.groupingBy;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.boxes.Reading;
import io.hourglass.mailbox.sync.Claim;
import io.hourglass.mailbox.sync.Claims;
import io.hourglass.mailbox.sync.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClaims implements Claims {

    private final JdbcClient jdbc;

    JdbcClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Due(Mailbox mailbox, long claim) {}

    @Override
    public List<Claimed> claim(Hold hold, Collection<String> except, int limit, Predicate<String> room) {
        var due = due(hold.now(), except, limit).stream()
                .filter(one -> room.test(one.mailbox().server().host()))
                .toList();
        if (due.isEmpty()) {
            return List.of();
        }
        var suppliers = suppliers(due.stream().map(Due::mailbox).toList());
        jdbc.sql(
                        """
                        update hourglass.mailbox set claim = claim + 1, holder = ?, held_until = ?, woken_at = null
                        where supplier = any (?)""")
                .params(hold.holder(), UtcColumn.of(hold.until()), suppliers)
                .update();
        return withCursors(due, suppliers);
    }

    private List<Due> due(Instant now, Collection<String> except, int limit) {
        return jdbc.sql(
                        """
                        select * from hourglass.mailbox
                        where (due_at <= ? or woken_at is not null and state = ? and covered_until <= ?)
                          and (held_until is null or held_until <= ?) and not (host = any (?))
                        order by woken_at nulls last, due_at, supplier limit ? for update skip locked""")
                .params(
                        UtcColumn.of(now),
                        MailboxState.WORKING.name(),
                        UtcColumn.of(now.minus(SOONEST)),
                        UtcColumn.of(now),
                        new SqlArrayValue("varchar", except.toArray()),
                        limit)
                .query((row, number) -> new Due(MailboxRow.read(row), row.getLong("claim") + 1))
                .list();
    }

    private List<Claimed> withCursors(List<Due> due, SqlArrayValue suppliers) {
        var cursors = jdbc
                .sql("select * from hourglass.mailbox_cursor where supplier = any (?)")
                .param(suppliers)
                .query((row, number) -> new Kept(new SupplierId(row.getString("supplier")), cursor(row)))
                .list()
                .stream()
                .collect(groupingBy(Kept::supplier));
        return due.stream()
                .map(one -> new Claimed(
                        new Claim(one.mailbox().supplier(), one.claim()),
                        one.mailbox(),
                        cursors.getOrDefault(one.mailbox().supplier(), List.of()).stream()
                                .map(Kept::cursor)
                                .toList()))
                .toList();
    }

    private record Kept(SupplierId supplier, Cursor cursor) {}

    private static Cursor cursor(ResultSet row) throws SQLException {
        return new Cursor(
                Folder.valueOf(row.getString("folder")),
                row.getString("name"),
                row.getLong("uid_validity"),
                row.getLong("last_uid"),
                UtcColumn.readNullable(row, "read_until"));
    }

    @Override
    public boolean went(Claim claim, Cursor cursor, Instant until) {
        var holds = jdbc.sql(
                                "update hourglass.mailbox set held_until = ? where supplier = ? and claim = ? and holder is not null")
                        .params(UtcColumn.of(until), claim.supplier().value(), claim.number())
                        .update()
                > 0;
        if (holds) {
            put(claim.supplier(), cursor);
        }
        return holds;
    }

    private void put(SupplierId supplier, Cursor cursor) {
        var now = Arrays.<@Nullable Object>asList(
                cursor.name(),
                cursor.uidValidity(),
                cursor.lastUid(),
                UtcColumn.ofNullable(cursor.readUntil()),
                supplier.value(),
                cursor.folder().name());
        var updated = jdbc.sql(
                        """
                        update hourglass.mailbox_cursor set name = ?, uid_validity = ?, last_uid = ?,
                          read_until = cast(? as timestamp(3) with time zone)
                        where supplier = ? and folder = ?""")
                .params(now)
                .update();
        if (updated == 0) {
            jdbc.sql(
                            """
                            insert into hourglass.mailbox_cursor (name, uid_validity, last_uid, read_until, supplier, folder)
                            values (?, ?, ?, cast(? as timestamp(3) with time zone), ?, ?)""")
                    .params(now)
                    .update();
        }
    }

    @Override
    public Optional<Mailbox> lock(Claim claim) {
        return jdbc.sql(
                        "select * from hourglass.mailbox where supplier = ? and claim = ? and holder is not null for update")
                .params(claim.supplier().value(), claim.number())
                .query((row, number) -> MailboxRow.read(row))
                .optional();
    }

    @Override
    public void end(Claim claim, Reading reading) {
        var params = new ArrayList<>(MailboxRow.reading(reading));
        params.add(claim.supplier().value());
        params.add(claim.number());
        jdbc.sql("update hourglass.mailbox set holder = null, held_until = null, " + MailboxRow.READING
                        + " where supplier = ? and claim = ?")
                .params(params)
                .update();
    }

    @Override
    public void letGo(String holder) {
        jdbc.sql("update hourglass.mailbox set holder = null, held_until = null where holder = ?")
                .param(holder)
                .update();
    }

    private static SqlArrayValue suppliers(List<Mailbox> mailboxes) {
        return new SqlArrayValue(
                "varchar", mailboxes.stream().map(one -> one.supplier().value()).toArray());
    }
}
