package io.hourglass.inquiry.jdbc;

import io.hourglass.inquiry.NumbersOfInquiries;
import io.hourglass.kernel.ids.InquiryId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The database gives each inquiry its number. */
@Repository
class JdbcNumbersOfInquiries implements NumbersOfInquiries {

    private final JdbcClient jdbc;

    JdbcNumbersOfInquiries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Long> of(InquiryId inquiry) {
        return jdbc.sql("select relay_number from hourglass.inquiry where id = ?")
                .param(inquiry.value())
                .query(Long.class)
                .optional();
    }

    @Override
    public Optional<InquiryId> numbered(long number) {
        return jdbc.sql("select id from hourglass.inquiry where relay_number = ?")
                .param(number)
                .query(String.class)
                .optional()
                .map(InquiryId::new);
    }
}
