package io.hourglass.chat.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.ManyRows;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcConsultations implements Consultations {

    private static final Insert CONSULTATION = Insert.byKey(
            2,
            """
            insert into hourglass.consultation (id, account, shop, buyer, chat_day, policy_version, opened_at, recorded_at)
            values (?, ?, ?, ?, ?, ?, cast(? as timestamp(3) with time zone),
                cast(? as timestamp(3) with time zone))""");

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final WriteBatch rows;
    private final TransactionCache<ConsultationId, KeptConsultation> locked;

    JdbcConsultations(JdbcTemplate template, WriteBatch rows) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.rows = rows;
        this.locked = new TransactionCache<>(rows, this::loadLocked);
    }

    @Override
    public void add(KeptConsultation one) {
        rows.add(
                CONSULTATION,
                one.id().value(),
                one.account().value(),
                one.shop().value(),
                one.buyer().value(),
                one.day(),
                one.policyVersion(),
                UtcColumn.ofNullable(one.openedAt()),
                UtcColumn.ofNullable(one.recordedAt()));
        locked.put(one.id(), one);
    }

    @Override
    public List<KeptConsultation> find(Collection<ConsultationId> ids) {
        return jdbc.sql("select * from hourglass.consultation where id = any (?)")
                .param(values(ids))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Map<ConsultationId, KeptConsultation> lock(Collection<ConsultationId> ids) {
        return locked.find(ids);
    }

    @Override
    public void opened(KeptConsultation one) {
        jdbc.sql(
                        "update hourglass.consultation set opened_at = cast(? as timestamp(3) with time zone), recorded_at = cast(? as timestamp(3) with time zone) where id = ?")
                .params(Arrays.asList(
                        UtcColumn.ofNullable(one.openedAt()),
                        UtcColumn.ofNullable(one.recordedAt()),
                        one.id().value()))
                .update();
        locked.put(one.id(), one);
    }

    @Override
    public List<KeptConsultation> on(LocalDate day) {
        return some("chat_day = ?", day);
    }

    /** Ordered here: databases order text in ways of their own. */
    @Override
    public List<ConsultationId> openedOn(LocalDate day) {
        return template
                .query(
                        ManyRows.of(
                                "select id, opened_at from hourglass.consultation where chat_day = ? and opened_at is not null",
                                day),
                        (row, number) ->
                                Map.entry(UtcColumn.read(row, "opened_at"), new ConsultationId(row.getString("id"))))
                .stream()
                .sorted(Map.Entry.<Instant, ConsultationId>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public List<KeptConsultation> ofAccount(AccountId account, LocalDate from, LocalDate to) {
        return some("account = ? and chat_day between ? and ?", account.value(), from, to);
    }

    @Override
    public List<KeptConsultation> ofShop(SupplierId shop, LocalDate from, LocalDate to) {
        return some("shop = ? and chat_day between ? and ?", shop.value(), from, to);
    }

    @Override
    public List<KeptConsultation> ofBuyer(BuyerId buyer, LocalDate from, LocalDate to) {
        return some("buyer = ? and chat_day between ? and ?", buyer.value(), from, to);
    }

    private List<KeptConsultation> some(String condition, Object... params) {
        return jdbc.sql("select * from hourglass.consultation where " + condition)
                .params(params)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<ConsultationId> of(BuyerId buyer) {
        return jdbc
                .sql(
                        """
                        select id from hourglass.consultation where buyer = ?
                        union all select case_id from hourglass.marked_buyer where buyer = ?""")
                .params(buyer.value(), buyer.value())
                .query((row, number) -> new ConsultationId(row.getString("id")))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public void rename(BuyerId buyer, BuyerId replacement) {
        jdbc.sql(
                        """
                        update hourglass.consultation set buyer = ?, colleague_since =
                          (select a.first_seen_at from hourglass.chat_account a where a.id = ? and a.shop = consultation.shop)
                        where buyer = ?""")
                .params(replacement.value(), buyer.value(), buyer.value())
                .update();
        jdbc.sql("update hourglass.marked_buyer set buyer = ? where buyer = ?")
                .params(replacement.value(), buyer.value())
                .update();
    }

    @Override
    public List<BuyerId> buyersWith(String part, long offset, int limit) {
        return jdbc
                .sql(
                        """
                        select distinct buyer from hourglass.consultation where position(? in lower(buyer)) > 0
                        order by buyer limit ? offset ?""")
                .params(part, limit, offset)
                .query(String.class)
                .list()
                .stream()
                .map(BuyerId::new)
                .toList();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from hourglass.consultation where recorded_at is not null")
                .query(Long.class)
                .single();
    }

    /** In the order of the ids, so that two batches never deadlock. */
    private Map<ConsultationId, KeptConsultation> loadLocked(Set<ConsultationId> ids) {
        return jdbc
                .sql("select * from hourglass.consultation where id = any (?) order by id for update")
                .param(values(ids))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(toMap(KeptConsultation::id, one -> one));
    }

    private static SqlArrayValue values(Collection<ConsultationId> ids) {
        return new SqlArrayValue(
                "varchar", ids.stream().map(ConsultationId::value).toArray());
    }

    static KeptConsultation read(ResultSet row) throws SQLException {
        return KeptConsultation.builder()
                .id(new ConsultationId(row.getString("id")))
                .account(new AccountId(row.getString("account")))
                .shop(new SupplierId(row.getString("shop")))
                .buyer(new BuyerId(row.getString("buyer")))
                .day(row.getObject("chat_day", LocalDate.class))
                .policyVersion(row.getInt("policy_version"))
                .openedAt(UtcColumn.readNullable(row, "opened_at"))
                .recordedAt(UtcColumn.readNullable(row, "recorded_at"))
                .colleagueSince(UtcColumn.readNullable(row, "colleague_since"))
                .build();
    }
}
