package io.hourglass.inquiry.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("At the reply deadline")
class ReplyDeadlineTest {

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

    @Autowired
    private Policies policies;

    private Deadlines clocks;

    @BeforeEach
    void readClocks() {
        clocks = policies.inForceAt(CleanSlate.START).clocksFor(CleanSlate.START);
    }

    @Test
    @DisplayName("of the three timers the next alone is pending, each at the policy's instant")
    void dueDates() {
        var instance = processes.of(marketplace.inquiry("i"));

        assertThat(processes.pendingTimersOf(instance)).containsExactly(InquiryNodes.REPLY_DEADLINE_PASSED);
        assertThat(job(InquiryNodes.REPLY_DEADLINE_PASSED, instance)).hasDueDate(Date.from(clocks.replyDeadline()));
        clock.set(clocks.replyDeadline());
        execute(job(InquiryNodes.REPLY_DEADLINE_PASSED, instance));
        assertThat(processes.pendingTimersOf(instance)).containsExactly(InquiryNodes.OFFER_EXPIRED);
        assertThat(job(InquiryNodes.OFFER_EXPIRED, instance)).hasDueDate(Date.from(clocks.offerExpires()));
    }

    @Test
    @DisplayName("a window that closes at the instant of the deadline is left out: nothing waits for it")
    void equalInstants() {
        assertThat(clocks.windowCloses()).isEqualTo(clocks.replyDeadline());
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.passTo(clocks.replyDeadline());

        assertThat(instance)
                .isWaitingAt(InquiryNodes.KEEP_CASE_OPEN)
                .hasPassed(InquiryNodes.TELL_BUYER)
                .hasNotPassed(InquiryNodes.OBJECTIONS_OVER);
        assertThat(notices.toldTo(id)).hasSize(1);
    }

    @Test
    @DisplayName("an unanswered anchor tells its buyer once that alternatives can be asked for, and waits")
    void unanswered() {
        var id = marketplace.inquiry("i");
        marketplace.passTo(clocks.replyDeadline());

        assertThat(processes.of(id)).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasPassed(InquiryNodes.TELL_BUYER);
        assertThat(notices.toldTo(id))
                .containsExactly(new Notice(Notice.Kind.ALTERNATIVES_AVAILABLE, clocks.replyDeadline()));
        assertState(id, InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("the judge is asked first: an anchor answered through its duplicate ends Answered, without a notice")
    void answeredThroughDuplicate() {
        var anchor = marketplace.inquiry("anchor");
        var instance = processes.of(anchor);
        marketplace.pass(Duration.ofHours(2));
        marketplace.reply(marketplace.inquiry("duplicate"));
        assertThat(instance).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasNotPassed(InquiryNodes.JUDGE_AT_DEADLINE);
        marketplace.passTo(clocks.replyDeadline());

        assertThat(instance).isEnded().hasPassed(InquiryNodes.ANSWERED).hasNotPassed(InquiryNodes.TELL_BUYER);
        assertThat(notices.toldTo(anchor)).isEmpty();
        assertState(anchor, InquiryState.TIMELY);
    }

    @Test
    @DisplayName("a duplicate waits like any other, and ends Excluded with no notice of its own")
    void duplicate() {
        var anchor = marketplace.inquiry("anchor");
        var duplicate = marketplace.inquiry("duplicate");
        var instance = processes.of(duplicate);
        assertThat(instance).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasNotPassed(InquiryNodes.JUDGE_AT_DEADLINE);
        marketplace.passTo(clocks.replyDeadline());

        assertThat(instance).isEnded().hasPassed(InquiryNodes.EXCLUDED).hasNotPassed(InquiryNodes.TELL_BUYER);
        assertThat(notices.toldTo(duplicate)).isEmpty();
        assertThat(notices.toldTo(anchor)).hasSize(1);
        assertState(duplicate, InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("a duplicate whose anchor was rejected has taken its place: its own buyer is told")
    void duplicateOfRejected() {
        var anchor = marketplace.inquiry("anchor");
        marketplace.pass(Duration.ofHours(2));
        var next = marketplace.inquiry("next");
        marketplace.reject(anchor, marketplace.now());
        marketplace.passTo(clocks.replyDeadline().plus(Duration.ofHours(2)));

        assertThat(processes.of(next)).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasPassed(InquiryNodes.TELL_BUYER);
        assertThat(notices.toldTo(next)).hasSize(1);
        assertState(next, InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("a reply that was written in time but is learned of after the deadline is timely")
    void learnedOfLater() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.passTo(clocks.replyDeadline().plus(Duration.ofHours(5)));
        Instant inTime = clocks.replyDeadline();
        marketplace.happens(id, InquiryFactKind.REPLIED, AuthorKind.HUMAN, inTime);

        assertThat(instance).isEnded().hasPassed(InquiryNodes.ANSWERED);
        assertState(id, InquiryState.TIMELY);
    }

    private void assertState(InquiryId id, InquiryState state) {
        assertThat(entries.historyOf(id)).last().extracting(VerdictEntry::state).isEqualTo(state);
    }
}
