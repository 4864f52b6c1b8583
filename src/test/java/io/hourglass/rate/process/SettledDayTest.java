package io.hourglass.rate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.bpmn.DayCloseNodes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.close.DayClose;
import io.hourglass.rate.close.DayOrder;
import io.hourglass.rate.close.DayPublication;
import io.hourglass.sla.days.NaturalDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HourglassTest
@DisplayName("A day that is settled")
class SettledDayTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private DayClose dayClose;

    @Autowired
    private DayPublication publication;

    @Autowired
    private DayOrder order;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    @DisplayName("what nobody booked before, the close books, with the day as its cause")
    void booksTheMissing() {
        var id = marketplace.inquiry("i");
        clock.set(closeOf(MONDAY));
        closeByHand(MONDAY);

        assertThat(entries.historyOf(id)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(InquiryState.UNANSWERED);
            assertThat(entry.cause()).isEqualTo(new Cause(Cause.Kind.DAY_CLOSE, "2026-03-02"));
        });
        marketplace.passTo(marketplace.now());
        assertThat(entries.historyOf(id)).hasSize(1);
    }

    @Test
    @DisplayName("an entry that does not hold against the facts is followed by one of the close")
    void booksTheDifference() {
        var id = marketplace.inquiry("i");
        entries.add(new VerdictEntry(
                JudgedCase.builder()
                        .id(id)
                        .subject(Marketplace.SUPPLIER.subject())
                        .day(MONDAY)
                        .rule(InquiryRule.ANSWERED_BY_DEADLINE)
                        .anchor(id)
                        .policyVersion(1)
                        .build(),
                1,
                new Cause(Cause.Kind.END_EVENT, InquiryNodes.ANSWERED),
                marketplace.now()));
        clock.set(closeOf(MONDAY));
        closeByHand(MONDAY);

        assertThat(entries.historyOf(id))
                .extracting(VerdictEntry::seq, VerdictEntry::state, entry -> entry.cause()
                        .kind())
                .containsExactly(
                        tuple(1, InquiryState.TIMELY, Cause.Kind.END_EVENT),
                        tuple(2, InquiryState.UNANSWERED, Cause.Kind.DAY_CLOSE));
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
            dayClose.settle(TrackDay.ofInquiries(MONDAY));
            publication.publish(TrackDay.ofInquiries(MONDAY));
            order.wakeNext(TrackDay.ofInquiries(MONDAY));
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
        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.ANSWERED);
    }

    private void closeByHand(LocalDate day) {
        var instance = processes.of(day);
        execute(job(DayCloseNodes.BOOKS_CLOSE, instance));
        execute(job(DayCloseNodes.SETTLE_DAY, instance));
        assertThat(instance).isEnded();
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
