package io.hourglass.relay.jdbc;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mail.MailClass;
import io.hourglass.mail.MailReason;
import io.hourglass.mail.ReadMail.Header;
import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.relay.mails.FoundInMailbox;
import io.hourglass.relay.mails.FoundInMailbox.Doubt;
import io.hourglass.relay.mails.FoundInMailbox.MatchedBy;
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
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRelayedMails implements RelayedMails {

    private static final String COLUMNS =
            """
            select fact, inquiry, mail_class, reasons, headers, received_at, by_server, sent_at, recorded_at, review, folder, matched_by, doubts
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
        var found = mail.found();
        jdbc.sql(
                        """
                        insert into hourglass.relayed_mail (fact, inquiry, mail_class, reasons, headers, received_at, by_server, sent_at,
                          recorded_at, review, raw, raw_until, folder, matched_by, doubts)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as timestamp(3) with time zone), ?, cast(? as varchar), cast(? as bytea),
                          cast(? as timestamp(3) with time zone), cast(? as varchar), cast(? as varchar), cast(? as varchar))""")
                .params(Arrays.asList(
                        mail.fact().value(),
                        mail.inquiry().value(),
                        mail.mailClass().name(),
                        names(mail.reasons()),
                        mail.headers().stream().map(Header::line).collect(joining("\n")),
                        UtcColumn.of(times.receivedAt()),
                        times.byServer(),
                        UtcColumn.ofNullable(times.sentAt()),
                        UtcColumn.of(times.recordedAt()),
                        mail.review() == null ? null : mail.review().name(),
                        raw.length == 0 ? null : raw,
                        raw.length == 0 ? null : UtcColumn.of(rawUntil),
                        found == null ? null : found.folder().name(),
                        found == null ? null : found.by().name(),
                        found == null ? null : names(found.doubts())))
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
                .reasons(named(row.getString("reasons"), MailReason::valueOf))
                .headers(row.getString("headers").lines().map(Header::of).toList())
                .times(new MailTimes(
                        UtcColumn.read(row, "received_at"),
                        row.getBoolean("by_server"),
                        UtcColumn.readNullable(row, "sent_at"),
                        UtcColumn.read(row, "recorded_at")))
                .found(found(row))
                .review(review == null ? null : Review.valueOf(review))
                .build();
    }

    private static @Nullable FoundInMailbox found(ResultSet row) throws SQLException {
        @Nullable String folder = row.getString("folder");
        return folder == null
                ? null
                : new FoundInMailbox(
                        Folder.valueOf(folder),
                        MatchedBy.valueOf(row.getString("matched_by")),
                        named(row.getString("doubts"), Doubt::valueOf));
    }

    private static String names(Set<? extends Enum<?>> some) {
        return some.stream().map(Enum::name).sorted().collect(joining(","));
    }

    private static <T> Set<T> named(String names, Function<String, T> value) {
        return Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(value)
                .collect(toSet());
    }
}
