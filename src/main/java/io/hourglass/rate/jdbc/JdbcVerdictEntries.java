package io.hourglass.rate.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.FactId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.UtcColumn;
import io.hourglass.rate.Cause;
import io.hourglass.rate.VerdictEntries;
import io.hourglass.rate.VerdictEntry;
import io.hourglass.sla.Rule;
import io.hourglass.sla.State;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVerdictEntries implements VerdictEntries {

    private static final int BATCH = 500;
    private static final String LATEST =
            """
            from hourglass.verdict_entry e
            where not exists (select 1 from hourglass.verdict_entry later
                              where later.inquiry = e.inquiry and later.seq > e.seq)
            """;
    private static final String SETTLED = LATEST
            + """
             and e.supplier = ? and e.received_day between ? and ?
             and exists (select 1 from hourglass.book_day d
                         where d.received_day = e.received_day and d.settled_at is not null)
             and e.state <> 'OUT_OF_BOOKS'
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    JdbcVerdictEntries(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    @Override
    public void add(Collection<VerdictEntry> entries) {
        template.batchUpdate(
                """
                insert into hourglass.verdict_entry (inquiry, seq, supplier, received_day, state, rule, deciding_fact,
                    anchor, policy_version, cause, cause_ref, booked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                entries,
                BATCH,
                JdbcVerdictEntries::write);
    }

    @Override
    public Map<InquiryId, VerdictEntry> latestOf(Collection<InquiryId> inquiries) {
        if (inquiries.isEmpty()) {
            return Map.of();
        }
        var ids = new SqlArrayValue(
                "varchar", inquiries.stream().map(InquiryId::value).toArray());
        return byInquiry(jdbc.sql("select e.* " + LATEST + " and e.inquiry = any (?)")
                .param(ids)
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
    public List<VerdictEntry> historyOf(InquiryId inquiry) {
        return jdbc.sql("select * from hourglass.verdict_entry where inquiry = ? order by seq")
                .param(inquiry.value())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<VerdictEntry> settledOf(SupplierId supplier, LocalDate from, LocalDate to, int page, int size) {
        return jdbc.sql("select e.* " + SETTLED + " order by e.received_day, e.inquiry limit ? offset ?")
                .params(supplier.value(), from, to, size, (long) page * size)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public int countSettledOf(SupplierId supplier, LocalDate from, LocalDate to) {
        return jdbc.sql("select count(*) " + SETTLED)
                .params(supplier.value(), from, to)
                .query(Integer.class)
                .single();
    }

    private static Map<InquiryId, VerdictEntry> byInquiry(List<VerdictEntry> entries) {
        return entries.stream().collect(toMap(VerdictEntry::inquiry, Function.identity()));
    }

    private static void write(PreparedStatement insert, VerdictEntry entry) throws SQLException {
        var fact = entry.decidingFact();
        var anchor = entry.anchor();
        insert.setString(1, entry.inquiry().value());
        insert.setInt(2, entry.seq());
        insert.setString(3, entry.supplier().value());
        insert.setObject(4, entry.day());
        insert.setString(5, entry.state().name());
        insert.setString(6, entry.rule().name());
        insert.setObject(7, fact == null ? null : fact.value(), Types.VARCHAR);
        insert.setObject(8, anchor == null ? null : anchor.value(), Types.VARCHAR);
        insert.setInt(9, entry.policyVersion());
        insert.setString(10, entry.cause().kind().name());
        insert.setString(11, entry.cause().reference());
        insert.setObject(12, UtcColumn.of(entry.bookedAt()));
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
