package io.hourglass.inquiry.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hourglass.inquiry.threads.FollowUpMails;
import io.hourglass.kernel.ids.InquiryId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFollowUpMails implements FollowUpMails {

    private final JdbcClient jdbc;

    JdbcFollowUpMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(InquiryId inquiry, String hash) {
        jdbc.sql(
                        """
                        insert into hourglass.follow_up_mail (inquiry, hash)
                        select id, ? from hourglass.inquiry i
                        where id = ? and not exists (
                            select 1 from hourglass.follow_up_mail f where f.inquiry = i.id and f.hash = ?)""")
                .params(hash, inquiry.value(), hash)
                .update();
    }

    @Override
    public Map<InquiryId, List<String>> of(Collection<InquiryId> inquiries) {
        var ids = new SqlArrayValue(
                "varchar", inquiries.stream().map(InquiryId::value).toArray());
        return jdbc
                .sql("select inquiry, hash from hourglass.follow_up_mail where inquiry = any (?)")
                .param(ids)
                .query((row, number) -> Map.entry(new InquiryId(row.getString("inquiry")), row.getString("hash")))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
