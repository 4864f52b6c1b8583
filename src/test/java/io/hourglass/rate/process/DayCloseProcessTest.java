package io.hourglass.rate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.bpmn.DayCloseNodes;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
    private SettableClock clock;

    @Test
    @DisplayName("the first inquiry opens its day, whose close is due when the books close")
    void firstDay() {
        marketplace.inquiry("i");
        var instance = processes.of(MONDAY);

        assertThat(instance).isWaitingAt(DayCloseNodes.BOOKS_CLOSE);
        assertThat(job(DayCloseNodes.BOOKS_CLOSE, instance)).hasDueDate(Date.from(closeOf(MONDAY)));
        assertThat(days.find(TrackDay.ofInquiries(MONDAY)))
                .contains(new BookDay(TrackDay.ofInquiries(MONDAY), closeOf(MONDAY), null, null));
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
        assertThat(days.find(TrackDay.ofInquiries(MONDAY.plusDays(3))).orElseThrow())
                .isEqualTo(new BookDay(
                        TrackDay.ofInquiries(MONDAY.plusDays(3)),
                        closeOf(MONDAY.plusDays(3)),
                        closeOf(MONDAY.plusDays(3)),
                        MONDAY.plusDays(8)));
        assertThat(processes.of(MONDAY.plusDays(4))).isWaitingAt(DayCloseNodes.BOOKS_CLOSE);
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
        execute(job(DayCloseNodes.BOOKS_CLOSE, processes.of(MONDAY)));
        assertThat(processes.of(MONDAY)).isWaitingAt(DayCloseNodes.AWAIT_EARLIER_DAYS);
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
            execute(job(DayCloseNodes.BOOKS_CLOSE, processes.of(day)));
            assertThat(processes.of(day)).isWaitingAt(DayCloseNodes.AWAIT_EARLIER_DAYS);
        }
        marketplace.passTo(marketplace.now());

        var lastClosed = LocalDate.of(2026, 3, 19);
        assertSettled(MONDAY, (int) MONDAY.datesUntil(lastClosed).count() + 1);
        assertThat(days.find(TrackDay.ofInquiries(lastClosed.plusDays(1)))
                        .orElseThrow()
                        .settled())
                .isFalse();
        assertThat(entries.historyOf(new InquiryId("i")))
                .singleElement()
                .extracting(VerdictEntry::state)
                .isEqualTo(InquiryState.UNANSWERED);
    }

    private void assertSettled(LocalDate first, int count) {
        assertThat(daysFrom(first, count).stream()
                        .map(TrackDay::ofInquiries)
                        .map(days::find)
                        .map(day -> day.orElseThrow()))
                .allSatisfy(day -> {
                    assertThat(day.settled()).isTrue();
                    assertThat(day.publishedOn()).isEqualTo(day.day().plusDays(5));
                });
    }

    private static List<LocalDate> daysFrom(LocalDate first, int count) {
        return first.datesUntil(first.plusDays(count)).toList();
    }

    private static Instant closeOf(LocalDate day) {
        return NaturalDay.start(day.plusDays(5), ZONE);
    }
}
