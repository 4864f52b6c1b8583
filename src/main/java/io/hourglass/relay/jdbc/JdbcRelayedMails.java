package io.hourglass.relay.jdbc;

import static java.util.stream.Collectors.joining;

import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mail.MailClass;
import io.hourglass.mail.MailReason;
import io.hourglass.mail.ReadMail.Header;
import io.hourglass.relay.mails.MailTimes;
import io.hourglass.relay.mails.RelayedMail;
import io.hourglass.relay.mails.RelayedMails;
import io.hourglass.relay.mails.Review;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRelayedMails implements RelayedMails {

    private static final String COLUMNS =
            """
            select fact, inquiry, mail_class, reasons, headers, received_at, by_server, sent_at, recorded_at, review
            from hourglass.relayed_mail
            """;
    private static final byte[] GONE = {};

    private final JdbcClient jdbc;

    JdbcRelayedMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(RelayedMail mail, byte[] raw, Instant rawUntil) {
        var times = mail.times();
        jdbc.sql(
                        """
                        insert into hourglass.relayed_mail (fact, inquiry, mail_class, reasons, headers, received_at, by_server, sent_at,
                          recorded_at, review, raw, raw_until)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as timestamp(3) with time zone), ?, cast(? as varchar), cast(? as bytea),
                          cast(? as timestamp(3) with time zone))""")
                .params(Arrays.asList(
                        mail.fact().value(),
                        mail.inquiry().value(),
                        mail.mailClass().name(),
                        mail.reasons().stream().map(Enum::name).sorted().collect(joining(",")),
                        mail.headers().stream().map(Header::line).collect(joining("\n")),
                        UtcColumn.of(times.receivedAt()),
                        times.byServer(),
                        UtcColumn.ofNullable(times.sentAt()),
                        UtcColumn.of(times.recordedAt()),
                        mail.review() == null ? null : mail.review().name(),
                        raw.length == 0 ? null : raw,
                        raw.length == 0 ? null : UtcColumn.of(rawUntil)))
                .update();
    }

    @Override
    public Optional<RelayedMail> find(FactId fact) {
        return jdbc.sql(COLUMNS + "where fact = ?")
                .param(fact.value())
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public Optional<RelayedMail> lock(FactId fact) {
        return jdbc.sql(COLUMNS + "where fact = ? for update")
                .param(fact.value())
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<RelayedMail> of(Collection<InquiryId> inquiries) {
        return jdbc.sql(COLUMNS + "where inquiry = any (?) order by received_at, fact")
                .param(ids(inquiries))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public int numberOf(InquiryId inquiry) {
        return jdbc.sql("select count(*) from hourglass.relayed_mail where inquiry = ?")
                .param(inquiry.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<byte[]> raw(FactId fact) {
        return jdbc.sql("select raw from hourglass.relayed_mail where fact = ? and raw is not null")
                .param(fact.value())
                .query((row, number) -> row.getBytes("raw"))
                .optional();
    }

    @Override
    public List<RelayedMail> waiting(long offset, int limit) {
        return jdbc.sql(COLUMNS + "where review = ? order by recorded_at, fact limit ? offset ?")
                .params(Review.WAITING.name(), limit, offset)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public int numberWaiting() {
        return jdbc.sql("select count(*) from hourglass.relayed_mail where review = ?")
                .param(Review.WAITING.name())
                .query(Integer.class)
                .single();
    }

    @Override
    public void review(FactId fact, Review review) {
        jdbc.sql("update hourglass.relayed_mail set review = ? where fact = ?")
                .params(review.name(), fact.value())
                .update();
    }

    @Override
    public void forgetRaw(Instant now) {
        jdbc.sql("update hourglass.relayed_mail set raw = cast(? as bytea), raw_until = null where raw_until <= ?")
                .params(GONE, UtcColumn.of(now))
                .update();
    }

    @Override
    public void erase(Collection<InquiryId> inquiries) {
        jdbc.sql(
                        """
                        update hourglass.relayed_mail set headers = '', raw = null, raw_until = null,
                          review = case when review = 'WAITING' then null else review end
                        where inquiry = any (?)""")
                .param(ids(inquiries))
                .update();
    }

    private static SqlArrayValue ids(Collection<InquiryId> inquiries) {
        return new SqlArrayValue(
                "varchar", inquiries.stream().map(InquiryId::value).toArray());
    }

    private static RelayedMail read(ResultSet row) throws SQLException {
        @Nullable String review = row.getString("review");
        return RelayedMail.builder()
                .fact(new FactId(row.getString("fact")))
                .inquiry(new InquiryId(row.getString("inquiry")))
                .mailClass(MailClass.valueOf(row.getString("mail_class")))
                .reasons(Arrays.stream(row.getString("reasons").split(",", -1))
                        .map(MailReason::valueOf)
                        .collect(Collectors.toSet()))
                .headers(row.getString("headers").lines().map(Header::of).toList())
                .times(new MailTimes(
                        UtcColumn.read(row, "received_at"),
                        row.getBoolean("by_server"),
                        UtcColumn.readNullable(row, "sent_at"),
                        UtcColumn.read(row, "recorded_at")))
                .review(review == null ? null : Review.valueOf(review))
                .build();
    }
}
