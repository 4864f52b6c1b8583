package io.hourglass.inquiry.jdbc;

import io.hourglass.inquiry.steps.UnseenCases;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnseenCases implements UnseenCases {

    private static final String STANDING =
            """
            select i.id from hourglass.inquiry i
            where i.received_day >= :open and i.reply_due_at >= :from and i.received_at <= :until and i.id > :after
              and (select e.state from hourglass.verdict_entry e where e.case_id = i.id and e.track = 'INQUIRY'
                   order by e.seq desc limit 1) in ('UNANSWERED', 'UNVERIFIED')
            """;

    private final JdbcClient jdbc;

    JdbcUnseenCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<InquiryId> standing(
            @Nullable SupplierId supplier,
            Instant from,
            Instant until,
            LocalDate open,
            @Nullable InquiryId after,
            int limit) {
        var asked = jdbc.sql(STANDING + (supplier == null ? "" : " and i.supplier = :supplier ")
                        + "order by i.id limit " + limit)
                .param("open", open)
                .param("from", UtcColumn.of(from))
                .param("until", UtcColumn.of(until))
                .param("after", after == null ? "" : after.value());
        return (supplier == null ? asked : asked.param("supplier", supplier.value()))
                .query(String.class).list().stream().map(InquiryId::new).toList();
    }
}
