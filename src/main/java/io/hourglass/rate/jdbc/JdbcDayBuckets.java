package io.hourglass.rate.jdbc;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.State;
import io.hourglass.kernel.tracks.TrackTerms;
import io.hourglass.rate.counts.Counts;
import io.hourglass.rate.counts.DayBucket;
import io.hourglass.rate.counts.DayBuckets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row for each state that counts something. */
@Repository
class JdbcDayBuckets implements DayBuckets {

    /** A range of the primary key. */
    static final String WINDOW =
            """
            select received_day, state, count from hourglass.day_bucket
            where track = ? and subject = ? and received_day between ? and ?""";

    private static final int BATCH = 500;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final ByTrack<TrackTerms> terms;

    JdbcDayBuckets(JdbcTemplate template, JdbcClient jdbc, List<TrackTerms> terms) {
        this.template = template;
        this.jdbc = jdbc;
        this.terms = new ByTrack<>(terms);
    }

    /** In the order of the key, so that two who write do not wait for each other, and a window's rows lie together. */
    @Override
    public void add(Collection<DayBucket> buckets) {
        var rows = buckets.stream()
                .sorted(comparing(DayBucket::subject).thenComparing(DayBucket::day))
                .flatMap(JdbcDayBuckets::rows)
                .toList();
        template.batchUpdate(
                "insert into hourglass.day_bucket (track, subject, received_day, state, count) values (?, ?, ?, ?, ?)",
                rows,
                BATCH,
                (insert, row) -> {
                    for (var column = 0; column < row.length; column++) {
                        insert.setObject(column + 1, row[column]);
                    }
                });
    }

    private static Stream<Object[]> rows(DayBucket bucket) {
        return bucket.counts().byState().entrySet().stream()
                .sorted(comparing(count -> count.getKey().name()))
                .map(count -> new Object[] {
                    bucket.subject().track().name(),
                    bucket.subject().id(),
                    bucket.day(),
                    count.getKey().name(),
                    count.getValue()
                });
    }

    @Override
    public void replace(DayBucket bucket) {
        jdbc.sql("delete from hourglass.day_bucket where track = ? and subject = ? and received_day = ?")
                .params(bucket.subject().track().name(), bucket.subject().id(), bucket.day())
                .update();
        add(List.of(bucket));
    }

    @Override
    public List<DayBucket> of(Subject subject, LocalDate from, LocalDate to) {
        var terms = this.terms.of(subject.track());
        return jdbc
                .sql(WINDOW)
                .params(subject.track().name(), subject.id(), from, to)
                .query((row, number) -> Map.entry(row.getObject("received_day", LocalDate.class), count(row, terms)))
                .list()
                .stream()
                .collect(groupingBy(
                        Map.Entry::getKey,
                        TreeMap::new,
                        mapping(Map.Entry::getValue, toMap(Map.Entry::getKey, Map.Entry::getValue))))
                .entrySet()
                .stream()
                .map(day -> new DayBucket(subject, day.getKey(), new Counts(day.getValue())))
                .toList();
    }

    @Override
    public Counts totals(Subject subject, LocalDate from, LocalDate to) {
        return total(subject.track(), " and subject = :subject", Map.of("subject", subject.id()), from, to);
    }

    @Override
    public Counts totals(Track track, LocalDate from, LocalDate to) {
        return total(track, "", Map.of(), from, to);
    }

    private Counts total(Track track, String of, Map<String, ?> params, LocalDate from, LocalDate to) {
        var terms = this.terms.of(track);
        return new Counts(jdbc
                .sql("select state, sum(count) as count from hourglass.day_bucket"
                        + " where track = :track and received_day between :from and :to" + of + " group by state")
                .params(params)
                .param("track", track.name())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> count(row, terms))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Map.Entry<State, Integer> count(ResultSet row, TrackTerms terms) throws SQLException {
        return Map.entry(terms.state(row.getString("state")), row.getInt("count"));
    }
}
