package io.hourglass.inquiry.process;

import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.inquiry.steps.StrayCases;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.rate.books.BookDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Our tables joined with the engine's. What is looked at is bounded by the days whose books are open and by the time that
 * offers stand, so that a round does not grow with history.
 */
@Repository
class EngineStrayCases implements StrayCases {

    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    /** A process that waits has a timer. */
    private static final String NOT_WAITING =
            """
            not exists (select 1 from ACT_RU_EXECUTION p join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = p.ID_
                        where p.BUSINESS_KEY_ = i.id and p.PROC_DEF_ID_ like 'inquiry:%')
            """;

    private static final String OPEN =
            """
            select i.id from hourglass.inquiry i
            where i.received_day >= ?
              and not exists (select 1 from hourglass.verdict_entry e
                              where e.case_id = i.id and e.track = 'INQUIRY' and e.state <> 'PENDING'
                                and not exists (select 1 from hourglass.verdict_entry later
                                                where later.case_id = e.case_id and later.track = e.track and later.seq > e.seq))
              and\s""";

    /** Nothing has been booked of it, or last that it is open again; of the days whose books are open. */
    private static final String WITHOUT_PROCESS = OPEN
            + """
            not exists (select 1 from ACT_RU_EXECUTION p
                        where p.BUSINESS_KEY_ = i.id and p.PROC_DEF_ID_ like 'inquiry:%') limit ?""";

    private static final String WITHOUT_TIMER = OPEN + NOT_WAITING + " limit ?";

    /** Each case that waits has one timer: only if there are fewer need they be looked for, one by one. */
    private static final String TIMERS_ARE_MISSING =
            """
            select (select count(*) from ACT_RU_EXECUTION where ACT_ID_ = '%s')
                 > (select count(*) from ACT_RU_JOB where PROCESS_DEF_KEY_ = 'inquiry')"""
                    .formatted(InquiryNodes.KEEP_CASE_OPEN);

    /** Its buyer was notified of alternatives, has got no notice of an answer since, and has not asked. */
    private static final String UNSERVED =
            """
            select i.id from hourglass.buyer_notice n join hourglass.inquiry i on i.id = n.inquiry
            where n.told_at >= ? and n.kind in ('ALTERNATIVES_AVAILABLE', 'NO_REPLY_VISIBLE_YET') and i.reply_due_at > ?
              and not exists (select 1 from hourglass.buyer_notice r
                              where r.inquiry = n.inquiry and r.kind = 'REPLIED_AFTER_ALL')
              and not exists (select 1 from hourglass.referral f where f.inquiry = n.inquiry)
              and (select e.state from hourglass.verdict_entry e where e.case_id = n.inquiry and e.track = 'INQUIRY'
                   order by e.seq desc limit 1) in ('UNANSWERED', 'UNVERIFIED')
              and\s"""
                    + NOT_WAITING + " limit ?";

    /** The time for that is over, and yet a process waits, for nothing that will come. */
    private static final String LEFT_BEHIND =
            """
            select i.id from hourglass.buyer_notice n join hourglass.inquiry i on i.id = n.inquiry
            where n.told_at >= ? and n.kind in ('ALTERNATIVES_AVAILABLE', 'NO_REPLY_VISIBLE_YET') and i.reply_due_at < ?
              and exists (select 1 from ACT_RU_EXECUTION p
                          where p.BUSINESS_KEY_ = i.id and p.PROC_DEF_ID_ like 'inquiry:%')
              and\s"""
                    + NOT_WAITING + " limit ?";

    private static final String OFFERED =
            """
            select f.inquiry from hourglass.referral f
            where f.asked_at >= ? and f.state = 'OFFERED' and f.expires_at >= ?
              and not exists (select 1 from ACT_RU_EXECUTION p join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = p.ID_
                              where p.BUSINESS_KEY_ = f.inquiry and p.PROC_DEF_ID_ like 'referral:%')
            limit ?""";

    private final JdbcClient jdbc;
    private final BookDays days;
    private final Policies policies;

    EngineStrayCases(JdbcClient jdbc, BookDays days, Policies policies) {
        this.jdbc = jdbc;
        this.days = days;
        this.policies = policies;
    }

    @Override
    public List<InquiryId> find(Instant now, int limit) {
        var offer = longestOffer();
        var expired = now.minus(offer);
        var toldSince = UtcColumn.of(expired.minus(LOOKED_BACK));
        var open = days.firstUnsettled(Track.INQUIRY).stream()
                .flatMap(day -> Stream.concat(ids(WITHOUT_PROCESS, day, limit), withoutTimer(day, limit)));
        var later = Stream.of(
                        ids(UNSERVED, toldSince, UtcColumn.of(expired), limit),
                        ids(LEFT_BEHIND, toldSince, UtcColumn.of(expired.minus(GRACE)), limit),
                        ids(OFFERED, UtcColumn.of(expired), UtcColumn.of(now), limit))
                .flatMap(all -> all);
        return Stream.concat(open, later).distinct().limit(limit).toList();
    }

    private Stream<InquiryId> withoutTimer(LocalDate day, int limit) {
        var missing = jdbc.sql(TIMERS_ARE_MISSING).query(Boolean.class).single();
        return missing ? ids(WITHOUT_TIMER, day, limit) : Stream.empty();
    }

    private Stream<InquiryId> ids(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(String.class).list().stream().map(InquiryId::new);
    }

    private Duration longestOffer() {
        return policies.all().stream()
                .map(ReplyPolicy::offerStaysFor)
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
