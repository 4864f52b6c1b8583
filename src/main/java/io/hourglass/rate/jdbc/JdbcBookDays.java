package io.hourglass.rate.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBookDays implements BookDays {

    static final String ON_DATES = "select * from hourglass.book_day where received_day = any (?)";

    private static final int BATCH = 500;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionCache<TrackDay, BookDay> byDay;
    private final TransactionCache<TrackDay, BookDay> locked;

    JdbcBookDays(JdbcTemplate template, JdbcClient jdbc, WriteBatch rows) {
        this.template = template;
        this.jdbc = jdbc;
        this.byDay = new TransactionCache<>(rows, this::load);
        this.locked = new TransactionCache<>(rows, this::loadLocked);
    }

    @Override
    public Optional<BookDay> find(TrackDay day) {
        return byDay.find(day);
    }

    @Override
    public Optional<BookDay> lock(TrackDay day) {
        return locked.find(day);
    }

    @Override
    public Optional<LocalDate> first(Track track) {
        return jdbc.sql("select first_day from hourglass.books where track = ? and first_day is not null")
                .param(track.name())
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public Optional<Range> lockRange(Track track) {
        return range(track).orElseGet(() -> {
            begin(track);
            return range(track).orElseThrow();
        });
    }

    private Optional<Optional<Range>> range(Track track) {
        return jdbc.sql("select first_day, last_day from hourglass.books where track = ? for update")
                .param(track.name())
                .query((row, number) -> range(row))
                .optional();
    }

    /** The first case of a track finds no row of its; of two at a time one waits for the other. */
    private void begin(Track track) {
        jdbc.sql("select track from hourglass.books where track = ? for update")
                .param(Track.INQUIRY.name())
                .query(String.class)
                .single();
        jdbc.sql(
                        """
                        insert into hourglass.books (track) select cast(? as varchar) where not exists (
                            select 1 from hourglass.books where track = ?)""")
                .params(track.name(), track.name())
                .update();
    }

    @Override
    public void open(Track track, List<BookDay> opened, Range rangeAfterwards) {
        template.batchUpdate(
                "insert into hourglass.book_day (track, received_day, closes_at) values (?, ?, ?)",
                opened,
                BATCH,
                (insert, day) -> {
                    insert.setString(1, track.name());
                    insert.setObject(2, day.day());
                    insert.setObject(3, UtcColumn.of(day.closesAt()));
                });
        opened.forEach(day -> forget(day.trackDay()));
        jdbc.sql("update hourglass.books set first_day = ?, last_day = ? where track = ?")
                .params(rangeAfterwards.first(), rangeAfterwards.last(), track.name())
                .update();
    }

    @Override
    public void markSettled(TrackDay day, Instant at) {
        jdbc.sql("update hourglass.book_day set settled_at = ? where track = ? and received_day = ?")
                .params(UtcColumn.of(at), day.track().name(), day.day())
                .update();
        forget(day);
    }

    @Override
    public void markPublished(TrackDay day, LocalDate publishedOn) {
        jdbc.sql("update hourglass.book_day set published_on = ? where track = ? and received_day = ?")
                .params(publishedOn, day.track().name(), day.day())
                .update();
        forget(day);
    }

    @Override
    public List<TrackDay> unsettled(int limit) {
        return jdbc.sql(
                        """
                        select track, received_day from hourglass.book_day where settled_at is null
                        order by received_day, track limit ?""")
                .param(limit)
                .query((row, number) -> day(row))
                .list();
    }

    @Override
    public Optional<LocalDate> firstUnsettled(Track track) {
        return jdbc.sql(
                        """
                        select received_day from hourglass.book_day where track = ? and settled_at is null
                        order by received_day limit 1""")
                .param(track.name())
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public Optional<LocalDate> latestPublication(Track track, LocalDate atMost) {
        return jdbc.sql(
                        """
                        select published_on from hourglass.book_day where track = ? and published_on <= ?
                        order by published_on desc limit 1""")
                .params(track.name(), atMost)
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public Collection<LocalDate> settledAmong(Track track, Collection<LocalDate> days) {
        return load(days.stream().map(day -> new TrackDay(track, day)).collect(toSet())).values().stream()
                .filter(BookDay::settled)
                .map(BookDay::day)
                .toList();
    }

    @Override
    public List<BookDay> latest(Track track, int count) {
        return jdbc.sql("select * from hourglass.book_day where track = ? order by received_day desc limit ?")
                .params(track.name(), count)
                .query((row, number) -> read(row))
                .list();
    }

    /** By the dates alone, since H2 would read all days of the track otherwise; what another track has on them is left. */
    private Map<TrackDay, BookDay> load(Set<TrackDay> wanted) {
        return jdbc
                .sql(ON_DATES)
                .param(dates(wanted.stream().map(TrackDay::day).distinct()))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .filter(day -> wanted.contains(day.trackDay()))
                .collect(toMap(BookDay::trackDay, day -> day));
    }

    /** No row of another track is locked. */
    private Map<TrackDay, BookDay> loadLocked(Set<TrackDay> wanted) {
        return wanted.stream().collect(groupingBy(TrackDay::track, TreeMap::new, toList())).entrySet().stream()
                .flatMap(of -> jdbc
                        .sql(ON_DATES + " and track = ? order by received_day for update")
                        .params(
                                dates(of.getValue().stream().map(TrackDay::day)),
                                of.getKey().name())
                        .query((row, number) -> read(row))
                        .list()
                        .stream())
                .collect(toMap(BookDay::trackDay, day -> day));
    }

    private static SqlArrayValue dates(Stream<LocalDate> days) {
        return new SqlArrayValue("date", days.toArray());
    }

    private void forget(TrackDay day) {
        byDay.forget(day);
        locked.forget(day);
    }

    private static Optional<Range> range(ResultSet row) throws SQLException {
        var first = row.getObject("first_day", LocalDate.class);
        return first == null
                ? Optional.empty()
                : Optional.of(new Range(first, row.getObject("last_day", LocalDate.class)));
    }

    private static BookDay read(ResultSet row) throws SQLException {
        return new BookDay(
                day(row),
                UtcColumn.read(row, "closes_at"),
                UtcColumn.readNullable(row, "settled_at"),
                row.getObject("published_on", LocalDate.class));
    }

    private static TrackDay day(ResultSet row) throws SQLException {
        return new TrackDay(new Track(row.getString("track")), row.getObject("received_day", LocalDate.class));
    }
}
