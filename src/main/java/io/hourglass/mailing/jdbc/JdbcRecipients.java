package io.hourglass.mailing.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mailing.people.QuietHours;
import io.hourglass.mailing.people.Recipient;
import io.hourglass.mailing.people.Recipient.Undeliverable;
import io.hourglass.mailing.people.Recipients;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRecipients implements Recipients {

    private final JdbcClient jdbc;

    JdbcRecipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Recipient> find(String account) {
        return find(List.of(account)).values().stream().findFirst();
    }

    @Override
    public Map<String, Recipient> find(Collection<String> accounts) {
        return jdbc
                .sql("select * from hourglass.mail_recipient where account = any (?)")
                .param(names(accounts))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(toMap(Recipient::account, one -> one));
    }

    @Override
    public Optional<Instant> firstAt() {
        return jdbc.sql("select min(added_at) as first from hourglass.mail_recipient")
                .query((row, number) -> Optional.ofNullable(UtcColumn.readNullable(row, "first")))
                .single();
    }

    @Override
    public void put(Recipient one) {
        var quiet = one.quiet();
        var undeliverable = one.undeliverable();
        var values = Arrays.asList(
                one.address(),
                UtcColumn.of(one.addedAt()),
                UtcColumn.ofNullable(one.confirmedAt()),
                one.daily(),
                quiet == null ? null : quiet.from(),
                quiet == null ? null : quiet.until(),
                UtcColumn.ofNullable(undeliverable == null ? null : undeliverable.at()),
                undeliverable == null ? null : undeliverable.why(),
                one.account());
        var known = jdbc.sql(
                        """
                        update hourglass.mail_recipient set address = ?, added_at = ?,
                          confirmed_at = cast(? as timestamp(3) with time zone), daily = ?,
                          quiet_from = cast(? as time), quiet_until = cast(? as time),
                          undeliverable_at = cast(? as timestamp(3) with time zone), undeliverable_why = ?
                        where account = ?""")
                .params(values)
                .update();
        if (known == 0) {
            jdbc.sql(
                            """
                            insert into hourglass.mail_recipient (address, added_at, confirmed_at, daily, quiet_from, quiet_until,
                              undeliverable_at, undeliverable_why, account)
                            values (?, ?, cast(? as timestamp(3) with time zone), ?, cast(? as time), cast(? as time),
                              cast(? as timestamp(3) with time zone), ?, ?)""")
                    .params(values)
                    .update();
        }
    }

    @Override
    public void remove(String account) {
        jdbc.sql("delete from hourglass.mail_recipient where account = ?")
                .param(account)
                .update();
    }

    private record Choice(String account, String kind, boolean wanted) {}

    @Override
    public Map<String, Map<String, Boolean>> choices(Collection<String> accounts) {
        return jdbc
                .sql("select * from hourglass.mail_choice where account = any (?)")
                .param(names(accounts))
                .query((row, number) ->
                        new Choice(row.getString("account"), row.getString("kind"), row.getBoolean("wanted")))
                .list()
                .stream()
                .collect(groupingBy(Choice::account, toMap(Choice::kind, Choice::wanted)));
    }

    @Override
    public void choose(String account, Map<String, Boolean> choices) {
        jdbc.sql("delete from hourglass.mail_choice where account = ?")
                .param(account)
                .update();
        choices.forEach(
                (kind, wanted) -> jdbc.sql("insert into hourglass.mail_choice (account, kind, wanted) values (?, ?, ?)")
                        .params(account, kind, wanted)
                        .update());
    }

    private static SqlArrayValue names(Collection<String> accounts) {
        return new SqlArrayValue("varchar", accounts.toArray());
    }

    private static Recipient read(ResultSet row) throws SQLException {
        var from = row.getObject("quiet_from", LocalTime.class);
        var until = row.getObject("quiet_until", LocalTime.class);
        return Recipient.builder()
                .account(row.getString("account"))
                .address(row.getString("address"))
                .addedAt(UtcColumn.read(row, "added_at"))
                .confirmedAt(UtcColumn.readNullable(row, "confirmed_at"))
                .daily(row.getBoolean("daily"))
                .quiet(from == null || until == null ? null : new QuietHours(from, until))
                .undeliverable(undeliverable(row))
                .build();
    }

    private static @Nullable Undeliverable undeliverable(ResultSet row) throws SQLException {
        var at = UtcColumn.readNullable(row, "undeliverable_at");
        return at == null ? null : new Undeliverable(at, row.getString("undeliverable_why"));
    }
}
