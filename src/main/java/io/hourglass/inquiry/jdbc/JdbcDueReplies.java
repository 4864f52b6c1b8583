package io.hourglass.inquiry.jdbc;

import io.hourglass.inquiry.lists.DueReplies;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDueReplies implements DueReplies {

    private final JdbcClient jdbc;

    JdbcDueReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DueReply> dueWithin(Instant after, Instant upTo) {
        return jdbc.sql(
                        """
                        select id, supplier, reply_due_at from hourglass.inquiry
                        where reply_due_at > ? and reply_due_at <= ? order by reply_due_at, id""")
                .params(UtcColumn.of(after), UtcColumn.of(upTo))
                .query((row, number) -> new DueReply(
                        new InquiryId(row.getString("id")),
                        new SupplierId(row.getString("supplier")),
                        UtcColumn.read(row, "reply_due_at")))
                .list();
    }
}
