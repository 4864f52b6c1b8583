package io.hourglass.operations.process;

import io.hourglass.operations.work.Stops;
import io.hourglass.operations.work.Workflow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By the indexes of {@code EngineIndexes} on what is suspended and on jobs without retries. */
@Repository
class EngineStops implements Stops {

    /** The engine's mark of what is suspended. */
    private static final String SUSPENDED = "SUSPENSION_STATE_ = 2";

    private static final String DEFINITIONS = " from ACT_RE_PROCDEF model where model." + SUSPENDED;

    private static final String STEPS =
            " from ACT_RU_JOBDEF step join ACT_RE_PROCDEF model on model.ID_ = step.PROC_DEF_ID_"
                    + " where model.SUSPENSION_STATE_ = 1 and step." + SUSPENDED;

    private static final String INSTANCES =
            " from ACT_RU_EXECUTION process where process.PARENT_ID_ is null and process." + SUSPENDED;

    private static final String JOBS = " from ACT_RU_JOB job join ACT_RU_EXECUTION process"
            + " on process.ID_ = job.PROCESS_INSTANCE_ID_ where process.SUSPENSION_STATE_ = 1 and job." + SUSPENDED;

    private static final String WITH_MODEL = " join ACT_RE_PROCDEF model on model.ID_ = ";

    private final JdbcClient jdbc;

    EngineStops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Counts counts() {
        return jdbc.sql("select (select count(*)" + DEFINITIONS + ") as definitions, (select count(*)" + STEPS
                        + ") as steps, (select count(*)" + INSTANCES + ") as instances, (select count(*)" + JOBS
                        + ") as jobs, (select count(*) from ACT_RU_JOB where RETRIES_ <= 0) as without_retries")
                .query((row, number) -> new Counts(
                        row.getLong("definitions"),
                        row.getLong("steps"),
                        row.getLong("instances"),
                        row.getLong("jobs"),
                        row.getLong("without_retries")))
                .single();
    }

    @Override
    public List<Stopped> suspended(long offset, int limit) {
        var found = new ArrayList<Stopped>();
        var left = offset;
        for (var kind : Kind.values()) {
            if (found.size() < limit) {
                var some = list(kind, left, limit - found.size());
                left = some.isEmpty() && left > 0 ? Math.max(0, left - count(kind)) : 0;
                found.addAll(some);
            }
        }
        return found;
    }

    @Override
    public boolean isSuspended(Workflow model) {
        return jdbc.sql("select SUSPENSION_STATE_ from ACT_RE_PROCDEF where KEY_ = ? order by VERSION_ desc limit 1")
                .param(model.key())
                .query((row, number) -> row.getInt(1) == 2)
                .optional()
                .orElse(false);
    }

    @Override
    public Set<String> suspendedKeys(Workflow model) {
        return new HashSet<>(jdbc.sql("select process.BUSINESS_KEY_ from ACT_RU_EXECUTION process"
                        + WITH_MODEL + "process.PROC_DEF_ID_"
                        + " where process.PARENT_ID_ is null and model.KEY_ = ? and (process.SUSPENSION_STATE_ = 2"
                        + " or process.ID_ in (select job.PROCESS_INSTANCE_ID_ from ACT_RU_JOB job where job."
                        + SUSPENDED + "))")
                .param(model.key())
                .query(String.class)
                .list());
    }

    private List<Stopped> list(Kind kind, long offset, int limit) {
        return jdbc.sql(select(kind) + " limit ? offset ?")
                .params(limit, offset)
                .query((row, number) -> read(kind, row))
                .list();
    }

    private long count(Kind kind) {
        return jdbc.sql("select count(*)" + from(kind)).query(Long.class).single();
    }

    private static String from(Kind kind) {
        return switch (kind) {
            case DEFINITION -> DEFINITIONS;
            case STEP -> STEPS;
            case INSTANCE -> INSTANCES;
            case JOB -> JOBS;
        };
    }

    private static String select(Kind kind) {
        return switch (kind) {
            case DEFINITION ->
                "select model.ID_ as id, model.KEY_ as process, model.VERSION_ as version, null as step, null as about,"
                        + " null as instance, model.ID_ as definition" + DEFINITIONS + " order by model.ID_";
            case STEP ->
                "select step.ID_ as id, model.KEY_ as process, model.VERSION_ as version, step.ACT_ID_ as step,"
                        + " null as about, null as instance, model.ID_ as definition" + STEPS + " order by step.ID_";
            case INSTANCE ->
                "select process.ID_ as id, model.KEY_ as process, model.VERSION_ as version, null as step,"
                        + " process.BUSINESS_KEY_ as about, process.ID_ as instance, model.ID_ as definition"
                        + INSTANCES.replace(" where", WITH_MODEL + "process.PROC_DEF_ID_ where")
                        + " order by process.ID_";
            case JOB ->
                "select job.ID_ as id, model.KEY_ as process, model.VERSION_ as version, declared.ACT_ID_ as step,"
                        + " process.BUSINESS_KEY_ as about, process.ID_ as instance, model.ID_ as definition"
                        + JOBS.replace(
                                " where",
                                WITH_MODEL + "process.PROC_DEF_ID_ left join ACT_RU_JOBDEF declared"
                                        + " on declared.ID_ = job.JOB_DEF_ID_ where")
                        + " order by job.ID_";
        };
    }

    private static Stopped read(Kind kind, ResultSet row) throws SQLException {
        return new Stopped(
                kind,
                row.getString("id"),
                row.getString("process"),
                row.getInt("version"),
                row.getString("step"),
                row.getString("about"),
                row.getString("instance"),
                row.getString("definition"));
    }
}
