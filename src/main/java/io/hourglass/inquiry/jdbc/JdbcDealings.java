package io.hourglass.inquiry.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.lists.OwedReplies;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.referral.ReferralContext;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDealings implements ReferralContext {

    /** By who counts now; an older inquiry may have been answered by one who counted then. */
    static final String OPEN =
            """
            select i.supplier, count(*) as open_now, array_agg(i.id) filter (where %s) as in_doubt
            from hourglass.inquiry i
            where i.supplier = any (?) and i.received_day >= ? and i.reply_due_at > ?
              and not exists (
                  select 1 from hourglass.fact f
                  where f.case_id = i.id and f.track = 'INQUIRY'
                    and (f.kind in ('REJECTED', 'SPAM_REPORTED', 'SYSTEM_SPAM', 'WITHDRAWN')
                      or (f.kind = 'REPLIED' and f.author = any (?)))
                    and not exists (
                        select 1 from hourglass.fact r
                        where r.case_id = f.case_id and r.track = f.track and r.kind = 'RETRACTED' and r.about = f.id))
              and not exists (
                  select 1 from hourglass.verdict_entry e
                  where e.case_id = i.id and e.track = 'INQUIRY' and e.state = 'FOLLOW_UP' and not exists (
                      select 1 from hourglass.verdict_entry later
                      where later.case_id = e.case_id and later.track = e.track
                        and later.seq > e.seq))
            group by i.supplier"""
                    .formatted(OwedReplies.IN_DOUBT);

    private final Inquiries inquiries;
    private final Notices notices;
    private final Policies policies;
    private final JdbcClient jdbc;
    private final OwedReplies owed;
    private final Clock clock;
    private final TransactionCache<InquiryId, String> texts;

    JdbcDealings(
            Inquiries inquiries,
            Notices notices,
            Policies policies,
            OwedReplies owed,
            JdbcClient jdbc,
            WriteBatch rows,
            Clock clock) {
        this.owed = owed;
        this.inquiries = inquiries;
        this.notices = notices;
        this.policies = policies;
        this.jdbc = jdbc;
        this.clock = clock;
        this.texts = new TransactionCache<>(rows, this::loadTexts);
    }

    @Override
    public Map<InquiryId, Request> hold(Collection<InquiryId> ids) {
        var held = inquiries.lock(ids);
        var text = texts.find(held.keySet());
        return held.values().stream()
                .collect(toMap(Inquiry::id, inquiry -> request(inquiry, text.getOrDefault(inquiry.id(), ""))));
    }

    private Request request(Inquiry inquiry, String text) {
        var clocks = policies.version(inquiry.policyVersion()).clocksFor(inquiry.receivedAt());
        return Request.builder()
                .inquiry(inquiry.id())
                .buyer(inquiry.buyer())
                .asked(inquiry.supplier())
                .category(inquiry.category())
                .text(text)
                .receivedAt(inquiry.receivedAt())
                .day(inquiry.day())
                .offerExpires(clocks.offerExpires())
                .build();
    }

    @Override
    public Map<SupplierId, Integer> openInquiriesOf(Collection<SupplierId> suppliers) {
        var now = clock.instant();
        var authors = policies.inForceAt(now).counting().authors().stream().map(Enum::name);
        var waiting = jdbc.sql(OPEN)
                .params(
                        texts(suppliers.stream().map(SupplierId::value)),
                        policies.earliestOpen(now),
                        UtcColumn.of(now),
                        texts(authors))
                .query((row, number) -> new Load(
                        new SupplierId(row.getString("supplier")),
                        row.getInt("open_now"),
                        ids(row.getArray("in_doubt"))))
                .list();
        var notOwed = owed.notOwed(
                waiting.stream().flatMap(load -> load.inDoubt().stream()).toList());
        return waiting.stream()
                .filter(load -> load.without(notOwed) > 0)
                .collect(toMap(Load::supplier, load -> load.without(notOwed)));
    }

    /** @param inDoubt those of the open ones of which the judge must be asked */
    private record Load(SupplierId supplier, int open, List<InquiryId> inDoubt) {

        int without(Set<InquiryId> notOwed) {
            return open - (int) inDoubt.stream().filter(notOwed::contains).count();
        }
    }

    private static List<InquiryId> ids(@Nullable Array texts) throws SQLException {
        return texts == null
                ? List.of()
                : Arrays.stream((Object[]) texts.getArray())
                        .map(id -> new InquiryId((String) id))
                        .toList();
    }

    @Override
    public Set<SupplierId> rejectedBy(BuyerId buyer, Instant since) {
        return new HashSet<>(jdbc.sql(
                        """
                        select distinct i.supplier
                        from hourglass.inquiry i join hourglass.fact f on f.case_id = i.id and f.track = 'INQUIRY'
                        where i.buyer = ? and f.kind = 'REJECTED' and f.occurred_at > ?
                          and not exists (
                              select 1 from hourglass.fact r
                              where r.case_id = i.id and r.track = 'INQUIRY' and r.kind = 'RETRACTED' and r.about = f.id)""")
                .params(buyer.value(), UtcColumn.of(since))
                .query((row, number) -> new SupplierId(row.getString("supplier")))
                .list());
    }

    @Override
    public Set<SupplierId> askedBy(BuyerId buyer, @Nullable String category, Instant since) {
        return new HashSet<>(jdbc.sql(
                        """
                        select distinct supplier from hourglass.inquiry
                        where buyer = ? and category is not distinct from cast(? as varchar) and received_at >= ?""")
                .params(buyer.value(), category, UtcColumn.of(since))
                .query((row, number) -> new SupplierId(row.getString("supplier")))
                .list());
    }

    @Override
    public void tellNobodyFound(InquiryId inquiry) {
        notices.tell(inquiry, Notice.Kind.NOBODY_FOUND, clock.instant());
    }

    private Map<InquiryId, String> loadTexts(Set<InquiryId> ids) {
        return jdbc
                .sql(
                        """
                        select f.case_id as inquiry, coalesce(t.subject, '') || ' ' || coalesce(t.body, '') as words
                        from hourglass.fact f join hourglass.fact_text t on t.fact = f.id
                        where f.case_id = any (?) and f.track = 'INQUIRY' and f.kind = 'RECEIVED'""")
                .param(texts(ids.stream().map(InquiryId::value)))
                .query((row, number) -> Map.entry(new InquiryId(row.getString("inquiry")), row.getString("words")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SqlArrayValue texts(Stream<String> texts) {
        return new SqlArrayValue("varchar", texts.toArray());
    }
}
