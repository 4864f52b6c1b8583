package io.hourglass.inquiry.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.seals.Seals;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.policy.ChangePolicies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("In a running marketplace whose reply policy changes")
class ChangedPolicyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 3);
    private static final LocalDate X = LocalDate.of(2026, 3, 10);
    private static final LocalDate Y = LocalDate.of(2026, 3, 16);

    @TempDir
    private Path dir;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private ChangePolicies policies;

    @Autowired
    private Seals seals;

    @Autowired
    private LedgerExport export;

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient jdbc;

    private final TreeMap<Instant, Runnable> events = new TreeMap<>();

    private void activate(LocalDate from, int copyOf, String changes) throws IOException {
        var rules = policies.copy("reply", copyOf, new ObjectMapper().readTree(changes));
        policies.activate(new ChangePolicies.Draft("reply", from, rules), "A test.");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private void then(Instant at, Runnable what) {
        events.merge(at, what, (one, other) -> () -> {
            one.run();
            other.run();
        });
    }

    /** Of a buyer of its own. */
    private void inquiry(String id, Instant at) {
        inquiry(id, "b-" + id, at);
    }

    private void inquiry(String id, String buyer, Instant at) {
        then(at, () -> marketplace.inquiry(id, new BuyerId(buyer), Marketplace.SUPPLIER, at, null));
    }

    private void answered(String id, Instant at, Duration after) {
        inquiry(id, at);
        then(at.plus(after), () -> marketplace.reply(new InquiryId(id)));
    }

    /** Twice on each day one that is answered after 20 hours, one after 40, and one that is not. */
    private void inquiriesOf(LocalDate from, LocalDate to) {
        from.datesUntil(to.plusDays(1)).forEach(day -> {
            for (var time : new String[] {"T00:00:00", "T23:30:00"}) {
                var at = at(day + time);
                answered("a-" + day + time.substring(1, 3), at, Duration.ofHours(20));
                answered("b-" + day + time.substring(1, 3), at.plusMillis(1), Duration.ofHours(40));
                inquiry("c-" + day + time.substring(1, 3), at.plusMillis(2));
            }
        });
    }

    private void runTo(Instant end) {
        events.forEach((at, what) -> {
            marketplace.passTo(at);
            what.run();
        });
        marketplace.passTo(end);
    }

    private String number(LocalDate on) {
        return jdbc.sql(
                        """
                        select window_to, timely, countable from hourglass.published_number
                        where published_on = ? and revision = 1""")
                .param(on)
                .query((row, line) -> row.getString(1) + ": " + row.getInt(2) + " of " + row.getInt(3))
                .optional()
                .orElse("none");
    }

    private String state(String inquiry) {
        return jdbc.sql("select state from hourglass.verdict_entry where case_id = ? order by seq desc limit 1")
                .param(inquiry)
                .query(String.class)
                .single();
    }

    private LocalDate dayOf(String inquiry) {
        return jdbc.sql("select received_day from hourglass.inquiry where id = ?")
                .param(inquiry)
                .query(LocalDate.class)
                .single();
    }

    /** Every number that is out, by the program and by the file, but for the last where its duplicates may follow; every seal. */
    private void assertRecounted() throws Exception {
        var dates = jdbc.sql("select distinct published_on from hourglass.published_number")
                .query(LocalDate.class)
                .list();
        for (var on : dates) {
            http.perform(get("/api/suppliers/supplier-1/published-number/recount")
                            .param("on", on.toString()))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.equal").value(true));
        }
        http.perform(get("/api/ledger/check")).andExpect(jsonPath("$.whole").value(true));
        var file = dir.resolve("ledger.ndjson");
        var out = new ByteArrayOutputStream();
        seals.between(Track.INQUIRY, FIRST.minusDays(9), FIRST.plusDays(99)).forEach(seal -> export.write(seal, out));
        Files.write(file, out.toByteArray());
        var outcome = FileRecount.of(file, number -> true);
        assertThat(outcome.numbers())
                .hasSize(dates.size())
                .filteredOn(result -> !result.missing().contains("ROLLING_24H"))
                .hasSizeGreaterThanOrEqualTo(dates.size() - 1)
                .allMatch(FileRecount.Result::equal);
    }

    @Test
    @DisplayName(
            "an inquiry is judged by the version in force at its receipt: 72 hours up to the last instant before X, 24 from X on")
    void replyWithin() throws Exception {
        activate(X, 1, "{\"replyWithin\": \"PT24H\"}");
        answered("before", at(X + "T00:00:00").minusMillis(1), Duration.ofDays(3));
        answered("from", at(X + "T00:00:00"), Duration.ofHours(24));
        answered("over", at(X + "T00:00:00").plusMillis(5), Duration.ofHours(24).plusMillis(1));
        runTo(at(X.plusDays(8) + "T12:00:00"));
        assertThat(state("before")).isEqualTo("TIMELY");
        assertThat(state("from")).isEqualTo("TIMELY");
        assertThat(state("over")).isEqualTo("LATE");
        assertRecounted();
    }

    @Test
    @DisplayName(
            "from 5 days to 3 and back each date publishes the window that ends with the latest day closed with all before it")
    void close() throws Exception {
        activate(X, 1, "{\"replyWithin\": \"PT24H\", \"booksCloseAfterDays\": 3}");
        inquiriesOf(FIRST, X.minusDays(3));
        runTo(at(X.minusDays(2) + "T12:00:00"));
        events.clear();
        activate(Y, 1, "{}");
        inquiriesOf(X.minusDays(1), Y.plusDays(2));
        runTo(at(Y.plusDays(8) + "T12:00:00"));

        assertThat(number(LocalDate.of(2026, 3, 12))).isEqualTo("2026-03-07: 20 of 30");
        assertThat(number(LocalDate.of(2026, 3, 13))).isEqualTo("2026-03-08: 20 of 30");
        assertThat(number(LocalDate.of(2026, 3, 14))).isEqualTo("2026-03-11: 28 of 48");
        assertThat(number(LocalDate.of(2026, 3, 15))).isEqualTo("2026-03-12: 30 of 54");
        assertThat(number(LocalDate.of(2026, 3, 18))).isEqualTo("2026-03-15: 36 of 72");
        assertThat(number(LocalDate.of(2026, 3, 19))).isEqualTo("none");
        assertThat(number(LocalDate.of(2026, 3, 20))).isEqualTo("none");
        assertThat(number(LocalDate.of(2026, 3, 21))).isEqualTo("2026-03-16: 40 of 78");
        assertThat(number(LocalDate.of(2026, 3, 22))).isEqualTo("2026-03-17: 44 of 84");
        assertThat(jdbc.sql("select published_on from hourglass.ledger_seal where received_day = date '2026-03-09'"
                                + " or received_day = date '2026-03-10'")
                        .query((row, line) -> String.valueOf(row.getObject(1)))
                        .list())
                .containsExactly("null", "null");
        http.perform(get("/api/suppliers/supplier-1/published-number").param("on", "2026-03-19"))
                .andExpect(jsonPath("$.status").value("NOT_PUBLISHED"));
        assertRecounted();
    }

    @Test
    @DisplayName(
            "two inquiries of a pair join as duplicates by the later one's version: across midnight once it says so")
    void toRolling() throws Exception {
        activate(X, 1, "{\"duplicates\": \"ROLLING_24H\"}");
        pairs();
        assertThat(state("eve")).isEqualTo("TIMELY");
        assertThat(state("morning")).isEqualTo("DUPLICATE");
        assertThat(state("eve-before")).isEqualTo("UNANSWERED");
        assertThat(state("morning-before")).isEqualTo("TIMELY");
        assertRecounted();
    }

    @Test
    @DisplayName(
            "two inquiries of a pair join as duplicates by the later one's version: no longer across midnight once it says so")
    void toNaturalDay() throws Exception {
        activate(LocalDate.of(2026, 3, 3), 1, "{\"duplicates\": \"ROLLING_24H\"}");
        activate(X, 1, "{}");
        pairs();
        assertThat(state("eve")).isEqualTo("UNANSWERED");
        assertThat(state("morning")).isEqualTo("TIMELY");
        assertThat(state("eve-before")).isEqualTo("TIMELY");
        assertThat(state("morning-before")).isEqualTo("DUPLICATE");
        assertRecounted();
    }

    /** In the evening and the next morning, around the change and a day before; the second is answered. */
    private void pairs() {
        inquiry("eve-before", "p1", at(X.minusDays(2) + "T23:00:00"));
        inquiry("morning-before", "p1", at(X.minusDays(1) + "T01:00:00"));
        then(at(X.minusDays(1) + "T02:00:00"), () -> marketplace.reply(new InquiryId("morning-before")));
        inquiry("eve", "p2", at(X.minusDays(1) + "T23:00:01"));
        inquiry("morning", "p2", at(X + "T01:00:00"));
        then(at(X + "T02:00:00"), () -> marketplace.reply(new InquiryId("morning")));
        runTo(at(X.plusDays(8) + "T12:00:00"));
    }

    @Test
    @DisplayName("a zone to the east begins with day X there; what came before belongs to X - 1, which is shorter")
    void east() throws Exception {
        activate(X, 1, "{\"zone\": \"Pacific/Auckland\"}");
        inquiriesOf(X.minusDays(6), X.plusDays(2));
        inquiry("before", "one", at("2026-03-09T18:59:59.999"));
        inquiry("from", "one", at("2026-03-09T19:00:00"));
        runTo(at(X.plusDays(9) + "T12:00:00"));
        assertThat(dayOf("before")).isEqualTo(X.minusDays(1));
        assertThat(dayOf("from")).isEqualTo(X);
        assertThat(state("from")).as("of the day after").isEqualTo("UNANSWERED");
        assertThat(number(X)).isEqualTo("none");
        assertThat(number(X.minusDays(1))).startsWith("2026-03-04: ");
        assertThat(number(X.plusDays(1))).startsWith("2026-03-05: ");
        assertThat(number(X.plusDays(4))).startsWith("2026-03-08: ");
        assertThat(number(X.plusDays(5))).startsWith("2026-03-10: ");
        assertRecounted();
    }

    @Test
    @DisplayName(
            "a zone to the west begins with day X there; what came before belongs to X - 1 at the latest, and closes later")
    void west() throws Exception {
        activate(X, 1, "{\"zone\": \"Europe/Lisbon\"}");
        inquiriesOf(X.minusDays(6), X.plusDays(2));
        inquiry("evening", "one", at("2026-03-09T12:00:00"));
        inquiry("before", "one", at("2026-03-10T07:59:59.999"));
        inquiry("from", "one", at("2026-03-10T08:00:00"));
        answered("late", at("2026-03-10T07:00:00"), Duration.ofHours(100));
        runTo(at(X.plusDays(9) + "T12:00:00"));
        assertThat(dayOf("before")).isEqualTo(X.minusDays(1));
        assertThat(dayOf("from")).isEqualTo(X);
        assertThat(state("before")).isEqualTo("DUPLICATE");
        assertThat(state("from")).isEqualTo("UNANSWERED");
        assertThat(state("late")).as("before the close that the longer day has").isEqualTo("LATE");
        assertThat(number(X.plusDays(3))).startsWith("2026-03-08: ");
        assertThat(number(X.plusDays(4))).isEqualTo("none");
        assertThat(number(X.plusDays(5))).startsWith("2026-03-10: ");
        assertRecounted();
    }

    @Test
    @DisplayName("a version that is withdrawn before it begins changes nothing")
    void withdrawn() throws Exception {
        activate(X, 1, "{\"replyWithin\": \"PT24H\", \"booksCloseAfterDays\": 3, \"zone\": \"Europe/Lisbon\"}");
        inquiriesOf(X.minusDays(1), X.plusDays(1));
        marketplace.passTo(CleanSlate.START.plus(Duration.ofHours(1)));
        policies.withdraw("reply", 2, "A test.");
        runTo(at(X.plusDays(7) + "T12:00:00"));
        assertThat(number(X.plusDays(4))).isEqualTo("2026-03-09: 4 of 6");
        assertThat(number(X.plusDays(6))).isEqualTo("2026-03-11: 12 of 18");
        assertRecounted();
    }
}
