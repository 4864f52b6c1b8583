package io.hourglass.inquiry.jdbc;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.TermsOfInquiry;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInquiries implements Inquiries {

    private static final Insert INQUIRY = Insert.byKey(
            1,
            """
            insert into hourglass.inquiry (id, buyer, supplier, channel, category, received_at, recorded_at,
                received_day, policy_version, reply_due_at, terms)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    private static final Insert THREAD_MESSAGE = new Insert(
            3,
            """
            insert into hourglass.thread_message (message_id, inquiry)
            select ?, id from hourglass.inquiry i
            where id = ? and not exists (
                select 1 from hourglass.thread_message t where t.message_id = ? and t.inquiry = i.id)""");

    private static final Insert TIE = new Insert(
            3,
            """
            insert into hourglass.mail_tie (hash, inquiry, former)
            select ?, id, false from hourglass.inquiry i
            where id = ? and not exists (
                select 1 from hourglass.mail_tie t where t.hash = ? and t.inquiry = i.id)""");

    static final String OF_SUPPLIER =
            """
            select * from hourglass.inquiry
            where supplier = ? and received_day >= ? and received_at >= ? and received_at < ?""";

    static final String FIRST_RECEIPT_DUE_AFTER =
            """
            select min(received_at) as received_at from hourglass.inquiry
            where supplier = ? and received_day >= ? and reply_due_at > ?""";

    /** In no zone does an instant belong to a natural day that lies further behind its day in UTC. */
    private static final int BEHIND_UTC = 2;

    private final JdbcClient jdbc;
    private final WriteBatch rows;
    private final TransactionCache<InquiryId, Inquiry> locked;
    private final TransactionCache<PairInReach, List<Inquiry>> byPair;
    private final TransactionCache<MailOfPair, List<Tied>> byMail;

    JdbcInquiries(JdbcClient jdbc, WriteBatch rows) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.locked = new TransactionCache<>(rows, this::loadLocked);
        this.byPair = new TransactionCache<>(rows, this::loadPairs);
        this.byMail = new TransactionCache<>(rows, this::loadTied);
    }

    @Override
    public void add(Inquiry inquiry, Instant replyDueAt, @Nullable String subject) {
        rows.add(
                INQUIRY,
                inquiry.id().value(),
                inquiry.buyer().value(),
                inquiry.supplier().value(),
                inquiry.channel().name(),
                inquiry.category(),
                UtcColumn.of(inquiry.receivedAt()),
                UtcColumn.of(inquiry.recordedAt()),
                inquiry.day(),
                inquiry.policyVersion(),
                UtcColumn.of(replyDueAt),
                TermsOfInquiry.of(inquiry.id().value(), inquiry.buyer().value(), subject));
        locked.put(inquiry.id(), inquiry);
        byPair.change(pair -> pair.holds(inquiry), members -> plus(members.orElse(List.of()), inquiry));
    }

    @Override
    public Optional<Inquiry> find(InquiryId id) {
        return jdbc.sql("select * from hourglass.inquiry where id = ?")
                .param(id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<Inquiry> find(Collection<InquiryId> ids) {
        return jdbc.sql("select * from hourglass.inquiry where id = any (?)")
                .param(new SqlArrayValue(
                        "varchar", ids.stream().map(InquiryId::value).toArray()))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Map<InquiryId, Inquiry> lock(Collection<InquiryId> ids) {
        return locked.find(ids);
    }

    @Override
    public Map<PairInReach, List<Inquiry>> ofPairs(Collection<PairInReach> pairs) {
        return byPair.find(pairs);
    }

    @Override
    public List<Inquiry> ofPairsOn(LocalDate day, Instant from, Instant until) {
        return jdbc.sql(
                        """
                        select * from hourglass.inquiry i
                        where received_at >= ? and received_at < ?
                          and (received_day = ? or exists (
                              select 1 from hourglass.inquiry other
                              where other.buyer = i.buyer and other.supplier = i.supplier
                                and other.received_day = ?))""")
                .params(UtcColumn.of(from), UtcColumn.of(until), day, day)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<Inquiry> receivedOn(LocalDate day) {
        return jdbc.sql("select * from hourglass.inquiry where received_day = ?")
                .param(day)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<Inquiry> ofSupplier(SupplierId supplier, Instant from, Instant until) {
        var day = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(BEHIND_UTC);
        return jdbc.sql(OF_SUPPLIER)
                .params(supplier.value(), day, UtcColumn.of(from), UtcColumn.of(until))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Optional<Instant> firstReceiptDueAfter(Instant instant, SupplierId supplier, LocalDate from) {
        return jdbc.sql(FIRST_RECEIPT_DUE_AFTER)
                .params(supplier.value(), from, UtcColumn.of(instant))
                .query((row, number) -> Optional.ofNullable(UtcColumn.readNullable(row, "received_at")))
                .single();
    }

    @Override
    public List<Inquiry> ofBuyer(BuyerId buyer, Instant from, Instant until) {
        return jdbc.sql(
                        """
                        select * from hourglass.inquiry
                        where buyer = ? and received_at >= ? and received_at < ?""")
                .params(buyer.value(), UtcColumn.of(from), UtcColumn.of(until))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public void addToThread(String messageId, InquiryId inquiry) {
        rows.add(THREAD_MESSAGE, messageId, inquiry.value(), messageId);
    }

    @Override
    public List<String> threadOf(InquiryId inquiry) {
        return jdbc.sql("select message_id from hourglass.thread_message where inquiry = ? order by message_id")
                .param(inquiry.value())
                .query(String.class)
                .list();
    }

    @Override
    public void tie(Inquiry inquiry, Collection<String> hashes) {
        for (var hash : hashes) {
            rows.add(TIE, hash, inquiry.id().value(), hash);
            byMail.change(
                    new MailOfPair(inquiry.buyer(), inquiry.supplier(), hash)::equals,
                    tied -> plus(tied.orElse(List.of()), new Tied(inquiry, false)));
        }
    }

    @Override
    public void markFound(InquiryId inquiry) {
        jdbc.sql("update hourglass.inquiry set found = true where id = ?")
                .param(inquiry.value())
                .update();
    }

    @Override
    public Map<MailOfPair, List<Tied>> tiedBy(Collection<MailOfPair> mails) {
        return byMail.find(mails);
    }

    @Override
    public void isFormerNoMore(String hash, InquiryId inquiry) {
        jdbc.sql("update hourglass.mail_tie set former = false where hash = ? and inquiry = ?")
                .params(hash, inquiry.value())
                .update();
        byMail.change(mail -> mail.hash().equals(hash), tied -> tied.orElse(List.of()).stream()
                .map(one -> one.inquiry().id().equals(inquiry) ? new Tied(one.inquiry(), false) : one)
                .toList());
    }

    @Override
    public List<InquiryId> of(BuyerId buyer) {
        return jdbc.sql("select id from hourglass.inquiry where buyer = ? order by id")
                .param(buyer.value())
                .query((row, number) -> new InquiryId(row.getString("id")))
                .list();
    }

    @Override
    public void rename(BuyerId buyer, BuyerId replacement) {
        jdbc.sql(
                        """
                        delete from hourglass.thread_message
                        where inquiry in (select id from hourglass.inquiry where buyer = ?)""")
                .param(buyer.value())
                .update();
        jdbc.sql("update hourglass.inquiry set buyer = ?, terms = '' where buyer = ?")
                .params(replacement.value(), buyer.value())
                .update();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from hourglass.inquiry")
                .query(Long.class)
                .single();
    }

    /** In the order of the ids, so that two batches never deadlock. */
    private Map<InquiryId, Inquiry> loadLocked(Set<InquiryId> ids) {
        var values =
                new SqlArrayValue("varchar", ids.stream().map(InquiryId::value).toArray());
        return jdbc
                .sql("select * from hourglass.inquiry where id = any (?) order by id for update")
                .param(values)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(toMap(Inquiry::id, inquiry -> inquiry));
    }

    private Map<PairInReach, List<Inquiry>> loadPairs(Set<PairInReach> pairs) {
        var from = pairs.stream().map(PairInReach::from).min(naturalOrder()).orElseThrow();
        var until = pairs.stream().map(PairInReach::until).max(naturalOrder()).orElseThrow();
        var members = jdbc.sql(
                        """
                        select i.* from unnest(cast(? as varchar array), cast(? as varchar array)) as pair (buyer, supplier)
                        join hourglass.inquiry i on i.buyer = pair.buyer and i.supplier = pair.supplier
                        where i.received_at >= ? and i.received_at < ?""")
                .params(
                        texts(pairs, pair -> pair.buyer().value()),
                        texts(pairs, pair -> pair.supplier().value()),
                        UtcColumn.of(from),
                        UtcColumn.of(until))
                .query((row, number) -> read(row))
                .list();
        return pairs.stream()
                .collect(toMap(
                        pair -> pair,
                        pair -> members.stream().filter(pair::holds).distinct().toList()));
    }

    /** One mail may have gone to many suppliers. */
    private Map<MailOfPair, List<Tied>> loadTied(Set<MailOfPair> mails) {
        var hashes = mails.stream().map(MailOfPair::hash).distinct().toArray();
        var tied = jdbc
                .sql(
                        """
                        select t.hash, t.former, i.* from hourglass.mail_tie t
                        join hourglass.inquiry i on i.id = t.inquiry
                        where t.hash = any (?)""")
                .param(new SqlArrayValue("varchar", hashes))
                .query((row, number) -> Map.entry(row.getString("hash"), new Tied(read(row), row.getBoolean("former"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return mails.stream()
                .filter(mail -> tied.containsKey(mail.hash()))
                .collect(toMap(mail -> mail, mail -> tied.getOrDefault(mail.hash(), List.of()).stream()
                        .filter(one -> mail.isOf(one.inquiry()))
                        .toList()));
    }

    private static List<Tied> plus(List<Tied> tied, Tied further) {
        return tied.stream()
                        .anyMatch(one ->
                                one.inquiry().id().equals(further.inquiry().id()))
                ? tied
                : Stream.concat(tied.stream(), Stream.of(further)).toList();
    }

    private static SqlArrayValue texts(Set<PairInReach> pairs, Function<PairInReach, String> text) {
        return new SqlArrayValue("varchar", pairs.stream().map(text).toArray());
    }

    /** A pair may be read after another node has committed the same inquiry: its insert would fail as well. */
    private static List<Inquiry> plus(List<Inquiry> members, Inquiry further) {
        if (members.stream().map(Inquiry::id).anyMatch(further.id()::equals)) {
            throw new DuplicateKeyException("inquiry " + further.id() + " has just been added elsewhere");
        }
        return Stream.concat(members.stream(), Stream.of(further)).toList();
    }

    static Inquiry read(ResultSet row) throws SQLException {
        return Inquiry.builder()
                .id(new InquiryId(row.getString("id")))
                .buyer(new BuyerId(row.getString("buyer")))
                .supplier(new SupplierId(row.getString("supplier")))
                .channel(new Channel(row.getString("channel")))
                .category(row.getString("category"))
                .receivedAt(UtcColumn.read(row, "received_at"))
                .recordedAt(UtcColumn.read(row, "recorded_at"))
                .day(row.getObject("received_day", LocalDate.class))
                .policyVersion(row.getInt("policy_version"))
                .found(row.getBoolean("found"))
                .build();
    }
}
