package io.hourglass.inquiry.jdbc;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.reading.InquirySearch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks only for what is wanted, so that the database can choose an index for each search. */
@Repository
class JdbcInquirySearch implements InquirySearch {

    static final String NEWEST_FIRST = " order by i.received_day desc, i.received_at desc, i.id";

    private final JdbcClient jdbc;
    private final WordConditions conditions;

    JdbcInquirySearch(JdbcClient jdbc, WordConditions conditions) {
        this.jdbc = jdbc;
        this.conditions = conditions;
    }

    @Override
    public List<Inquiry> find(Wanted wanted, long offset, int limit) {
        var query = query(wanted, offset, limit);
        return jdbc.sql(query.sql())
                .params(query.values())
                .query((row, number) -> JdbcInquiries.read(row))
                .list();
    }

    Condition query(Wanted wanted, long offset, int limit) {
        return query(holds(wanted), offset, limit);
    }

    static Condition query(Condition holds, long offset, int limit) {
        var values = new ArrayList<>(holds.values());
        values.add(limit);
        values.add(offset);
        return new Condition(
                "select i.* from hourglass.inquiry i where " + holds.sql() + NEWEST_FIRST + " limit ? offset ?",
                values);
    }

    /** Of an inquiry {@code i}. */
    Condition holds(Wanted wanted) {
        var all = new ArrayList<Condition>();
        add(all, "i.id = ?", wanted.inquiry());
        add(
                all,
                "i.id = (select f.case_id from hourglass.fact f where f.id = ? and f.track = 'INQUIRY')",
                wanted.fact());
        if (wanted.messageId() != null) {
            all.add(ofMail(wanted.messageId()));
        }
        add(all, "i.buyer = ?", wanted.buyer());
        add(all, "i.supplier = ?", wanted.supplier());
        add(all, "i.received_day >= cast(? as date)", wanted.from());
        add(all, "i.received_day <= cast(? as date)", wanted.to());
        return Condition.all(all);
    }

    /** By its words as well, where it has any: of them there is an index. */
    private Condition ofMail(String messageId) {
        var itself = Condition.of("t.message_id = ?", messageId);
        var words = conditions.ofMail(messageId);
        var mail = words.equals(Condition.NEVER) ? itself : Condition.all(List.of(words, itself));
        return new Condition(
                "i.id in (select t.inquiry from hourglass.thread_message t where " + mail.sql() + ")", mail.values());
    }

    private static void add(List<Condition> all, String condition, @Nullable Object value) {
        if (value != null) {
            all.add(Condition.of(condition, value.toString()));
        }
    }
}
