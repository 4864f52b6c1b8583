package io.hourglass.chaos.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.hourglass.chaos.plan.ChatPair;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.abnormal.AbnormalFigures;
import io.hourglass.chat.policy.ChatCalendar;
import io.hourglass.chat.policy.ChatPolicy;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.sla.days.DayRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the program left behind of chat alone. */
final class ChatTables {

    private final JdbcClient jdbc;

    ChatTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record ConsultationRow(
            ConsultationId id, String account, String shop, String buyer, LocalDate day, @Nullable Instant openedAt) {

        String inWords() {
            return inWords(ChatPair.inWords(buyer, account), day);
        }

        /** @param between as {@link ChatPair} says it */
        static String inWords(String between, LocalDate day) {
            return between + " on " + day;
        }
    }

    /** @param shop null where the marks hold for all */
    record MarkedRow(ConsultationId id, String buyer, @Nullable String shop) {

        String inWords() {
            return ChatPair.marked(buyer, shop);
        }

        boolean concerns(String other) {
            return shop == null || shop.equals(other);
        }
    }

    record AccountRow(String id, String shop, Instant firstSeenAt) {}

    List<ConsultationRow> consultations() {
        return jdbc.sql("select * from hourglass.consultation")
                .query(ChatTables::consultation)
                .list();
    }

    List<MarkedRow> marked() {
        return jdbc.sql("select * from hourglass.marked_buyer")
                .query((row, number) -> new MarkedRow(
                        new ConsultationId(row.getString("case_id")), row.getString("buyer"), row.getString("shop")))
                .list();
    }

    Map<String, List<MarkedRow>> markedByBuyer() {
        return marked().stream().collect(groupingBy(MarkedRow::buyer));
    }

    Map<String, AccountRow> accounts() {
        return jdbc
                .sql("select * from hourglass.chat_account")
                .query((row, number) -> new AccountRow(
                        row.getString("id"), row.getString("shop"), UtcColumn.read(row, "first_seen_at")))
                .list()
                .stream()
                .collect(toMap(AccountRow::id, row -> row));
    }

    ChatCalendar calendar() {
        var policies = jdbc.sql("select * from hourglass.policy where kind = 'chat'")
                .query((row, number) -> policy(row))
                .list();
        return new ChatCalendar(() -> policies);
    }

    private static ConsultationRow consultation(ResultSet row, int number) throws SQLException {
        return new ConsultationRow(
                new ConsultationId(row.getString("id")),
                row.getString("account"),
                row.getString("shop"),
                row.getString("buyer"),
                row.getObject("chat_day", LocalDate.class),
                UtcColumn.readNullable(row, "opened_at"));
    }

    private static ChatPolicy policy(ResultSet row) throws SQLException {
        var rules = Tables.rules(row.getString("rules"));
        var counting = new HashSet<AuthorKind>();
        rules.path("countingAuthors").forEach(author -> counting.add(AuthorKind.valueOf(author.asText())));
        var days = new DayRules(
                UtcColumn.read(row, "in_force_at"),
                ZoneId.of(rules.path("zone").asText()),
                Duration.ZERO,
                1,
                rules.path("rateWindowDays").asInt(),
                null);
        var closesAt = LocalTime.parse(rules.path("closesAt").asText());
        return new ChatPolicy(row.getInt("version"), days, closesAt, AbnormalFigures.usual(), counting);
    }
}
