package io.hourglass.mailing.jdbc;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.outgoing.OutgoingMail.State;
import io.hourglass.mailing.outgoing.OutgoingMails;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOutgoingMails implements OutgoingMails {

    private static final int BATCH = 500;
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ObjectMapper json;

    JdbcOutgoingMails(JdbcClient jdbc, JdbcTemplate template, ObjectMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** Events are handed on by one node at a time, so that nobody adds the same beside it. */
    @Override
    public void add(Collection<OutgoingMail> mails) {
        template.batchUpdate(
                """
                insert into hourglass.outgoing_mail
                  (id, event, account, kind, track, about, happened_at, data, state, attempts, added_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)""",
                mails,
                BATCH,
                (row, mail) -> {
                    row.setString(1, mail.id());
                    row.setLong(2, mail.event());
                    row.setString(3, mail.account());
                    row.setString(4, mail.kind());
                    row.setString(5, mail.track());
                    row.setString(6, mail.about());
                    row.setObject(7, UtcColumn.of(mail.happenedAt()));
                    row.setString(8, mail.data().toString());
                    row.setObject(9, UtcColumn.of(mail.addedAt()));
                    row.setObject(10, UtcColumn.of(mail.dueAt()));
                });
    }

    @Override
    public List<OutgoingMail> claim(Instant now, Instant until, int accounts, int limit) {
        var due = jdbc.sql(
                        """
                        select account from hourglass.outgoing_mail where state = 'WAITING' and due_at <= ?
                        group by account order by min(due_at), account limit ?""")
                .params(UtcColumn.of(now), accounts)
                .query(String.class)
                .list();
        if (due.isEmpty()) {
            return List.of();
        }
        var claimed = jdbc.sql(
                        """
                        select * from hourglass.outgoing_mail
                        where state = 'WAITING' and due_at <= ? and account = any (?)
                        order by due_at, event, id limit ? for update skip locked""")
                .params(UtcColumn.of(now), new SqlArrayValue("varchar", due.toArray()), limit)
                .query((row, number) -> read(row, 1))
                .list();
        jdbc.sql("update hourglass.outgoing_mail set due_at = ?, attempts = attempts + 1 where id = any (?)")
                .params(
                        UtcColumn.of(until),
                        new SqlArrayValue(
                                "varchar",
                                claimed.stream().map(OutgoingMail::id).toArray()))
                .update();
        return claimed;
    }

    /** What was sent was sent, even if another node has taken it since; a failure is only of the attempt that failed. */
    @Override
    public void end(Collection<Ended> ended) {
        template.batchUpdate(
                """
                update hourglass.outgoing_mail set state = ?, due_at = ?, ended_at = ?, letter = ?, reason = ?
                where id = ? and state = 'WAITING' and attempts >= ? and attempts <= ?""",
                ended,
                BATCH,
                JdbcOutgoingMails::set);
    }

    private static void set(PreparedStatement row, Ended ended) throws SQLException {
        var at = UtcColumn.of(ended.at());
        var attempts = ended.mail().attempts();
        row.setString(1, ended.state().name());
        row.setObject(2, at);
        row.setObject(3, ended.state() == State.WAITING ? null : at, Types.TIMESTAMP_WITH_TIMEZONE);
        row.setString(4, ended.letter());
        row.setString(5, ended.reason() == null ? null : StoredText.keptLine(ended.reason(), LONGEST_REASON));
        row.setString(6, ended.mail().id());
        row.setInt(7, attempts);
        row.setInt(8, ended.state() == State.SENT ? Integer.MAX_VALUE : attempts);
    }

    @Override
    public Optional<String> bounced(String letter, Instant at, String reason) {
        jdbc.sql(
                        """
                        update hourglass.outgoing_mail set state = 'BOUNCED', ended_at = ?, reason = ?
                        where letter = ? and state in ('SENT', 'DEAD')""")
                .params(UtcColumn.of(at), StoredText.keptLine(reason, LONGEST_REASON), letter)
                .update();
        return jdbc.sql("select account from hourglass.outgoing_mail where letter = ? and state = 'BOUNCED' limit 1")
                .param(letter)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean sendAgain(String id, Instant now) {
        return jdbc.sql(
                                """
                                update hourglass.outgoing_mail set state = 'WAITING', attempts = 0, added_at = ?, due_at = ?,
                                  ended_at = null, letter = null, reason = null
                                where id = ? and state in ('DEAD', 'BOUNCED')""")
                        .params(UtcColumn.of(now), UtcColumn.of(now), id)
                        .update()
                > 0;
    }

    @Override
    public List<OutgoingMail> latest(Sought sought, long offset, int limit) {
        var where = new StringBuilder("where true");
        var params = new ArrayList<Object>();
        if (sought.account() != null) {
            where.append(" and account = ?");
            params.add(sought.account());
        }
        if (sought.state() != null) {
            where.append(" and state = ?");
            params.add(sought.state().name());
        }
        params.addAll(List.of(limit, offset));
        return jdbc.sql("select * from hourglass.outgoing_mail " + where
                        + " order by added_at desc, id desc limit ? offset ?")
                .params(params)
                .query((row, number) -> read(row, 0))
                .list();
    }

    @Override
    public List<OutgoingMail> about(Track track, String id) {
        return jdbc.sql("select * from hourglass.outgoing_mail where about = ? and track = ? order by event, account")
                .params(id, track.name())
                .query((row, number) -> read(row, 0))
                .list();
    }

    @Override
    public List<String> toldBy(String letter, Track track) {
        return jdbc.sql("select distinct about from hourglass.outgoing_mail where letter = ? and track = ?")
                .params(letter, track.name())
                .query(String.class)
                .list();
    }

    private record Count(State state, int count) {}

    @Override
    public Map<State, Integer> counted() {
        return jdbc
                .sql(
                        "select state, count(*) as count from hourglass.outgoing_mail where state <> 'SENT' group by state")
                .query((row, number) -> new Count(State.valueOf(row.getString("state")), row.getInt("count")))
                .list()
                .stream()
                .collect(toMap(Count::state, Count::count, (one, other) -> one, () -> new EnumMap<>(State.class)));
    }

    @Override
    public void forgetBefore(Instant instant) {
        jdbc.sql("delete from hourglass.outgoing_mail where added_at < ?")
                .param(UtcColumn.of(instant))
                .update();
    }

    @Override
    public void rename(String account, String replacement) {
        jdbc.sql("update hourglass.outgoing_mail set account = ? where account = ?")
                .params(replacement, account)
                .update();
    }

    private OutgoingMail read(ResultSet row, int begun) throws SQLException {
        return OutgoingMail.builder()
                .id(row.getString("id"))
                .event(row.getLong("event"))
                .account(row.getString("account"))
                .kind(row.getString("kind"))
                .track(row.getString("track"))
                .about(row.getString("about"))
                .happenedAt(UtcColumn.read(row, "happened_at"))
                .data(data(row.getString("data")))
                .state(State.valueOf(row.getString("state")))
                .attempts(row.getInt("attempts") + begun)
                .addedAt(UtcColumn.read(row, "added_at"))
                .dueAt(UtcColumn.read(row, "due_at"))
                .endedAt(UtcColumn.readNullable(row, "ended_at"))
                .letter(row.getString("letter"))
                .reason(row.getString("reason"))
                .build();
    }

    private JsonNode data(@Nullable String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
