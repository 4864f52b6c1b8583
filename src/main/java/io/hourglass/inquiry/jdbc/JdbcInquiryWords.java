package io.hourglass.inquiry.jdbc;

import static io.hourglass.inquiry.jdbc.JdbcInquirySearch.NEWEST_FIRST;
import static java.util.stream.Collectors.toMap;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.inquiry.search.InquiryWords;
import io.hourglass.inquiry.search.Narrowing;
import io.hourglass.inquiry.search.Sought;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Reads the newest inquiries for the words: a common one is soon found there. PostgreSQL's index is asked where that does not
 * give enough; what has the words is rare then, and few rows are sorted. Either alone is slow for the other kind of word.
 */
@Repository
class JdbcInquiryWords implements InquiryWords {

    private static final int NEWEST = 10_000;

    /** Of one party: among those of all, its own are far from each other. */
    private static final int NEWEST_OF_PARTY = 1000;

    private static final String OF_FACT =
            "select i.id from hourglass.fact f join hourglass.inquiry i on i.id = f.case_id where %s limit ?";

    static final String OF_MAIL =
            "select i.id from hourglass.thread_message t join hourglass.inquiry i on i.id = t.inquiry where %s limit ?";

    private static final String BOOKED =
            """
            exists (
                select 1 from hourglass.verdict_entry e
                where e.case_id = i.id and e.track = 'INQUIRY' and e.state = ? and not exists (
                    select 1 from hourglass.verdict_entry later
                    where later.case_id = e.case_id and later.track = e.track and later.seq > e.seq))""";

    private static final String NOT_BOOKED =
            """
            not exists (
                select 1 from hourglass.verdict_entry e where e.case_id = i.id and e.track = 'INQUIRY')
            and i.reply_due_at > ?""";

    /** All entries of a case have its day: so bounded, those of history before are not read. */
    static final String STATES =
            """
            select e.state, count(*) as cases from hourglass.verdict_entry e
            where e.received_day >= ? and %s and e.track = 'INQUIRY' and not exists (
                select 1 from hourglass.verdict_entry later
                where later.case_id = e.case_id and later.track = e.track and later.seq > e.seq
                  and later.received_day = e.received_day and later.received_day >= cast('%s' as date))
            group by e.state""";

    static final String WAITING =
            """
            select count(*) from hourglass.inquiry i
            where i.received_day >= ? and %s and not exists (
                select 1 from hourglass.verdict_entry e
                where e.case_id = i.id and e.track = 'INQUIRY' and e.received_day >= cast('%s' as date))
              and i.reply_due_at > ?""";

    private final JdbcClient jdbc;
    private final JdbcInquirySearch search;
    private final WordConditions conditions;
    private final Clock clock;

    JdbcInquiryWords(JdbcClient jdbc, JdbcInquirySearch search, WordConditions conditions, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.search = search;
        this.conditions = conditions;
    }

    /**
     * For what is asked in this transaction: of plans made without the values, those after five executions, a supplier has as
     * few inquiries as the average one, and of a large one each was read for each of its mails.
     */
    private void planEach() {
        if (conditions.indexed()) {
            jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                    .query(String.class)
                    .single();
        }
    }

    @Override
    public List<Inquiry> find(Sought sought, Wanted wanted, Narrowing narrowing, long offset, int limit) {
        planEach();
        var holds = narrowed(wanted, narrowing);
        if (sought.isAnything()) {
            var all = JdbcInquirySearch.query(holds, offset, limit);
            return jdbc.sql(all.sql())
                    .params(all.values())
                    .query((row, number) -> JdbcInquiries.read(row))
                    .list();
        }
        return found(
                newest("i.*", among(wanted), holds, conditions.matching(sought, false), offset, limit),
                byIndex("i.*", holds, conditions.matching(sought, true), offset, limit),
                limit,
                (row, number) -> JdbcInquiries.read(row));
    }

    /** The books have a verdict's last entry by its inquiry. */
    Condition narrowed(Wanted wanted, Narrowing narrowing) {
        var all = new ArrayList<>(List.of(search.holds(wanted)));
        if (narrowing.booked() == InquiryState.PENDING) {
            all.add(Condition.of(NOT_BOOKED, UtcColumn.of(clock.instant())));
        } else if (narrowing.booked() != null) {
            all.add(Condition.of(BOOKED, narrowing.booked().name()));
        }
        if (narrowing.among() != null) {
            all.add(Condition.of(
                    "i.id = any (?)",
                    new SqlArrayValue(
                            "varchar",
                            narrowing.among().stream().map(InquiryId::value).toArray())));
        }
        return Condition.all(all);
    }

