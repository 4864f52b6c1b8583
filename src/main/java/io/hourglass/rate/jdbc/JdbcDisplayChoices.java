package io.hourglass.rate.jdbc;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.rate.standing.DisplayChoices;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDisplayChoices implements DisplayChoices {

    private final JdbcClient jdbc;

    JdbcDisplayChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Choice latest(Subject subject) {
        return jdbc.sql(
                        "select seq, shown from hourglass.display_choice where subject = ? and track = ? order by seq desc limit 1")
                .params(subject.id(), subject.track().name())
                .query((row, number) -> new Choice(row.getInt("seq"), row.getBoolean("shown")))
                .optional()
                .orElse(new Choice(0, true));
    }

    @Override
    public Set<Subject> hidden(Track track) {
        return jdbc
                .sql(
                        """
                        select subject from hourglass.display_choice c
                        where track = ? and not shown and seq = (
                            select max(seq) from hourglass.display_choice later where later.subject = c.subject and later.track = c.track)""")
                .param(track.name())
                .query(String.class)
                .list()
                .stream()
                .map(id -> new Subject(track, id))
                .collect(Collectors.toSet());
    }

    @Override
    public void add(Subject subject, Choice choice, Instant at) {
        jdbc.sql("insert into hourglass.display_choice (track, subject, seq, shown, chosen_at) values (?, ?, ?, ?, ?)")
                .params(subject.track().name(), subject.id(), choice.number(), choice.shown(), UtcColumn.of(at))
                .update();
    }
}
