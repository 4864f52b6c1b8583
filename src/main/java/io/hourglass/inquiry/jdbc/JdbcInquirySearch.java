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

    private final JdbcClient jdbc;

    JdbcInquirySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Inquiry> find(Wanted wanted, long offset, int limit) {
        var query = query(wanted, offset, limit);
        return jdbc.sql(query.sql())
                .params(query.values)
                .query((row, number) -> JdbcInquiries.read(row))
                .list();
    }

    static Query query(Wanted wanted, long offset, int limit) {
        var query = new Query();
        query.add("i.id = ?", wanted.inquiry());
        query.add(
                "i.id = (select f.case_id from hourglass.fact f where f.id = ? and f.track = 'INQUIRY')",
                wanted.fact());
        query.add(
                "i.id in (select t.inquiry from hourglass.thread_message t where t.message_id = ?)",
                wanted.messageId());
        query.add("i.buyer = ?", wanted.buyer());
        query.add("i.supplier = ?", wanted.supplier());
        query.add("i.received_day >= cast(? as date)", wanted.from());
        query.add("i.received_day <= cast(? as date)", wanted.to());
        query.values.add(limit);
        query.values.add(offset);
        return query;
    }

    static final class Query {
        private final List<String> conditions = new ArrayList<>(List.of("true"));
        private final List<Object> values = new ArrayList<>();

        String sql() {
            return "select i.* from hourglass.inquiry i where " + String.join(" and ", conditions)
                    + " order by i.received_day desc, i.received_at desc, i.id limit ? offset ?";
        }

        List<Object> values() {
            return values;
        }

        private void add(String condition, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                values.add(value.toString());
            }
        }
    }
}
