package io.hourglass.audit.jdbc;

import io.hourglass.audit.LedgerEntry;
import io.hourglass.audit.LedgerRecords;
import io.hourglass.group.Insert;
import io.hourglass.group.Rows;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.UtcColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLedgerRecords implements LedgerRecords {

    private static final Insert RECORD = new Insert(
            1, "insert into hourglass.ledger_record (kind, person, inquiry, content, noted_at) values (?, ?, ?, ?, ?)");

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    JdbcLedgerRecords(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void note(LedgerEntry entry) {
        rows.add(RECORD, entry.kind(), entry.by(), entry.inquiry(), entry.json(), UtcColumn.of(clock.instant()));
    }

    @Override
    public void take(LocalDate day) {
        jdbc.sql("update hourglass.ledger_record set seal_day = ? where seal_day is null")
                .param(day)
                .update();
    }

    @Override
    public List<Noted> takenBy(LocalDate day) {
        return jdbc.sql("select * from hourglass.ledger_record where seal_day = ? order by id")
                .param(day)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<LocalDate> daysWith(InquiryId inquiry) {
        return jdbc.sql(
                        """
                        select distinct seal_day from hourglass.ledger_record
                        where inquiry = ? and seal_day is not null order by seal_day""")
                .param(inquiry.value())
                .query(LocalDate.class)
                .list();
    }

    @Override
    public List<Noted> latest(String kind, long skip, int most) {
        return jdbc.sql("select * from hourglass.ledger_record where kind = ? order by id desc limit ? offset ?")
                .params(kind, most, skip)
                .query((row, number) -> read(row))
                .list();
    }

    private static Noted read(ResultSet row) throws SQLException {
        return new Noted(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("person"),
                row.getString("inquiry"),
                row.getString("content"),
                UtcColumn.read(row, "noted_at"));
    }
}
