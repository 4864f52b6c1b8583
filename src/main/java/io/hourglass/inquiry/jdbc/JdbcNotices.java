package io.hourglass.inquiry.jdbc;

import io.hourglass.batch.Backfill;
import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.inquiry.Notices;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.UtcColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotices implements Notices {

    private static final Insert NOTICE = new Insert(
            3,
            """
            insert into hourglass.buyer_notice (inquiry, kind, told_at)
            select cast(? as varchar), cast(? as varchar), cast(? as timestamp(3) with time zone)
            where not exists (select 1 from hourglass.buyer_notice where inquiry = ? and kind = ?)""");

    private final JdbcClient jdbc;
    private final WriteBatch rows;
    private final Backfill backfill;

    JdbcNotices(JdbcClient jdbc, WriteBatch rows, Backfill backfill) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.backfill = backfill;
    }

    @Override
    public void tell(InquiryId inquiry, Notice.Kind kind, Instant at) {
        if (!backfill.isUnderWay()) {
            rows.add(NOTICE, inquiry.value(), kind.name(), UtcColumn.of(at), inquiry.value(), kind.name());
        }
    }

    @Override
    public List<Told> toldSince(Instant since, long offset, int limit) {
        return jdbc.sql(
                        """
                        select i.*, n.kind, n.told_at
                        from hourglass.buyer_notice n join hourglass.inquiry i on i.id = n.inquiry
                        where n.told_at >= ? and not exists (
                            select 1 from hourglass.ledger_person p where p.id = i.buyer and p.salt is null)
                        order by n.told_at, n.inquiry, n.kind limit ? offset ?""")
                .params(UtcColumn.of(since), limit, offset)
                .query((row, number) -> new Told(JdbcInquiries.read(row), notice(row)))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(Notice.Kind.valueOf(row.getString("kind")), UtcColumn.read(row, "told_at"));
    }

    @Override
    public List<Notice> toldTo(InquiryId inquiry) {
        return jdbc.sql("select kind, told_at from hourglass.buyer_notice where inquiry = ? order by told_at, kind")
                .param(inquiry.value())
                .query((row, number) -> notice(row))
                .list();
    }
}
