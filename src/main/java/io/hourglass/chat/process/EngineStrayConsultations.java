package io.hourglass.chat.process;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.steps.StrayConsultations;
import io.hourglass.rate.books.BookDays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Our tables joined with the engine's. What is looked at is bounded by the days whose books are open, so that a round does not
 * grow with history.
 */
@Repository
class EngineStrayConsultations implements StrayConsultations {

    /** Nothing has been booked of it, or last that it is open again. A process that waits has a timer. */
    private static final String OPEN =
            """
            select c.id from hourglass.consultation c
            where c.chat_day >= ? and c.recorded_at is not null
              and not exists (select 1 from hourglass.verdict_entry e
                              where e.case_id = c.id and e.track = 'CHAT' and e.state <> 'OPEN'
                                and not exists (select 1 from hourglass.verdict_entry later
                                                where later.case_id = e.case_id and later.track = e.track and later.seq > e.seq))
              and not exists (select 1 from ACT_RU_EXECUTION p join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = p.ID_
                              where p.BUSINESS_KEY_ = c.id and p.PROC_DEF_ID_ like 'chat:%')
            limit ?""";

    private final JdbcClient jdbc;
    private final BookDays days;

    EngineStrayConsultations(JdbcClient jdbc, BookDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    @Override
    public List<ConsultationId> find(int limit) {
        return days.firstUnsettled(ConsultationId.CHAT).stream()
                .flatMap(day -> jdbc.sql(OPEN).params(day, limit).query(String.class).list().stream())
                .map(ConsultationId::new)
                .toList();
    }
}
