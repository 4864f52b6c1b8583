package io.hourglass.imports.jdbc;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.evidence.FactConflict;
import io.hourglass.imports.files.Parking;
import io.hourglass.imports.lines.ParkedLine;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.ParkedFacts;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcParking implements Parking, ParkedFacts {

    private final JdbcClient jdbc;
    private final TransactionCache<InquiryId, List<FactReport>> waiting;

    JdbcParking(JdbcClient jdbc, WriteBatch rows) {
        this.jdbc = jdbc;
        this.waiting = new TransactionCache<>(rows, this::load);
    }

    @Override
    public boolean park(FactReport fact, Instant now) {
        var line = ParkedLine.of(fact);
        var known = lineOf(fact.id());
        if (known.isEmpty()) {
            var buyer = fact.buyer();
            jdbc.sql(
                            "insert into hourglass.parked_fact (fact, inquiry, buyer, line, parked_at) values (?, ?, cast(? as varchar), ?, ?)")
                    .params(Arrays.asList(
                            fact.id().value(),
                            fact.inquiry().value(),
                            buyer == null ? null : buyer.value(),
                            line,
                            UtcColumn.of(now)))
                    .update();
            waiting.forget(fact.inquiry());
        } else if (!known.get().equals(line)) {
            throw new FactConflict(fact.id());
        }
        return known.isEmpty();
    }

    private Optional<String> lineOf(FactId fact) {
        return jdbc.sql("select line from hourglass.parked_fact where fact = ?")
                .param(fact.value())
                .query(String.class)
                .optional();
    }

    @Override
    public Map<InquiryId, List<FactReport>> of(Collection<InquiryId> inquiries) {
        return waiting.find(inquiries);
    }

    @Override
    public void placed(InquiryId inquiry) {
        jdbc.sql("delete from hourglass.parked_fact where inquiry = ?")
                .param(inquiry.value())
                .update();
        waiting.forget(inquiry);
    }

    @Override
    public List<String> of(BuyerId buyer) {
        return jdbc.sql("select line from hourglass.parked_fact where buyer = ? order by parked_at, fact")
                .param(buyer.value())
                .query(String.class)
                .list();
    }

    @Override
    public void forget(BuyerId buyer) {
        jdbc.sql("delete from hourglass.parked_fact where buyer = ?")
                .param(buyer.value())
                .update();
    }

    @Override
    public ListPage<Parked> waiting(PageQuery page) {
        var all = jdbc.sql("select count(*) from hourglass.parked_fact")
                .query(Integer.class)
                .single();
        return ListPage.counted(
                page,
                jdbc.sql("select * from hourglass.parked_fact order by parked_at, fact limit ? offset ?")
                        .params(page.size(), page.offset())
                        .query((row, number) -> new Parked(
                                row.getString("fact"),
                                new InquiryId(row.getString("inquiry")),
                                UtcColumn.read(row, "parked_at")))
                        .list(),
                all);
    }

    @Override
    public List<InquiryId> overtaken(int limit) {
        return jdbc.sql(
                        """
                        select distinct p.inquiry from hourglass.parked_fact p
                        join hourglass.inquiry i on i.id = p.inquiry order by p.inquiry limit ?""")
                .param(limit)
                .query((row, number) -> new InquiryId(row.getString("inquiry")))
                .list();
    }

    private Map<InquiryId, List<FactReport>> load(Set<InquiryId> inquiries) {
        return jdbc
                .sql("select line from hourglass.parked_fact where inquiry = any (?)")
                .param(new SqlArrayValue(
                        "varchar", inquiries.stream().map(InquiryId::value).toArray()))
                .query((row, number) -> ParkedLine.read(row.getString("line")))
                .list()
                .stream()
                .collect(groupingBy(FactReport::inquiry, collectingAndThen(toList(), JdbcParking::inOrder)));
    }

    private static List<FactReport> inOrder(List<FactReport> facts) {
        return facts.stream()
                .sorted(comparing((FactReport fact) -> Objects.requireNonNull(fact.occurredAt()))
                        .thenComparing(FactReport::id))
                .toList();
    }
}
