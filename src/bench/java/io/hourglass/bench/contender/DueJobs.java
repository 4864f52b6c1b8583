package io.hourglass.bench.contender;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at an engine's jobs past its pool and meter. */
final class DueJobs {

    private final JdbcClient jdbc;

    DueJobs(Database database) {
        this.jdbc = database.direct();
    }

    boolean any(Instant now) {
        return jdbc.sql("select 1 from ACT_RU_JOB where DUEDATE_ <= ? limit 1")
                .param(Timestamp.from(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    long count(Instant now) {
        return jdbc.sql("select count(*) from ACT_RU_JOB where DUEDATE_ <= ?")
                .param(Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** What has been thrown in jobs that are still to be done. */
    List<String> failures() {
        return jdbc.sql("select distinct EXCEPTION_MSG_ from ACT_RU_JOB where EXCEPTION_MSG_ is not null limit 5")
                .query(String.class)
                .list();
    }
}