    @Override
    public Map<InquiryState, Integer> booked(LocalDate from, @Nullable SupplierId supplier) {
        var counts = new EnumMap<InquiryState, Integer>(InquiryState.class);
        var states = counted(STATES, "e.subject = ?", from, supplier);
        jdbc.sql(states.sql())
                .params(states.values())
                .query((row, number) -> Map.entry(InquiryState.valueOf(row.getString("state")), row.getInt("cases")))
                .list()
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        var waiting = counted(WAITING, "i.supplier = ?", from, supplier);
        var number = jdbc.sql(waiting.sql())
                .params(Stream.concat(waiting.values().stream(), Stream.of(UtcColumn.of(clock.instant())))
                        .toList())
                .query(Integer.class)
                .single();
        if (number > 0) {
            counts.put(InquiryState.PENDING, number);
        }
        return counts;
    }

    static Condition counted(String query, String ofSupplier, LocalDate from, @Nullable SupplierId supplier) {
        return supplier == null
                ? Condition.of(query.formatted("true", from), from)
                : Condition.of(query.formatted(ofSupplier, from), from, supplier.value());
    }

    static int among(Wanted wanted) {
        return wanted.supplier() == null && wanted.buyer() == null ? NEWEST : NEWEST_OF_PARTY;
    }

    private <T> List<T> found(Condition newest, Condition byIndex, int limit, RowMapper<T> read) {
        var found = jdbc.sql(newest.sql()).params(newest.values()).query(read).list();
        return found.size() < limit && conditions.indexed()
                ? jdbc.sql(byIndex.sql()).params(byIndex.values()).query(read).list()
                : found;
    }

    /** On H2 among all there are, which an index holds in their order with all that is asked of them. */
    Condition newest(String columns, int among, Condition holds, Condition matching, long offset, int limit) {
        var sql = conditions.indexed()
                ? "select %s from (select * from hourglass.inquiry i where %s%s limit " + among
                        + ") i where %s%s limit ? offset ?"
                : "select %s from (select i.id from hourglass.inquiry i where %s and %4$s%3$s limit ? offset ?) f"
                        + " join hourglass.inquiry i on i.id = f.id%3$s";
        return new Condition(
                sql.formatted(columns, holds.sql(), NEWEST_FIRST, matching.sql(), NEWEST_FIRST),
                values(holds, matching, limit, offset));
    }

    /** Offset 0 keeps PostgreSQL from going through all inquiries in the order that is asked for. */
    static Condition byIndex(String columns, Condition holds, Condition matching, long offset, int limit) {
        return new Condition(
                "select " + columns + " from (select * from hourglass.inquiry i where " + holds.sql() + " and "
                        + matching.sql() + " offset 0) i" + NEWEST_FIRST + " limit ? offset ?",
                values(holds, matching, limit, offset));
    }

    private static List<Object> values(Condition holds, Condition matching, int limit, long offset) {
        var values = new ArrayList<>(holds.values());
        values.addAll(matching.values());
        values.add(limit);
        values.add(offset);
        return values;
    }

    @Override
    public List<InquiryId> named(String typed, Wanted wanted, int limit) {
        planEach();
        var holds = search.holds(wanted);
        var fact = Condition.all(List.of(Condition.of("f.id = ? and f.track = 'INQUIRY'", typed), holds));
        var mail = Condition.all(List.of(conditions.ofMail(typed), holds));
        var found = new LinkedHashSet<>(ids(OF_FACT, fact, limit));
        found.addAll(ids(OF_MAIL, mail, limit));
        return found.stream().limit(limit).toList();
    }

    private List<InquiryId> ids(String query, Condition condition, int limit) {
        var values = new ArrayList<>(condition.values());
        values.add(limit);
        return jdbc.sql(query.formatted(condition.sql()))
                .params(values)
                .query((row, number) -> new InquiryId(row.getString("id")))
                .list();
    }

    @Override
    public List<BuyerId> buyers(Collection<String> words, String typed, int limit) {
        var holds = Condition.all(List.of());
        return found(
                        newest("i.buyer", NEWEST, holds, buyers(words, typed, false), 0, limit),
                        byIndex("i.buyer", holds, buyers(words, typed, true), 0, limit),
                        limit,
                        (row, number) -> new BuyerId(row.getString("buyer")))
                .stream()
                .distinct()
                .toList();
    }

    private Condition buyers(Collection<String> words, String typed, boolean byIndex) {
        return typed.isEmpty() ? Condition.of("true") : conditions.ofBuyers(words, typed, byIndex);
    }

    @Override
    public List<BuyerId> buyersOf(SupplierId supplier, int limit) {
        return jdbc.sql("select buyer from hourglass.inquiry where supplier = ? limit ?")
                .params(supplier.value(), limit)
                .query((row, number) -> new BuyerId(row.getString("buyer")))
                .list();
    }

    @Override
    public Map<BuyerId, Integer> inquiriesOf(Collection<BuyerId> buyers) {
        return jdbc
                .sql("select buyer, count(*) as sent from hourglass.inquiry where buyer = any (?) group by buyer")
                .param(new SqlArrayValue(
                        "varchar", buyers.stream().map(BuyerId::value).toArray()))
                .query((row, number) -> Map.entry(new BuyerId(row.getString("buyer")), row.getInt("sent")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
