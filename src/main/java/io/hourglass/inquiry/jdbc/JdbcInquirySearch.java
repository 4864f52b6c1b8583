package io.hourglass.inquiry.jdbc;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.InquirySearch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks only for what is wanted, so that the database can choose an index for each search. */
@Repository
class JdbcInquirySearch implements InquirySearch {

    private final JdbcClient jdbc;

    JdbcInquirySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Inquiry> find(Wanted wanted, long skip, int most) {
        var conditions = new Conditions();
        conditions.add("i.id = ?", wanted.inquiry());
        conditions.add("i.id = (select f.inquiry from hourglass.fact f where f.id = ?)", wanted.fact());
        conditions.add(
                "i.id in (select t.inquiry from hourglass.thread_message t where t.message_id = ?)",
                wanted.messageId());
        conditions.add("i.buyer = ?", wanted.buyer());
        conditions.add("i.supplier = ?", wanted.supplier());
        conditions.add("i.received_day >= cast(? as date)", wanted.from());
        conditions.add("i.received_day <= cast(? as date)", wanted.to());
        conditions.values.add(most);
        conditions.values.add(skip);
        return jdbc.sql("select i.* from hourglass.inquiry i where " + String.join(" and ", conditions.texts)
                        + " order by i.received_day desc, i.received_at desc, i.id limit ? offset ?")
                .params(conditions.values)
                .query((row, number) -> JdbcInquiries.read(row))
                .list();
    }

    private static final class Conditions {
        private final List<String> texts = new ArrayList<>(List.of("true"));
        private final List<Object> values = new ArrayList<>();

        void add(String text, @Nullable Object value) {
            if (value != null) {
                texts.add(text);
                values.add(value.toString());
            }
        }
    }
}
