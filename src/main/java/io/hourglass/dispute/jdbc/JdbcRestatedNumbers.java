package io.hourglass.dispute.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.TrackTerms;
import io.hourglass.rate.standing.Crossing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRestatedNumbers implements RestatedNumbers {

    private static final String IN_ORDER = " order by published_on, track, subject, revision";

    private final JdbcClient jdbc;
    private final ByTrack<TrackTerms> terms;

    JdbcRestatedNumbers(JdbcClient jdbc, List<TrackTerms> terms) {
        this.jdbc = jdbc;
        this.terms = new ByTrack<>(terms);
    }

    @Override
    public void add(List<RestatedNumber> restated) {
        restated.forEach(this::add);
    }

    private void add(RestatedNumber number) {
        var crossed = number.crossed();
        jdbc.sql(
                        """
                        insert into hourglass.restatement (dispute, supplier, track, subject, published_on, revision, timely_before,
                            countable_before, timely, countable, crossed, restated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number.dispute().value(),
                        number.supplier().value(),
                        number.subject().track().name(),
                        number.subject().id(),
                        number.publishedOn(),
                        number.revision(),
                        number.timelyBefore(),
                        number.countableBefore(),
                        number.timely(),
                        number.countable(),
                        crossed == null ? null : crossed.name(),
                        UtcColumn.of(number.at()))
                .update();
    }

    @Override
    public Map<DisputeId, List<RestatedNumber>> of(Collection<DisputeId> disputes) {
        return jdbc
                .sql("select * from hourglass.restatement where dispute = any (?)" + IN_ORDER)
                .param(new SqlArrayValue(
                        "varchar", disputes.stream().map(DisputeId::value).toArray()))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(groupingBy(RestatedNumber::dispute));
    }

    @Override
    public List<RestatedNumber> of(@Nullable SupplierId supplier, LocalDate from, LocalDate to) {
        return jdbc.sql("select * from hourglass.restatement where published_on between :from and :to"
                        + (supplier == null ? "" : " and supplier = :supplier") + IN_ORDER)
                .param("from", from)
                .param("to", to)
                .param("supplier", supplier == null ? "" : supplier.value())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<RestatedNumber> latest(Wanted wanted, long offset, int limit) {
        return wanted(
                        wanted,
                        "select * ",
                        " order by restated_at desc, dispute, track, subject, published_on, revision limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Map<Crossing, Integer> crossed(Wanted wanted) {
        return wanted(wanted, "select crossed, count(*) as numbers ", " and crossed is not null group by crossed")
                .query((row, number) -> Map.entry(Crossing.valueOf(row.getString("crossed")), row.getInt("numbers")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec wanted(Wanted wanted, String what, String then) {
        var supplier = wanted.supplier();
        var crossed = wanted.crossed();
        var since = wanted.since();
        var asked = jdbc.sql(what + "from hourglass.restatement where true"
                + (supplier == null ? "" : " and supplier = :supplier")
                + (crossed == null ? "" : " and crossed = :crossed")
                + (since == null ? "" : " and restated_at >= :since")
                + then);
        asked = supplier == null ? asked : asked.param("supplier", supplier.value());
        asked = crossed == null ? asked : asked.param("crossed", crossed.name());
        return since == null ? asked : asked.param("since", UtcColumn.of(since));
    }

    @Override
    public List<CaseId> restatedSince(Track track, Instant since, @Nullable SupplierId supplier, int limit) {
        return jdbc.sql(
                        """
                        select case_id from hourglass.dispute where track = :track and id in (
                            select dispute from hourglass.restatement where restated_at >= :since)"""
                                + (supplier == null ? "" : " and supplier = :supplier")
                                + " group by case_id limit :limit")
                .param("track", track.name())
                .param("since", UtcColumn.of(since))
                .param("supplier", supplier == null ? "" : supplier.value())
                .param("limit", limit)
                .query((row, number) -> terms.of(track).caseOf(row.getString("case_id")))
                .list();
    }

    private static RestatedNumber read(ResultSet row) throws SQLException {
        var crossed = row.getString("crossed");
        return RestatedNumber.builder()
                .dispute(new DisputeId(row.getString("dispute")))
                .supplier(new SupplierId(row.getString("supplier")))
                .subject(new Subject(new Track(row.getString("track")), row.getString("subject")))
                .publishedOn(row.getObject("published_on", LocalDate.class))
                .revision(row.getInt("revision"))
                .timelyBefore(row.getInt("timely_before"))
                .countableBefore(row.getInt("countable_before"))
                .timely(row.getInt("timely"))
                .countable(row.getInt("countable"))
                .crossed(crossed == null ? null : Crossing.valueOf(crossed))
                .at(UtcColumn.read(row, "restated_at"))
                .build();
    }
}
