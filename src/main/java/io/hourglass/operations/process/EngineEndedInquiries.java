package io.hourglass.operations.process;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.operations.map.EndedInquiries;
import io.hourglass.operations.work.Workflow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those that we know and the engine does not. The day of receipt comes first in the order, since it has an index. */
@Repository
class EngineEndedInquiries implements EndedInquiries {

    private final JdbcClient jdbc;

    EngineEndedInquiries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Ended> latest(long offset, int limit) {
        return jdbc.sql(
                        """
                        select i.id, i.supplier, i.buyer, i.received_at,
                          (select e.state from hourglass.verdict_entry e
                           where e.case_id = i.id and e.track = 'INQUIRY' order by e.seq desc limit 1) as state
                        from hourglass.inquiry i
                        where not exists (
                          select 1 from ACT_RU_EXECUTION process
                            join ACT_RE_PROCDEF model on model.ID_ = process.PROC_DEF_ID_
                          where process.BUSINESS_KEY_ = i.id and model.KEY_ = ?)
                        order by i.received_day desc, i.received_at desc, i.id limit ? offset ?""")
                .params(Workflow.INQUIRY.key(), limit, offset)
                .query((row, number) -> read(row))
                .list();
    }

    private static Ended read(ResultSet row) throws SQLException {
        return new Ended(
                new InquiryId(row.getString("id")),
                new SupplierId(row.getString("supplier")),
                new BuyerId(row.getString("buyer")),
                UtcColumn.read(row, "received_at"),
                Optional.ofNullable(row.getString("state"))
                        .map(InquiryState::valueOf)
                        .orElse(null));
    }
}
