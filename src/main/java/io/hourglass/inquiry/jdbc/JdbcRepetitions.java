package io.hourglass.inquiry.jdbc;

import io.hourglass.inquiry.lists.Repetitions;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRepetitions implements Repetitions {

    private static final String REPEATED =
            """
            select %1$s as party, count(*) as inquiries, count(case when e.state = 'DUPLICATE' then 1 end) as duplicates
            from hourglass.inquiry i join hourglass.verdict_entry e on e.case_id = i.id and e.track = 'INQUIRY'
            where i.received_day between ? and ?
             and not exists (select 1 from hourglass.verdict_entry later
                             where later.case_id = e.case_id and later.track = e.track and later.seq > e.seq)
            group by %1$s having count(case when e.state = 'DUPLICATE' then 1 end) > 0
            order by duplicates desc, party limit ? offset ?""";

    private final JdbcClient jdbc;

    JdbcRepetitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ListPage<Repeated> of(By by, LocalDate from, LocalDate to, PageQuery page) {
        return page.from((offset, limit) -> jdbc.sql(REPEATED.formatted(by == By.BUYER ? "i.buyer" : "i.supplier"))
                .params(from, to, limit, offset)
                .query((row, number) ->
                        new Repeated(row.getString("party"), row.getInt("inquiries"), row.getInt("duplicates")))
                .list());
    }
}
