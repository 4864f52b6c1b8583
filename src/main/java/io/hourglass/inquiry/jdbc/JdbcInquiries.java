package io.hourglass.inquiry.jdbc;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.UtcColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInquiries implements Inquiries {

    private final JdbcClient jdbc;

    JdbcInquiries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Inquiry inquiry) {
        jdbc.sql(
                        """
                        insert into hourglass.inquiry (id, buyer, supplier, channel, category, received_at, recorded_at,
                            received_day, policy_version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(inquiry.id().value())
                .param(inquiry.buyer().value())
                .param(inquiry.supplier().value())
                .param(inquiry.channel())
                .param(inquiry.category())
                .param(UtcColumn.of(inquiry.receivedAt()))
                .param(UtcColumn.of(inquiry.recordedAt()))
                .param(inquiry.day())
                .param(inquiry.policyVersion())
                .update();
    }

    @Override
    public Optional<Inquiry> find(InquiryId id) {
        return jdbc.sql("select * from hourglass.inquiry where id = ?")
                .param(id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public Optional<Inquiry> lock(InquiryId id) {
        return jdbc.sql("select * from hourglass.inquiry where id = ? for update")
                .param(id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<Inquiry> ofPair(BuyerId buyer, SupplierId supplier, Instant from, Instant until) {
        return jdbc.sql(
                        """
                        select * from hourglass.inquiry
                        where buyer = ? and supplier = ? and received_at >= ? and received_at < ?""")
                .params(buyer.value(), supplier.value(), UtcColumn.of(from), UtcColumn.of(until))
                .query((row, number) -> read(row))
                .list();
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
    public List<Inquiry> ofSupplier(SupplierId supplier, Instant from, Instant until) {
        return jdbc.sql(
                        """
                        select * from hourglass.inquiry
                        where supplier = ? and received_at >= ? and received_at < ?""")
                .params(supplier.value(), UtcColumn.of(from), UtcColumn.of(until))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public void addToThread(String messageId, InquiryId inquiry) {
        jdbc.sql(
                        """
                        insert into hourglass.thread_message (message_id, inquiry)
                        select ?, id from hourglass.inquiry i
                        where id = ? and not exists (
                            select 1 from hourglass.thread_message t where t.message_id = ? and t.inquiry = i.id)""")
                .params(messageId, inquiry.value(), messageId)
                .update();
    }

    @Override
    public Optional<InquiryId> findThread(String messageId, BuyerId buyer, SupplierId supplier) {
        return jdbc.sql(
                        """
                        select i.* from hourglass.thread_message t join hourglass.inquiry i on i.id = t.inquiry
                        where t.message_id = ? and i.buyer = ? and i.supplier = ?
                        order by i.received_at limit 1""")
                .params(messageId, buyer.value(), supplier.value())
                .query((row, number) -> read(row).id())
                .optional();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from hourglass.inquiry")
                .query(Long.class)
                .single();
    }

    private static Inquiry read(ResultSet row) throws SQLException {
        return new Inquiry(
                new InquiryId(row.getString("id")),
                new BuyerId(row.getString("buyer")),
                new SupplierId(row.getString("supplier")),
                row.getString("channel"),
                row.getString("category"),
                UtcColumn.read(row, "received_at"),
                UtcColumn.read(row, "recorded_at"),
                row.getObject("received_day", LocalDate.class),
                row.getInt("policy_version"));
    }
}
