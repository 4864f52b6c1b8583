package io.hourglass.inquiry.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@HourglassTest
@TestPropertySource(properties = "hourglass.policy.zone=America/New_York")
@DisplayName("Where the clocks change, three days are not 72 hours")
class ClockChangeTest {

    private static final Duration REPLY_WITHIN = Duration.parse("PT72H");

    /** Noon in New York, two days before an hour is skipped. */
    private static final Instant SPRING = Instant.parse("2026-03-06T17:00:00Z");

    /** Noon in New York, two days before an hour comes twice. */
    private static final Instant AUTUMN = Instant.parse("2026-10-30T16:00:00Z");

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private Notices notices;

    @Autowired
    private SettableClock clock;

    @Test
    @DisplayName("in spring the window closes 71 hours after the receipt, before the deadline")
    void springDueDates() {
        var instance = processes.of(receivedAt(SPRING));

        assertThat(processes.pendingTimersOf(instance)).containsExactly(InquiryNodes.WINDOW_CLOSED);
        assertThat(job(InquiryNodes.WINDOW_CLOSED, instance)).hasDueDate(Date.from(SPRING.plus(Duration.ofHours(71))));
        marketplace.passTo(SPRING.plus(Duration.ofHours(71)));
        assertThat(processes.pendingTimersOf(instance)).containsExactly(InquiryNodes.REPLY_DEADLINE_PASSED);
        assertThat(job(InquiryNodes.REPLY_DEADLINE_PASSED, instance)).hasDueDate(Date.from(SPRING.plus(REPLY_WITHIN)));
    }

    @Test
    @DisplayName("in spring the window closes first and the case waits on; a rejection after it is refused")
    void springOrder() {
        var id = receivedAt(SPRING);
        var instance = processes.of(id);
        marketplace.passTo(SPRING.plus(Duration.ofHours(71)).plusMillis(1));

        assertThat(instance)
                .hasPassed(InquiryNodes.OBJECTIONS_OVER)
                .isWaitingAt(InquiryNodes.KEEP_CASE_OPEN)
                .hasNotPassed(InquiryNodes.JUDGE_AT_DEADLINE);
        assertThat(marketplace.reject(id, marketplace.now()).refusal()).isEqualTo(Refusal.WINDOW_CLOSED);
        marketplace.passTo(SPRING.plus(REPLY_WITHIN));
        assertThat(instance).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasPassed(InquiryNodes.TELL_BUYER);
        assertState(id, InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("in spring a rejection at the 71st hour is the last that excludes")
    void springRejection() {
        var id = receivedAt(SPRING);
        var instance = processes.of(id);
        marketplace.passTo(SPRING.plus(Duration.ofHours(71)));

        assertThat(marketplace.reject(id, marketplace.now()).refusal()).isNull();
        assertThat(instance).isEnded().hasPassed(InquiryNodes.TELL_BUYER_OF_REJECTION, InquiryNodes.EXCLUDED);
        assertState(id, InquiryState.REJECTED);
    }

    @Test
    @DisplayName("in autumn the window closes 73 hours after the receipt, after the deadline")
    void autumnDueDates() {
        var instance = processes.of(receivedAt(AUTUMN));

        assertThat(processes.pendingTimersOf(instance)).containsExactly(InquiryNodes.REPLY_DEADLINE_PASSED);
        assertThat(job(InquiryNodes.REPLY_DEADLINE_PASSED, instance)).hasDueDate(Date.from(AUTUMN.plus(REPLY_WITHIN)));
        marketplace.passTo(AUTUMN.plus(REPLY_WITHIN));
        assertThat(processes.pendingTimersOf(instance)).containsExactly(InquiryNodes.WINDOW_CLOSED);
        assertThat(job(InquiryNodes.WINDOW_CLOSED, instance)).hasDueDate(Date.from(AUTUMN.plus(Duration.ofHours(73))));
    }

    @Test
    @DisplayName("in autumn a rejection after 72 and a half hours is accepted, although the buyer is already asked")
    void autumnRejection() {
        var id = receivedAt(AUTUMN);
        var instance = processes.of(id);
        marketplace.passTo(AUTUMN.plus(Duration.ofMinutes(72 * 60 + 30)));
        assertThat(instance)
                .isWaitingAt(InquiryNodes.KEEP_CASE_OPEN)
                .hasPassed(InquiryNodes.TELL_BUYER)
                .hasNotPassed(InquiryNodes.OBJECTIONS_OVER);
        assertThat(notices.toldTo(id)).hasSize(1);

        assertThat(marketplace.reject(id, marketplace.now()).refusal()).isNull();
        assertThat(instance).isEnded().hasPassed(InquiryNodes.TELL_BUYER_OF_REJECTION, InquiryNodes.EXCLUDED);
        assertState(id, InquiryState.REJECTED);
    }

    @Test
    @DisplayName("in autumn the window closes over a case that waits for its buyer, and the case waits on")
    void autumnOrder() {
        var id = receivedAt(AUTUMN);
        var instance = processes.of(id);
        marketplace.passTo(AUTUMN.plus(Duration.ofHours(73)).plusMillis(1));

        assertThat(instance)
                .hasPassed(InquiryNodes.OBJECTIONS_OVER, InquiryNodes.TELL_BUYER)
                .isWaitingAt(InquiryNodes.KEEP_CASE_OPEN);
        assertThat(marketplace.reportSpam(id, marketplace.now()).refusal()).isEqualTo(Refusal.WINDOW_CLOSED);
        assertState(id, InquiryState.UNANSWERED);
    }

    private InquiryId receivedAt(Instant instant) {
        clock.set(instant);
        return marketplace.inquiry("i");
    }

    private void assertState(InquiryId id, InquiryState state) {
        assertThat(entries.historyOf(id)).last().extracting(VerdictEntry::state).isEqualTo(state);
    }
}
