package io.hourglass.rate.jdbc;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.rate.standing.StandingEvent;
import io.hourglass.rate.standing.StandingEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStandingEvents implements StandingEvents {

    private static final int BATCH = 500;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    JdbcStandingEvents(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    @Override
    public void add(Collection<StandingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql("update hourglass.standing_feed set last_seq = last_seq + ? where id = 1")
                .param(events.size())
                .update();
        var seq = jdbc.sql("select last_seq from hourglass.standing_feed where id = 1")
                        .query(Long.class)
                        .single()
                - events.size();
        var numbered = new ArrayList<Numbered>();
        for (var event : events) {
            numbered.add(new Numbered(++seq, event));
        }
        template.batchUpdate(
                """
                insert into hourglass.standing_event (seq, track, subject, kind, standing_on, happened_at)
                values (?, ?, ?, ?, ?, ?)""",
                numbered,
                BATCH,
                (row, each) -> {
                    row.setLong(1, each.seq());
                    row.setString(2, each.event().subject().track().name());
                    row.setString(3, each.event().subject().id());
                    row.setString(4, each.event().kind().name());
                    row.setObject(5, each.event().on());
                    row.setObject(6, UtcColumn.of(each.event().at()));
                });
    }

    @Override
    public List<Numbered> after(long seq, int atMost) {
        return jdbc.sql("select * from hourglass.standing_event where seq > ? order by seq limit ?")
                .params(seq, atMost)
                .query((row, number) -> read(row))
                .list();
    }

    private static Numbered read(ResultSet row) throws SQLException {
        return new Numbered(
                row.getLong("seq"),
                new StandingEvent(
                        new Subject(new Track(row.getString("track")), row.getString("subject")),
                        StandingEvent.Kind.valueOf(row.getString("kind")),
                        row.getObject("standing_on", LocalDate.class),
                        UtcColumn.read(row, "happened_at")));
    }
}
