package io.hourglass.inquiry.jdbc;

import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.inquiry.path.ProcessTimer;
import io.hourglass.inquiry.path.TimerFirings;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.UtcColumn;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTimerFirings implements TimerFirings {

    private final JdbcClient jdbc;

    JdbcTimerFirings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A day's close may have an inquiry's id for its key, and is none of its processes. */
    @Override
    public List<ProcessTimer> of(InquiryId inquiry) {
        return jdbc.sql(
                        """
                        select process, timer, due_at, fired_at from hourglass.timer_firing
                        where business_key = ? and process in ('inquiry', 'referral') order by fired_at, id""")
                .param(inquiry.value())
                .query((row, number) -> ProcessTimer.fired(
                        new ProcessNode(row.getString("process"), row.getString("timer")),
                        UtcColumn.read(row, "due_at"),
                        UtcColumn.read(row, "fired_at")))
                .list();
    }
}
