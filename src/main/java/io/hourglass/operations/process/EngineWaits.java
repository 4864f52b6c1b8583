package io.hourglass.operations.process;

import static java.util.stream.Collectors.toSet;

import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.inquiry.lists.OwedReplies;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.operations.work.OpenWork;
import io.hourglass.operations.work.Workflow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Straight from the engine's tables, together with ours: its own queries count one step at a time. */
@Repository
class EngineWaits implements OpenWork {

    private static final String FOR_THE_SUPPLIER = InquiryNodes.KEEP_CASE_OPEN;
    private static final ProcessTokens INQUIRIES = new ProcessTokens(Workflow.INQUIRY);
    private static final String AT_STEP = " and token.ACT_ID_ = ?";

    static final String BREAKING_NEXT = waitingAt(Workflow.INQUIRY, FOR_THE_SUPPLIER, " and i.reply_due_at >= ?");

    /** Past the deadline no duplicate waits any more, unless its timer is late or its process could not be notified. */
    static final String IN_DOUBT = "select i.id, i.reply_due_at as due " + INQUIRIES.from() + AT_STEP
            + " and i.reply_due_at >= ? and " + OwedReplies.IN_DOUBT;

    private static final Duration TIMER_LATE_BY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final OwedReplies owed;
    private final Clock clock;

    EngineWaits(JdbcClient jdbc, OwedReplies owed, Clock clock) {
        this.jdbc = jdbc;
        this.owed = owed;
        this.clock = clock;
    }

    @Override
    public List<Step> stepsOf(Workflow model) {
        var tokens = new ProcessTokens(model);
        return jdbc.sql("select token.ACT_ID_ as step, count(*) as instances, count(*) filter (where "
                        + ProcessTokens.STOPPED + ") as stopped, min(" + tokens.since()
                        + ") as oldest, percentile_disc(0.5) within group (order by " + tokens.since() + ") as median "
                        + tokens.from() + " group by token.ACT_ID_ order by count(*) desc, token.ACT_ID_")
                .param(model.key())
                .query((row, number) -> new Step(
                        row.getString("step"),
                        row.getLong("instances"),
                        row.getLong("stopped"),
                        UtcColumn.read(row, "oldest"),
                        UtcColumn.read(row, "median")))
                .list();
    }

    @Override
    public List<Waiting> at(Workflow model, String step, long offset, int limit) {
        return jdbc.sql(waitingAt(model, step, ""))
                .params(model.key(), step, limit, offset)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Open open(List<Duration> spans, int limit) {
        var now = clock.instant();
        var notOwed = notOwed(now);
        return new Open(withLessThan(spans, now, notOwed), breakingNext(limit, now, notOwed));
    }

    private List<Waiting> breakingNext(int limit, Instant now, List<Due> notOwed) {
        var next = jdbc.sql(BREAKING_NEXT)
                .params(Workflow.INQUIRY.key(), FOR_THE_SUPPLIER, UtcColumn.of(now), limit + notOwed.size(), 0L)
                .query((row, number) -> read(row))
                .list();
        var aside = notOwed.stream().map(Due::inquiry).collect(toSet());
        return next.stream()
                .filter(waiting -> !aside.contains(waiting.inquiry()))
                .limit(limit)
                .toList();
    }

    private List<Due> notOwed(Instant now) {
        var inDoubt = jdbc.sql(IN_DOUBT)
                .params(Workflow.INQUIRY.key(), FOR_THE_SUPPLIER, UtcColumn.of(now.minus(TIMER_LATE_BY)))
                .query((row, number) -> new Due(new InquiryId(row.getString("id")), UtcColumn.read(row, "due")))
                .list();
        var notOwed = owed.notOwed(inDoubt.stream().map(Due::inquiry).toList());
        return inDoubt.stream().filter(one -> notOwed.contains(one.inquiry())).toList();
    }

    /** An inquiry, and when its reply is due. */
    private record Due(InquiryId inquiry, Instant at) {}

    private List<Long> withLessThan(List<Duration> spans, Instant now, List<Due> notOwed) {
        var counts = "count(*) filter (where i.reply_due_at < ?), ".repeat(spans.size());
        var params = new ArrayList<Object>();
        spans.forEach(span -> params.add(UtcColumn.of(now.plus(span))));
        params.addAll(List.of(Workflow.INQUIRY.key(), FOR_THE_SUPPLIER));
        return jdbc.sql("select " + counts + "count(*) " + INQUIRIES.from() + AT_STEP)
                .params(params)
                .query((row, number) -> counts(row, spans, now, notOwed))
                .single();
    }

    private static String waitingAt(Workflow model, String step, String condition) {
        var tokens = new ProcessTokens(model);
        return "select process.ID_ as instance, process.BUSINESS_KEY_ as about, token.ACT_ID_ as step, "
                + tokens.since() + " as since, " + tokens.due(step) + " as due, " + tokens.parties() + ", "
                + ProcessTokens.STOPPED + " as stopped " + tokens.from() + AT_STEP + condition
                + " order by due, process.BUSINESS_KEY_ limit ? offset ?";
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return Waiting.builder()
                .instance(row.getString("instance"))
                .key(row.getString("about"))
                .step(row.getString("step"))
                .since(UtcColumn.read(row, "since"))
                .due(UtcColumn.read(row, "due"))
                .inquiry(Optional.ofNullable(row.getString("inquiry"))
                        .map(InquiryId::new)
                        .orElse(null))
                .supplier(Optional.ofNullable(row.getString("supplier"))
                        .map(SupplierId::new)
                        .orElse(null))
                .buyer(Optional.ofNullable(row.getString("buyer"))
                        .map(BuyerId::new)
                        .orElse(null))
                .stopped(row.getBoolean("stopped"))
                .build();
    }

    private static List<Long> counts(ResultSet row, List<Duration> spans, Instant now, List<Due> notOwed)
            throws SQLException {
        var counts = new ArrayList<Long>();
        for (var span : spans) {
            var aside = notOwed.stream()
                    .filter(one -> one.at().isBefore(now.plus(span)))
                    .count();
            counts.add(row.getLong(counts.size() + 1) - aside);
        }
        counts.add(row.getLong(counts.size() + 1) - notOwed.size());
        return counts;
    }
}
