package io.hourglass.inquiry.jdbc;

import io.hourglass.inquiry.Notices;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.UtcColumn;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotices implements Notices {

    private final JdbcClient jdbc;

    JdbcNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void tell(InquiryId inquiry, Notice.Kind kind, Instant at) {
        if (toldTo(inquiry).stream().noneMatch(notice -> notice.kind() == kind)) {
            jdbc.sql("insert into hourglass.buyer_notice (inquiry, kind, told_at) values (?, ?, ?)")
                    .params(inquiry.value(), kind.name(), UtcColumn.of(at))
                    .update();
        }
    }

    @Override
    public List<Notice> toldTo(InquiryId inquiry) {
        return jdbc.sql("select kind, told_at from hourglass.buyer_notice where inquiry = ? order by told_at, kind")
                .param(inquiry.value())
                .query((row, number) ->
                        new Notice(Notice.Kind.valueOf(row.getString("kind")), UtcColumn.read(row, "told_at")))
                .list();
    }
}
