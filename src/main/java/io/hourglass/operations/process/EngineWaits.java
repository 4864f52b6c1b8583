package io.hourglass.operations.process;

import static java.util.stream.Collectors.toSet;

import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.inquiry.OwedReplies;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.operations.OpenWork;
import io.hourglass.operations.Workflow;
import io.hourglass.sla.Policies;
import io.hourglass.sla.ReplyPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Straight from the engine's tables, together with ours: its own queries count one step at a time. */
@Repository
class EngineWaits implements OpenWork {

    private static final String FOR_THE_SUPPLIER = InquiryNodes.KEEP_CASE_OPEN;

    private final JdbcClient jdbc;
    private final Policies policies;
    private final OwedReplies owed;
    private final Clock clock;

    EngineWaits(JdbcClient jdbc, Policies policies, OwedReplies owed, Clock clock) {
        this.owed = owed;
        this.jdbc = jdbc;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public List<Step> stepsOf(Workflow model) {
        var tokens = new ProcessTokens(model, policies);
        return jdbc.sql("select token.ACT_ID_ as step, count(*) as instances, count(*) filter (where "
                        + ProcessTokens.STOPPED + ") as stopped, min(" + tokens.since()
                        + ") as oldest, percentile_disc(0.5) within group (order by " + tokens.since() + ") as median "
                        + tokens.from() + " group by token.ACT_ID_ order by count(*) desc, token.ACT_ID_")
                .params(tokens.params())
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
        return list(model, "", List.of(step, limit, offset));
    }

    @Override
    public Open open(List<Duration> spans, int limit) {
        var now = clock.instant();
        var notOwed = notOwed(now);
        return new Open(withLessThan(spans, now, notOwed), breakingNext(limit, now, notOwed));
    }

    private List<Waiting> breakingNext(int limit, Instant now, List<Due> notOwed) {
        var tokens = new ProcessTokens(Workflow.INQUIRY, policies);
        var next = list(
                Workflow.INQUIRY,
                " and i.received_day >= ? and " + tokens.due() + " >= ?",
                List.of(FOR_THE_SUPPLIER, earliestDay(now), UtcColumn.of(now), limit + notOwed.size(), 0L));
        var aside = notOwed.stream().map(Due::inquiry).collect(toSet());
        return next.stream()
                .filter(waiting -> !aside.contains(waiting.inquiry()))
                .limit(limit)
                .toList();
    }

    /** Past the deadline no duplicate waits any more, unless its process could not be told. */
    private List<Due> notOwed(Instant now) {
        var tokens = new ProcessTokens(Workflow.INQUIRY, policies);
        var params = new ArrayList<>(tokens.params());
        params.addAll(List.of(FOR_THE_SUPPLIER, earliestDay(now)));
        var inDoubt = jdbc.sql("select i.id, " + tokens.due() + " as due " + tokens.from()
                        + " and token.ACT_ID_ = ? and i.received_day >= ? and " + OwedReplies.IN_DOUBT)
                .params(params)
                .query((row, number) -> new Due(new InquiryId(row.getString("id")), UtcColumn.read(row, "due")))
                .list();
        var notOwed = owed.notOwed(inDoubt.stream().map(Due::inquiry).toList());
        return inDoubt.stream().filter(one -> notOwed.contains(one.inquiry())).toList();
    }

    /** An inquiry, and when its reply is due. */
    private record Due(InquiryId inquiry, Instant at) {}

    /** No inquiry of an earlier day has its deadline ahead: so the database need not look at those. */
    private LocalDate earliestDay(Instant now) {
        var longest = policies.all().stream()
                .map(ReplyPolicy::replyWithin)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return policies.dayOf(now.minus(longest));
    }

    private List<Long> withLessThan(List<Duration> spans, Instant now, List<Due> notOwed) {
        var tokens = new ProcessTokens(Workflow.INQUIRY, policies);
        var counts = new StringBuilder();
        var params = new ArrayList<>();
        spans.forEach(span -> {
            counts.append("count(*) filter (where ").append(tokens.due()).append(" < ?), ");
            params.add(UtcColumn.of(now.plus(span)));
        });
        params.addAll(tokens.params());
        params.add(FOR_THE_SUPPLIER);
        return jdbc.sql("select " + counts + "count(*) " + tokens.from() + " and token.ACT_ID_ = ?")
                .params(params)
                .query((row, number) -> counts(row, spans, now, notOwed))
                .single();
    }

    private List<Waiting> list(Workflow model, String condition, List<Object> further) {
        var tokens = new ProcessTokens(model, policies);
        var params = new ArrayList<>(tokens.params());
        params.addAll(further);
        return jdbc.sql("select process.ID_ as instance, process.BUSINESS_KEY_ as about, token.ACT_ID_ as step, "
                        + tokens.since() + " as since, " + tokens.due() + " as due, " + tokens.parties() + ", "
                        + ProcessTokens.STOPPED + " as stopped "
                        + tokens.from() + " and token.ACT_ID_ = ?" + condition
                        + " order by due, process.BUSINESS_KEY_ limit ? offset ?")
                .params(params)
                .query((row, number) -> read(row))
                .list();
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return new Waiting(
                row.getString("instance"),
                row.getString("about"),
                row.getString("step"),
                UtcColumn.read(row, "since"),
                UtcColumn.read(row, "due"),
                Optional.ofNullable(row.getString("inquiry"))
                        .map(InquiryId::new)
                        .orElse(null),
                Optional.ofNullable(row.getString("supplier"))
                        .map(SupplierId::new)
                        .orElse(null),
                Optional.ofNullable(row.getString("buyer")).map(BuyerId::new).orElse(null),
                row.getBoolean("stopped"));
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
