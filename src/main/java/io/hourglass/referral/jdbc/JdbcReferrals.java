package io.hourglass.referral.jdbc;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.Referral;
import io.hourglass.referral.offers.ReferralState;
import io.hourglass.referral.offers.Referrals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReferrals implements Referrals {

    private static final Insert REFERRAL = new Insert(
            2,
            """
            insert into hourglass.referral (inquiry, root, root_day, buyer, asked, category, state, asked_at, expires_at,
                nearest, policy_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final WriteBatch rows;
    private final TransactionCache<InquiryId, Referral> byInquiry;
    private final TransactionCache<InquiryId, Pick> behind;
    private final TransactionCache<BuyerSince, Integer> asks;

    JdbcReferrals(JdbcTemplate template, WriteBatch rows) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.rows = rows;
        this.byInquiry = new TransactionCache<>(rows, this::load);
        this.behind = new TransactionCache<>(rows, this::loadBehind);
        this.asks = new TransactionCache<>(rows, this::loadAsks);
    }

    @Override
    public void add(Referral referral, List<Offered> offer) {
        rows.add(
                REFERRAL,
                referral.inquiry().value(),
                referral.root().value(),
                referral.rootDay(),
                referral.buyer().value(),
                referral.asked().value(),
                referral.category(),
                referral.state().name(),
                UtcColumn.of(referral.askedAt()),
                UtcColumn.of(referral.expiresAt()),
                referral.nearest(),
                referral.policyVersion());
        offer.forEach(offered -> rows.add(OfferedRow.INSERT, OfferedRow.of(referral.inquiry(), offered)));
        byInquiry.put(referral.inquiry(), referral);
        asks.change(key -> key.buyer().equals(referral.buyer()), asked -> asked.orElse(0) + 1);
    }

    @Override
    public Map<InquiryId, Referral> find(Collection<InquiryId> inquiries) {
        return byInquiry.find(inquiries);
    }

    @Override
    public List<Offered> offerOf(InquiryId inquiry) {
        return jdbc.sql("select * from hourglass.referral_candidate where inquiry = ? order by place")
                .param(inquiry.value())
                .query((row, number) -> OfferedRow.read(row))
                .list();
    }

    @Override
    public void end(InquiryId inquiry, ReferralState state, Instant at) {
        jdbc.sql("update hourglass.referral set state = ?, decided_at = ? where inquiry = ?")
                .params(state.name(), UtcColumn.of(at), inquiry.value())
                .update();
        byInquiry.forget(inquiry);
    }

    @Override
    public void seen(InquiryId inquiry, Instant at) {
        jdbc.sql("update hourglass.referral set first_seen_at = ? where inquiry = ? and first_seen_at is null")
                .params(UtcColumn.of(at), inquiry.value())
                .update();
        byInquiry.forget(inquiry);
    }

    @Override
    public void add(Collection<Pick> picks) {
        template.batchUpdate(
                """
                insert into hourglass.referral_pick (inquiry, asked, supplier, place, new_inquiry, root, root_day,
                    picked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                picks.stream()
                        .map(pick -> new Object[] {
                            pick.inquiry().value(),
                            pick.asked().value(),
                            pick.supplier().value(),
                            pick.place(),
                            pick.newInquiry().value(),
                            pick.root().value(),
                            pick.rootDay(),
                            UtcColumn.of(pick.pickedAt())
                        })
                        .toList());
    }

    @Override
    public List<Pick> picksOf(InquiryId inquiry) {
        return picks("where inquiry = ? order by place", inquiry.value());
    }

    @Override
    public List<Pick> picksOfRoot(InquiryId root) {
        return picks("where root = ? order by picked_at, place", root.value());
    }

    @Override
    public List<Pick> picksOfRootsOn(LocalDate from, LocalDate to) {
        return picks("where root_day between ? and ?", from, to);
    }

    @Override
    public List<Pick> pickedBetween(Instant from, Instant until) {
        return picks("where picked_at >= ? and picked_at < ?", UtcColumn.of(from), UtcColumn.of(until));
    }

    @Override
    public Map<InquiryId, Pick> picksBehind(Collection<InquiryId> newInquiries) {
        return behind.find(newInquiries);
    }

    @Override
    public Map<BuyerSince, Integer> asksOf(Collection<BuyerSince> buyers) {
        return asks.find(buyers);
    }

    private Map<InquiryId, Pick> loadBehind(Set<InquiryId> newInquiries) {
        var ids = new SqlArrayValue(
                "varchar", newInquiries.stream().map(InquiryId::value).toArray());
        return picks("where new_inquiry = any (?)", ids).stream().collect(toMap(Pick::newInquiry, pick -> pick));
    }

    private Map<BuyerSince, Integer> loadAsks(Set<BuyerSince> buyers) {
        var since = buyers.stream().map(BuyerSince::since).min(naturalOrder()).orElseThrow();
        var ids = new SqlArrayValue(
                "varchar", buyers.stream().map(key -> key.buyer().value()).toArray());
        var asked = jdbc.sql("select buyer, asked_at from hourglass.referral where buyer = any (?) and asked_at > ?")
                .params(ids, UtcColumn.of(since))
                .query((row, number) -> Map.entry(new BuyerId(row.getString("buyer")), UtcColumn.read(row, "asked_at")))
                .list();
        return buyers.stream().collect(toMap(key -> key, key -> (int) asked.stream()
                .filter(ask ->
                        ask.getKey().equals(key.buyer()) && ask.getValue().isAfter(key.since()))
                .count()));
    }

    @Override
    public Map<SupplierId, Integer> gainsOf(Collection<SupplierId> suppliers, Instant since) {
        var ids = new SqlArrayValue(
                "varchar", suppliers.stream().map(SupplierId::value).toArray());
        return jdbc
                .sql(
                        """
                        select supplier, count(*) as gained from hourglass.referral_pick
                        where supplier = any (?) and picked_at > ? group by supplier""")
                .params(ids, UtcColumn.of(since))
                .query((row, number) -> Map.entry(new SupplierId(row.getString("supplier")), row.getInt("gained")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void rename(BuyerId buyer, BuyerId replacement) {
        jdbc.sql(
                        """
                        update hourglass.referral_candidate set words = ''
                        where inquiry in (select inquiry from hourglass.referral where buyer = ?)""")
                .param(buyer.value())
                .update();
        jdbc.sql("update hourglass.referral set buyer = ? where buyer = ?")
                .params(replacement.value(), buyer.value())
                .update();
    }

    private Map<InquiryId, Referral> load(Set<InquiryId> inquiries) {
        var values = new SqlArrayValue(
                "varchar", inquiries.stream().map(InquiryId::value).toArray());
        return jdbc
                .sql("select * from hourglass.referral where inquiry = any (?)")
                .param(values)
                .query((row, number) -> referral(row))
                .list()
                .stream()
                .collect(toMap(Referral::inquiry, referral -> referral));
    }

    private List<Pick> picks(String which, Object... params) {
        return jdbc.sql("select * from hourglass.referral_pick " + which)
                .params(params)
                .query((row, number) -> pick(row))
                .list();
    }

    private static Referral referral(ResultSet row) throws SQLException {
        return Referral.builder()
                .inquiry(new InquiryId(row.getString("inquiry")))
                .root(new InquiryId(row.getString("root")))
                .rootDay(row.getObject("root_day", LocalDate.class))
                .buyer(new BuyerId(row.getString("buyer")))
                .asked(new SupplierId(row.getString("asked")))
                .category(row.getString("category"))
                .state(ReferralState.valueOf(row.getString("state")))
                .askedAt(UtcColumn.read(row, "asked_at"))
                .expiresAt(UtcColumn.read(row, "expires_at"))
                .firstSeenAt(UtcColumn.readNullable(row, "first_seen_at"))
                .decidedAt(UtcColumn.readNullable(row, "decided_at"))
                .nearest(row.getString("nearest"))
                .policyVersion(row.getInt("policy_version"))
                .build();
    }

    private static Pick pick(ResultSet row) throws SQLException {
        return Pick.builder()
                .inquiry(new InquiryId(row.getString("inquiry")))
                .asked(new SupplierId(row.getString("asked")))
                .supplier(new SupplierId(row.getString("supplier")))
                .place(row.getInt("place"))
                .newInquiry(new InquiryId(row.getString("new_inquiry")))
                .root(new InquiryId(row.getString("root")))
                .rootDay(row.getObject("root_day", LocalDate.class))
                .pickedAt(UtcColumn.read(row, "picked_at"))
                .build();
    }
}
