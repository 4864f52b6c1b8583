package io.hourglass.rate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.InquiryId;
import io.hourglass.rate.BookDay;
import io.hourglass.rate.BookDays;
import io.hourglass.rate.Cause;
import io.hourglass.rate.DayClose;
import io.hourglass.rate.VerdictEntries;
import io.hourglass.rate.VerdictEntry;
import io.hourglass.sla.NaturalDay;
import io.hourglass.sla.Rule;
import io.hourglass.sla.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HourglassTest
@DisplayName("Each natural day has one close")
class DayCloseProcessTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private BookDays days;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private DayClose dayClose;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    @DisplayName("the first inquiry opens its day, whose close is due when the books close")
    void firstDay() {
        marketplace.inquiry("i");
        var instance = processes.of(MONDAY);

        assertThat(instance).isWaitingAt("BooksClose");
        assertThat(job("BooksClose", instance)).hasDueDate(Date.from(closeOf(MONDAY)));
        assertThat(days.find(MONDAY)).contains(new BookDay(MONDAY, closeOf(MONDAY), null, null));
    }

    @Test
    @DisplayName("further inquiries of a day open nothing")
    void sameDay() {
        marketplace.inquiry("i");
        marketplace.pass(Duration.ofHours(1));
        marketplace.inquiry("j");

        assertThat(processes.daysWithAClose()).containsExactly(MONDAY);
    }

    @Test
    @DisplayName("from the first inquiry's day on every day has its close, empty days too")
    void emptyDays() {
        marketplace.inquiry("i");
        marketplace.passTo(closeOf(MONDAY.plusDays(3)));

        assertThat(processes.daysWithAClose()).containsExactlyElementsOf(daysFrom(MONDAY, 5));
        assertThat(days.find(MONDAY.plusDays(3)).orElseThrow())
                .isEqualTo(new BookDay(
                        MONDAY.plusDays(3),
                        closeOf(MONDAY.plusDays(3)),
                        closeOf(MONDAY.plusDays(3)),
                        MONDAY.plusDays(8)));
        assertThat(processes.of(MONDAY.plusDays(4))).isWaitingAt("BooksClose");
    }

    @Test
    @DisplayName("a later day opens the days between")
    void daysBetween() {
        marketplace.inquiry("i");
        marketplace.pass(Duration.ofDays(3));
        marketplace.inquiry("j");

        assertThat(processes.daysWithAClose()).containsExactlyElementsOf(daysFrom(MONDAY, 4));
    }

    @Test
    @DisplayName("an earlier day that is learned of while its books are open gets its close too, and goes first")
    void earlierDay() {
        marketplace.inquiry("i");
        var saturday = MONDAY.minusDays(2);
        marketplace.inquiry(
                "j", Marketplace.BUYER, Marketplace.SUPPLIER, marketplace.now().minus(Duration.ofDays(2)), null);
        assertThat(processes.daysWithAClose()).containsExactlyElementsOf(daysFrom(saturday, 3));

        clock.set(closeOf(MONDAY));
        execute(job("BooksClose", processes.of(MONDAY)));
        assertThat(processes.of(MONDAY)).isWaitingAt("AwaitEarlierDays");
        marketplace.passTo(marketplace.now());
        assertSettled(saturday, 3);
    }

    @Test
    @DisplayName("after days of downtime the closes run in day order, however their timers fire")
    void downtime() {
        marketplace.inquiry("i");
        marketplace.pass(Duration.ofDays(2));
        marketplace.inquiry("j");
        clock.set(marketplace.now().plus(Duration.ofDays(20)));
        for (var day : List.of(MONDAY.plusDays(2), MONDAY.plusDays(1))) {
            execute(job("BooksClose", processes.of(day)));
            assertThat(processes.of(day)).isWaitingAt("AwaitEarlierDays");
        }
        marketplace.passTo(marketplace.now());

        var lastClosed = LocalDate.of(2026, 3, 19);
        assertSettled(MONDAY, (int) MONDAY.datesUntil(lastClosed).count() + 1);
        assertThat(days.find(lastClosed.plusDays(1)).orElseThrow().settled()).isFalse();
        assertThat(entries.historyOf(new InquiryId("i")))
                .singleElement()
                .extracting(VerdictEntry::state)
                .isEqualTo(State.UNANSWERED);
    }

    @Test
    @DisplayName("what nobody booked before, the close books, with the day as its cause")
    void booksTheMissing() {
        var id = marketplace.inquiry("i");
        clock.set(closeOf(MONDAY));
        closeByHand(MONDAY);

        assertThat(entries.historyOf(id)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(State.UNANSWERED);
            assertThat(entry.cause()).isEqualTo(new Cause(Cause.Kind.DAY_CLOSE, "2026-03-02"));
        });
        marketplace.passTo(marketplace.now());
        assertThat(entries.historyOf(id)).hasSize(1);
    }

    @Test
    @DisplayName("an entry that does not hold against the facts is followed by one of the close")
    void booksTheDifference() {
        var id = marketplace.inquiry("i");
        entries.add(List.of(new VerdictEntry(
                id,
                1,
                Marketplace.SUPPLIER,
                MONDAY,
                State.TIMELY,
                Rule.ANSWERED_BY_DEADLINE,
                null,
                id,
                1,
                new Cause(Cause.Kind.END_EVENT, "Answered"),
                marketplace.now())));
        clock.set(closeOf(MONDAY));
        closeByHand(MONDAY);

        assertThat(entries.historyOf(id))
                .extracting(VerdictEntry::seq, VerdictEntry::state, entry -> entry.cause()
                        .kind())
                .containsExactly(
                        tuple(1, State.TIMELY, Cause.Kind.END_EVENT), tuple(2, State.UNANSWERED, Cause.Kind.DAY_CLOSE));
    }

    @Test
    @DisplayName("to close a day again changes nothing")
    void again() {
        marketplace.reply(marketplace.inquiry("i"));
        marketplace.inquiry("j");
        marketplace.passTo(closeOf(MONDAY));
        var before = contents();
        marketplace.pass(Duration.ofHours(1));
        transactions.executeWithoutResult(status -> {
            dayClose.settle(MONDAY);
            dayClose.publish(MONDAY);
            dayClose.wakeNext(MONDAY);
        });

        assertThat(contents()).isEqualTo(before).allSatisfy(table -> assertThat(table)
                .isNotEmpty());
        assertThat(processes.daysWithAClose()).containsExactlyElementsOf(daysFrom(MONDAY, 2));
    }

    @Test
    @DisplayName("after the close a late fact is kept and marked, and changes nothing in the books")
    void lateFact() {
        var id = marketplace.inquiry("i");
        marketplace.passTo(closeOf(MONDAY));
        var before = contents();
        marketplace.pass(Duration.ofHours(1));
        var replied = marketplace.reply(id);
        var report = marketplace.reportSpam(id, marketplace.now().minus(Duration.ofDays(4)));

        assertThat(replied.fact().late()).isTrue();
        assertThat(report.fact().late()).isTrue();
        assertThat(contents()).isEqualTo(before);
        assertThat(processes.outcomesOf(id)).containsExactly("Answered");
    }

    private void closeByHand(LocalDate day) {
        var instance = processes.of(day);
        execute(job("BooksClose", instance));
        execute(job("SettleDay", instance));
        assertThat(instance).isEnded();
    }

    private void assertSettled(LocalDate first, int count) {
        assertThat(daysFrom(first, count).stream().map(days::find).map(day -> day.orElseThrow()))
                .allSatisfy(day -> {
                    assertThat(day.settled()).isTrue();
                    assertThat(day.publishedOn()).isEqualTo(day.day().plusDays(5));
                });
    }

    private List<List<String>> contents() {
        return Stream.of("verdict_entry", "day_bucket", "published_number")
                .map(table -> jdbc.sql("select * from hourglass." + table)
                        .query((row, number) -> jdbcRow(row))
                        .list())
                .toList();
    }

    private static String jdbcRow(ResultSet row) throws SQLException {
        var cells = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            cells.append(row.getObject(column)).append(';');
        }
        return cells.toString();
    }

    private static List<LocalDate> daysFrom(LocalDate first, int count) {
        return first.datesUntil(first.plusDays(count)).toList();
    }

    private static Instant closeOf(LocalDate day) {
        return NaturalDay.start(day.plusDays(5), ZONE);
    }
}
