package io.hourglass.inquiry.jdbc;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.lists.SettledInquiries;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.counts.DayBuckets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSettledInquiries implements SettledInquiries {

    static final String NEWEST =
            """
            select i.id from hourglass.inquiry i where i.supplier = ? and i.received_day between ? and ? %s
            order by i.received_day desc, i.received_at desc, i.id limit ? offset ?""";

    private static final String IN_STATE =
            """
            and (select e.state from hourglass.verdict_entry e where e.case_id = i.id and e.track = 'INQUIRY'
                 order by e.seq desc limit 1) = ?""";

    private static final String LATEST =
            """
            from hourglass.verdict_entry e%s
            where e.subject = ? and e.track = 'INQUIRY' and e.received_day between ? and ? and e.state in (%s)
              and not exists (select 1 from hourglass.verdict_entry later
                              where later.case_id = e.case_id and later.track = e.track and later.seq > e.seq)""";

    private static final String OUT_OF_BOOKS = "select count(*) " + LATEST.formatted("", "'OUT_OF_BOOKS'");

    private static final String COUNTED = "select i.received_at, i.category, f.actor, e.state "
            + LATEST.formatted(
                    """
                     join hourglass.inquiry i on i.id = e.case_id
                    left join hourglass.fact f on f.id = e.deciding_fact""",
                    Arrays.stream(InquiryState.values())
                            .filter(InquiryState::countable)
                            .map(state -> "'" + state + "'")
                            .collect(joining(", ")));

    private final JdbcClient jdbc;
    private final DayBuckets buckets;
    private final VerdictEntries entries;

    JdbcSettledInquiries(JdbcClient jdbc, DayBuckets buckets, VerdictEntries entries) {
        this.jdbc = jdbc;
        this.buckets = buckets;
        this.entries = entries;
    }

    @Override
    public List<InquiryId> newest(
            SupplierId supplier,
            LocalDate first,
            LocalDate last,
            @Nullable InquiryState state,
            long offset,
            int limit) {
        var asked = jdbc.sql(NEWEST.formatted(state == null ? "" : IN_STATE)).params(supplier.value(), first, last);
        return (state == null ? asked : asked.param(state.name()))
                .params(limit, offset).query(String.class).list().stream()
                        .map(InquiryId::new)
                        .toList();
    }

    /** The buckets hold all but those out of the books. */
    @Override
    public Map<InquiryState, Integer> states(SupplierId supplier, LocalDate first, LocalDate last) {
        var states = new HashMap<InquiryState, Integer>();
        buckets.totals(supplier.subject(), first, last)
                .byState()
                .forEach((state, count) -> states.put(InquiryState.of(state), count));
        var out = jdbc.sql(OUT_OF_BOOKS)
                .params(supplier.value(), first, last)
                .query(Integer.class)
                .single();
        if (out > 0) {
            states.put(InquiryState.OUT_OF_BOOKS, out);
        }
        return states;
    }

    @Override
    public Map<InquiryId, InquiryState> statesOf(Collection<InquiryId> some) {
        return entries.latestOf(some).entrySet().stream()
                .collect(toMap(
                        entry -> InquiryId.of(entry.getKey()),
                        entry -> InquiryState.of(entry.getValue().state())));
    }

    @Override
    public List<Counted> counted(SupplierId supplier, LocalDate first, LocalDate last) {
        return jdbc.sql(COUNTED)
                .params(supplier.value(), first, last)
                .query((row, number) -> new Counted(
                        UtcColumn.read(row, "received_at"),
                        row.getString("category"),
                        row.getString("actor"),
                        InquiryState.valueOf(Objects.requireNonNull(row.getString("state")))))
                .list();
    }
}
