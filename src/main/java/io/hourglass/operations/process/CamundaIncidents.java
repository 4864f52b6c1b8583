package io.hourglass.operations.process;

import io.hourglass.operations.work.Incidents;
import io.hourglass.operations.work.Workflow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The engine's jobs that have thrown or have no retries. Read directly from its tables, where each is one row. */
@Repository
class CamundaIncidents implements Incidents {

    private static final String FAILED =
            """
            from ACT_RU_JOB job
              left join ACT_RU_EXECUTION process on process.ID_ = job.PROCESS_INSTANCE_ID_
              left join ACT_RU_JOBDEF declared on declared.ID_ = job.JOB_DEF_ID_
              left join ACT_RU_INCIDENT incident on incident.CONFIGURATION_ = job.ID_
            where job.ID_ in (select ID_ from ACT_RU_JOB where EXCEPTION_STACK_ID_ is not null
                              union select ID_ from ACT_RU_JOB where RETRIES_ <= 0)
            """;
    private static final String COLUMNS =
            """
            select job.ID_ as id, coalesce(job.PROCESS_DEF_KEY_, '') as process,
              coalesce(declared.ACT_ID_, job.HANDLER_TYPE_) as step, coalesce(process.BUSINESS_KEY_, '') as about,
              coalesce(process.ID_, '') as instance, job.EXCEPTION_MSG_ as message, job.RETRIES_ as retries,
              incident.INCIDENT_TIMESTAMP_ as since, job.DUEDATE_ as due, job.SUSPENSION_STATE_ as suspension
            """;
    private static final String IN_ORDER =
            " order by case when job.RETRIES_ > 0 then 1 else 0 end, incident.INCIDENT_TIMESTAMP_, job.DUEDATE_, job.ID_";

    private static final int SUSPENDED = 2;

    private final ManagementService management;
    private final ProcessEngineConfiguration engine;
    private final JdbcClient jdbc;
    private final Clock clock;

    CamundaIncidents(ManagementService management, ProcessEngineConfiguration engine, JdbcClient jdbc, Clock clock) {
        this.management = management;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Incident> all(long offset, int limit) {
        return jdbc.sql(COLUMNS + FAILED + IN_ORDER + " limit ? offset ?")
                .params(limit, offset)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) " + FAILED).query(Long.class).single();
    }

    @Override
    public Optional<Incident> find(String id) {
        return jdbc.sql(COLUMNS + FAILED + " and job.ID_ = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<Incident> of(Workflow model) {
        return jdbc.sql(COLUMNS + FAILED + " and job.PROCESS_DEF_KEY_ = ?" + IN_ORDER)
                .param(model.key())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Optional<String> stackTrace(String id) {
        return find(id).flatMap(incident -> Optional.ofNullable(management.getJobExceptionStacktrace(id)));
    }

    @Override
    public void retry(String id) {
        management.setJobRetries(id, engine.getDefaultNumberOfRetries());
        management.setJobDuedate(id, Date.from(clock.instant()));
    }

    @Override
    public Due dueBy(Instant instant) {
        return jdbc.sql(
                        """
                        select count(*) as jobs, min(DUEDATE_) as oldest from ACT_RU_JOB
                        where DUEDATE_ <= ? and RETRIES_ > 0 and SUSPENSION_STATE_ = 1""")
                .param(Timestamp.from(instant))
                .query((row, number) -> new Due(row.getLong("jobs"), instant(row, "oldest")))
                .single();
    }

    private static Incident read(ResultSet row) throws SQLException {
        var retries = row.getInt("retries");
        var suspended = row.getInt("suspension") == SUSPENDED;
        return new Incident(
                row.getString("id"),
                row.getString("process"),
                row.getString("step"),
                row.getString("about"),
                row.getString("instance"),
                row.getString("message"),
                retries,
                retries > 0 ? null : instant(row, "since"),
                retries > 0 && !suspended ? instant(row, "due") : null,
                suspended);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
