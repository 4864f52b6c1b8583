package io.hourglass.audit.jdbc;

import io.hourglass.audit.seals.Seal;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.audit.seals.Seals;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.TrackDay;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSeals implements Seals {

    private static final int PART = 1 << 19;

    private final JdbcClient jdbc;

    JdbcSeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void hold() {
        jdbc.sql("select id from hourglass.ledger where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Seal> find(TrackDay day) {
        return jdbc.sql("select * from hourglass.ledger_seal where received_day = ? and track = ?")
                .params(day.day(), day.track().name())
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public Optional<Seal> last(Track track) {
        return latest(track, 0, 1).stream().findFirst();
    }

    @Override
    public void add(Seal seal, byte[] marks) {
        jdbc.sql(
                        """
                        insert into hourglass.ledger_seal (track, received_day, books_from, books_close, published_on, former,
                            root, entries, sealed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        seal.sealed().track().name(),
                        seal.day(),
                        seal.sealed().booksFrom(),
                        UtcColumn.of(seal.sealed().booksClose()),
                        seal.sealed().publishedOn(),
                        seal.former(),
                        seal.root(),
                        seal.entries(),
                        UtcColumn.of(seal.sealedAt()))
                .update();
        for (var from = 0; from < marks.length; from += PART) {
            jdbc.sql("insert into hourglass.ledger_marks (track, received_day, part, marks) values (?, ?, ?, ?)")
                    .params(
                            seal.sealed().track().name(),
                            seal.day(),
                            from / PART,
                            Arrays.copyOfRange(marks, from, Math.min(from + PART, marks.length)))
                    .update();
        }
    }

    @Override
    public byte[] marksOf(TrackDay day) {
        var marks = new ByteArrayOutputStream();
        jdbc.sql("select marks from hourglass.ledger_marks where received_day = ? and track = ? order by part")
                .params(day.day(), day.track().name())
                .query((row, number) -> row.getBytes("marks"))
                .list()
                .forEach(marks::writeBytes);
        return marks.toByteArray();
    }

    @Override
    public List<Seal> between(Track track, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        "select * from hourglass.ledger_seal where track = ? and received_day between ? and ? order by received_day")
                .params(track.name(), from, to)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<Seal> latest(Track track, long offset, int limit) {
        return jdbc.sql(
                        "select * from hourglass.ledger_seal where track = ? order by received_day desc limit ? offset ?")
                .params(track.name(), limit, offset)
                .query((row, number) -> read(row))
                .list();
    }

    private static Seal read(ResultSet row) throws SQLException {
        return new Seal(
                new SealedDay(
                        new TrackDay(new Track(row.getString("track")), row.getObject("received_day", LocalDate.class)),
                        row.getObject("books_from", LocalDate.class),
                        UtcColumn.read(row, "books_close"),
                        row.getObject("published_on", LocalDate.class)),
                row.getString("former"),
                row.getString("root"),
                row.getInt("entries"),
                UtcColumn.read(row, "sealed_at"));
    }
}
