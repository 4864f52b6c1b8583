package io.hourglass.rate.jdbc;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toMap;

import io.hourglass.group.Insert;
import io.hourglass.group.Lookup;
import io.hourglass.group.Rows;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.UtcColumn;
import io.hourglass.rate.Cause;
import io.hourglass.rate.VerdictEntries;
import io.hourglass.rate.VerdictEntry;
import io.hourglass.sla.Rule;
import io.hourglass.sla.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVerdictEntries implements VerdictEntries {

    private static final Insert ENTRY = new Insert(
            3,
            """
            insert into hourglass.verdict_entry (inquiry, seq, supplier, received_day, state, rule, deciding_fact,
                anchor, policy_version, cause, cause_ref, booked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    private static final String LATEST =
            """
            from hourglass.verdict_entry e
            where not exists (select 1 from hourglass.verdict_entry later
                              where later.inquiry = e.inquiry and later.seq > e.seq)
            """;
    private static final String SETTLED =
            """
            from hourglass.verdict_entry e
            where e.supplier = ? and e.received_day between ? and ? and e.booked_at <= ?
             and not exists (select 1 from hourglass.verdict_entry later
                             where later.inquiry = e.inquiry and later.seq > e.seq and later.booked_at <= ?)
             and exists (select 1 from hourglass.book_day d
                         where d.received_day = e.received_day and d.settled_at is not null)
             and e.state <> 'OUT_OF_BOOKS'
            """;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Lookup<InquiryId, VerdictEntry> latest;

    JdbcVerdictEntries(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.latest = new Lookup<>(rows, this::loadLatest);
    }

    @Override
    public void add(VerdictEntry entry) {
        var fact = entry.decidingFact();
        var anchor = entry.anchor();
        rows.add(
                ENTRY,
                entry.inquiry().value(),
                entry.seq(),
                entry.supplier().value(),
                entry.day(),
                entry.state().name(),
                entry.rule().name(),
                fact == null ? null : fact.value(),
                anchor == null ? null : anchor.value(),
                entry.policyVersion(),
                entry.cause().kind().name(),
                entry.cause().reference(),
                UtcColumn.of(entry.bookedAt()));
        latest.put(entry.inquiry(), entry);
    }

    @Override
    public Map<InquiryId, VerdictEntry> latestOf(Collection<InquiryId> inquiries) {
        return latest.find(inquiries);
    }

    @Override
    public Map<InquiryId, VerdictEntry> latestOf(Collection<InquiryId> inquiries, Instant stoodAt) {
        var ids = new SqlArrayValue(
                "varchar", inquiries.stream().map(InquiryId::value).toArray());
        return byInquiry(jdbc.sql("select * from hourglass.verdict_entry where inquiry = any (?) and booked_at <= ?")
                .params(ids, UtcColumn.of(stoodAt))
                .query((row, number) -> read(row))
                .list());
    }

    @Override
    public Map<InquiryId, VerdictEntry> latestOn(LocalDate day) {
        return byInquiry(jdbc.sql("select e.* " + LATEST + " and e.received_day = ?")
                .param(day)
                .query((row, number) -> read(row))
                .list());
    }

    @Override
    public List<VerdictEntry> receivedOn(LocalDate day) {
        return jdbc
                .sql("select * from hourglass.verdict_entry where received_day = ?")
                .param(day)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .sorted(comparing(VerdictEntry::inquiry).thenComparing(VerdictEntry::seq))
                .toList();
    }

    @Override
    public List<VerdictEntry> historyOf(InquiryId inquiry) {
        return jdbc.sql("select * from hourglass.verdict_entry where inquiry = ? order by seq")
                .param(inquiry.value())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<VerdictEntry> settledOf(
            SupplierId supplier,
            LocalDate from,
            LocalDate to,
            Instant stoodAt,
            @Nullable State state,
            int page,
            int size) {
        return jdbc.sql("select e.* " + SETTLED
                        + " and e.state = coalesce(cast(? as varchar), e.state)"
                        + " order by e.received_day, e.inquiry limit ? offset ?")
                .params(
                        supplier.value(),
                        from,
                        to,
                        UtcColumn.of(stoodAt),
                        UtcColumn.of(stoodAt),
                        state == null ? null : state.name(),
                        size,
                        (long) page * size)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Map<State, Integer> countSettledOf(SupplierId supplier, LocalDate from, LocalDate to, Instant stoodAt) {
        return jdbc
                .sql("select e.state, count(*) as many " + SETTLED + " group by e.state")
                .params(supplier.value(), from, to, UtcColumn.of(stoodAt), UtcColumn.of(stoodAt))
                .query((row, number) -> Map.entry(State.valueOf(row.getString("state")), row.getInt("many")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** An inquiry has few entries, and to read them all spares the database the search for the latest. */
    private Map<InquiryId, VerdictEntry> loadLatest(Set<InquiryId> inquiries) {
        var ids = new SqlArrayValue(
                "varchar", inquiries.stream().map(InquiryId::value).toArray());
        return byInquiry(jdbc.sql("select * from hourglass.verdict_entry where inquiry = any (?)")
                .param(ids)
                .query((row, number) -> read(row))
                .list());
    }

    private static Map<InquiryId, VerdictEntry> byInquiry(List<VerdictEntry> entries) {
        return entries.stream()
                .collect(toMap(
                        VerdictEntry::inquiry,
                        Function.identity(),
                        BinaryOperator.maxBy(comparingInt(VerdictEntry::seq))));
    }

    private static VerdictEntry read(ResultSet row) throws SQLException {
        var fact = row.getString("deciding_fact");
        var anchor = row.getString("anchor");
        return new VerdictEntry(
                new InquiryId(row.getString("inquiry")),
                row.getInt("seq"),
                new SupplierId(row.getString("supplier")),
                row.getObject("received_day", LocalDate.class),
                State.valueOf(row.getString("state")),
                Rule.valueOf(row.getString("rule")),
                fact == null ? null : new FactId(fact),
                anchor == null ? null : new InquiryId(anchor),
                row.getInt("policy_version"),
                new Cause(Cause.Kind.valueOf(row.getString("cause")), row.getString("cause_ref")),
                UtcColumn.read(row, "booked_at"));
    }
}
