package io.hourglass.chaos.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.policy.CountingReplies;
import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.ExcusedGaps;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.FactKind;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.sla.days.DayRules;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the program left behind, read over connections of our own. */
public final class Tables {

    private final JdbcClient jdbc;

    public Tables(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    record InquiryRow(
            InquiryId id, String buyer, String supplier, Instant receivedAt, Instant recordedAt, LocalDate day) {}

    record EntryRow(String state, String rule, @Nullable String decidingFact, @Nullable String anchor) {}

    record DayRow(Instant closesAt, boolean settled, @Nullable LocalDate publishedOn) {}

    record SubjectDay(LocalDate day, String subject) {}

    JdbcClient jdbc() {
        return jdbc;
    }

    ChatTables chat() {
        return new ChatTables(jdbc);
    }

    /** The simulated time at which the run ended. */
    Instant now() {
        return jdbc.sql("select now_at from chaos.clock")
                .query((row, number) -> UtcColumn.read(row, "now_at"))
                .single();
    }

    List<Fact> facts() {
        return jdbc.sql("select * from hourglass.fact").query(Tables::fact).list();
    }

    List<Fact> facts(Track track) {
        return jdbc.sql("select * from hourglass.fact where track = ?")
                .param(track.name())
                .query(Tables::fact)
                .list();
    }

    List<InquiryRow> inquiries() {
        return jdbc.sql("select * from hourglass.inquiry")
                .query(Tables::inquiry)
                .list();
    }

    /** The last entry of each case that has one. */
    Map<String, EntryRow> lastEntries(Track track) {
        return jdbc
                .sql(
                        """
                        select distinct on (case_id) case_id, state, rule, deciding_fact, anchor
                        from hourglass.verdict_entry where track = ? order by case_id, seq desc""")
                .param(track.name())
                .query((row, number) -> Map.entry(row.getString("case_id"), entry(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<LocalDate, DayRow> bookDays(Track track) {
        return jdbc
                .sql("select * from hourglass.book_day where track = ?")
                .param(track.name())
                .query((row, number) -> Map.entry(row.getObject("received_day", LocalDate.class), day(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<SubjectDay, Map<String, Integer>> buckets(Track track) {
        Map<SubjectDay, Map<String, Integer>> counts = new HashMap<>();
        jdbc.sql("select * from hourglass.day_bucket where track = ?")
                .param(track.name())
                .query((RowCallbackHandler)
                        row -> counts.computeIfAbsent(subjectDay(row, "received_day"), unseen -> new HashMap<>())
                                .put(row.getString("state"), row.getInt("count")));
        return counts;
    }

    /** All revisions, each in the words of {@link NumbersCheck}. */
    Map<SubjectDay, List<String>> numbers(Track track) {
        return jdbc
                .sql("select * from hourglass.published_number where track = ? order by revision")
                .param(track.name())
                .query((row, number) -> Map.entry(subjectDay(row, "published_on"), number(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    ReplyPolicy policy() {
        return jdbc.sql("select * from hourglass.policy where kind = 'reply'")
                .query((row, number) -> policy(row))
                .single();
    }

    private static String number(ResultSet row) throws SQLException {
        return NumbersCheck.inWords(
                row.getInt("revision"),
                row.getObject("window_from", LocalDate.class),
                row.getObject("window_to", LocalDate.class),
                row.getInt("timely"),
                row.getInt("countable"));
    }

    private static SubjectDay subjectDay(ResultSet row, String day) throws SQLException {
        return new SubjectDay(row.getObject(day, LocalDate.class), row.getString("subject"));
    }

    private static DayRow day(ResultSet row) throws SQLException {
        return new DayRow(
                UtcColumn.read(row, "closes_at"),
                UtcColumn.readNullable(row, "settled_at") != null,
                row.getObject("published_on", LocalDate.class));
    }

    private static EntryRow entry(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getString("state"), row.getString("rule"), row.getString("deciding_fact"), row.getString("anchor"));
    }

    private static InquiryRow inquiry(ResultSet row, int number) throws SQLException {
        return new InquiryRow(
                new InquiryId(row.getString("id")),
                row.getString("buyer"),
                row.getString("supplier"),
                UtcColumn.read(row, "received_at"),
                UtcColumn.read(row, "recorded_at"),
                row.getObject("received_day", LocalDate.class));
    }

    private static CaseId caseId(ResultSet row) throws SQLException {
        var id = row.getString("case_id");
        return isOfChat(row) ? new ConsultationId(id) : new InquiryId(id);
    }

    private static FactKind kind(ResultSet row) throws SQLException {
        var name = row.getString("kind");
        return isOfChat(row) ? ChatFactKind.valueOf(name) : InquiryFactKind.valueOf(name);
    }

    private static boolean isOfChat(ResultSet row) throws SQLException {
        return row.getString("track").equals(ConsultationId.CHAT.name());
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        var author = row.getString("author");
        var about = row.getString("about");
        return Fact.builder()
                .id(new FactId(row.getString("id")))
                .caseId(caseId(row))
                .kind(kind(row))
                .author(author == null ? null : AuthorKind.valueOf(author))
                .occurredAt(UtcColumn.read(row, "occurred_at"))
                .recordedAt(UtcColumn.read(row, "recorded_at"))
                .textless(row.getBoolean("textless"))
                .about(about == null ? null : new FactId(about))
                .build();
    }

    private static ReplyPolicy policy(ResultSet row) throws SQLException {
        var rules = rules(row.getString("rules"));
        var counting = new ArrayList<String>();
        rules.path("countingAuthors").forEach(author -> counting.add(author.asText()));
        return ReplyPolicy.builder()
                .version(row.getInt("version"))
                .days(new DayRules(
                        UtcColumn.read(row, "in_force_at"),
                        ZoneId.of(rules.path("zone").asText()),
                        Duration.parse(rules.path("replyWithin").asText()),
                        rules.path("booksCloseAfterDays").asInt(),
                        rules.path("rateWindowDays").asInt(),
                        null))
                .objectWithin(Period.parse(rules.path("objectWithin").asText()))
                .duplicates(DuplicateRule.valueOf(rules.path("duplicates").asText()))
                .offerStaysFor(Duration.parse(rules.path("offerStaysFor").asText()))
                .counting(new CountingReplies(
                        counting.stream().map(AuthorKind::valueOf).collect(Collectors.toSet()),
                        rules.path("textlessReplyCounts").asBoolean(),
                        Duration.parse(rules.path("earlyBy").asText())))
                .gaps(new ExcusedGaps(
                        Duration.parse(rules.path("gapOwnAfter").asText()),
                        Duration.parse(rules.path("outageLeast").asText())))
                .build();
    }

    static JsonNode rules(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
