package io.hourglass.rate.jdbc;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.State;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.kernel.tracks.TrackTerms;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPublishedNumbers implements PublishedNumbers {

    private final JdbcClient jdbc;
    private final ByTrack<TrackTerms> terms;

    JdbcPublishedNumbers(JdbcClient jdbc, List<TrackTerms> terms) {
        this.jdbc = jdbc;
        this.terms = new ByTrack<>(terms);
    }

    @Override
    public int publish(TrackDay last, LocalDate first, LocalDate on, Instant at) {
        var states = terms.of(last.track()).states();
        return jdbc.sql(
                        """
                        insert into hourglass.published_number (track, subject, published_on, revision, window_from,
                            window_to, timely, countable, published_at)
                        select track, subject, cast(:on as date), 1, cast(:from as date), cast(:to as date),
                            sum(case when state in (:met) then count else 0 end), sum(count),
                            cast(:at as timestamp(3) with time zone)
                        from hourglass.day_bucket
                        where track = :track and received_day between :from and :to and state in (:countable)
                        group by track, subject""")
                .param("track", last.track().name())
                .param(
                        "met",
                        states.stream().filter(State::met).map(State::name).toList())
                .param(
                        "countable",
                        states.stream()
                                .filter(State::countable)
                                .map(State::name)
                                .toList())
                .param("on", on)
                .param("from", first)
                .param("to", last.day())
                .param("at", UtcColumn.of(at))
                .update();
    }

    @Override
    public void add(PublishedNumber revision) {
        jdbc.sql(
                        """
                        insert into hourglass.published_number (track, subject, published_on, revision, window_from,
                            window_to, timely, countable, published_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        revision.subject().track().name(),
                        revision.subject().id(),
                        revision.publishedOn(),
                        revision.revision(),
                        revision.windowFrom(),
                        revision.windowTo(),
                        revision.timely(),
                        revision.countable(),
                        UtcColumn.of(revision.publishedAt()))
                .update();
    }

    @Override
    public Optional<PublishedNumber> find(Subject subject, LocalDate on) {
        return latest("", subject.id(), subject.track().name(), on);
    }

    @Override
    public Optional<PublishedNumber> find(Subject subject, LocalDate on, Instant knownAt) {
        return latest(" and published_at <= ?", subject.id(), subject.track().name(), on, UtcColumn.of(knownAt));
    }

    private Optional<PublishedNumber> latest(String condition, Object... params) {
        return jdbc.sql("select * from hourglass.published_number where subject = ? and track = ? and published_on = ?"
                        + condition + " order by revision desc limit 1")
                .params(params)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<PublishedNumber> revisionsOf(Subject subject, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select * from hourglass.published_number
                        where subject = ? and track = ? and published_on between ? and ? order by published_on, revision""")
                .params(subject.id(), subject.track().name(), from, to)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<PublishedNumber> firstOn(Track track, LocalDate date) {
        return jdbc
                .sql("select * from hourglass.published_number where published_on = ? and track = ? and revision = 1")
                .params(date, track.name())
                .query((row, number) -> read(row))
                .list()
                .stream()
                .sorted(comparing(PublishedNumber::subject))
                .toList();
    }

    @Override
    public List<PublishedNumber> on(Track track, LocalDate date) {
        return jdbc
                .sql(
                        """
                        select * from hourglass.published_number p
                        where published_on = ? and track = ? and not exists (
                            select 1 from hourglass.published_number later
                            where later.subject = p.subject and later.track = p.track and later.published_on = p.published_on
                              and later.revision > p.revision)""")
                .params(date, track.name())
                .query((row, number) -> read(row))
                .list()
                .stream()
                .sorted(comparing(PublishedNumber::subject))
                .toList();
    }

    @Override
    public Map<Subject, PublishedNumber> on(Track track, LocalDate date, Collection<Subject> some) {
        var ids = new SqlArrayValue("varchar", some.stream().map(Subject::id).toArray());
        return jdbc
                .sql(
                        "select * from hourglass.published_number where published_on = ? and track = ? and subject = any (?)")
                .params(date, track.name(), ids)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(toMap(PublishedNumber::subject, number -> number, JdbcPublishedNumbers::later));
    }

    private static PublishedNumber later(PublishedNumber one, PublishedNumber other) {
        return one.revision() > other.revision() ? one : other;
    }

    private static PublishedNumber read(ResultSet row) throws SQLException {
        return PublishedNumber.builder()
                .subject(new Subject(new Track(row.getString("track")), row.getString("subject")))
                .publishedOn(row.getObject("published_on", LocalDate.class))
                .revision(row.getInt("revision"))
                .windowFrom(row.getObject("window_from", LocalDate.class))
                .windowTo(row.getObject("window_to", LocalDate.class))
                .timely(row.getInt("timely"))
                .countable(row.getInt("countable"))
                .publishedAt(UtcColumn.read(row, "published_at"))
                .build();
    }
}
