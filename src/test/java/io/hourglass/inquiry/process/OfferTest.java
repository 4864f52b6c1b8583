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
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("While alternatives are on offer")
class OfferTest {

    private static final Duration MILLI = Duration.ofMillis(1);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private Notices notices;

    @Autowired
    private Facts facts;

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
    @DisplayName("the buyer's request ends in Alternatives requested; the fact is kept and the verdict stays")
    void alternativesRequested() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.passTo(clocks.replyDeadline());
        var recorded = marketplace.askForAlternatives(id);

        assertThat(recorded.refusal()).isNull();
        assertThat(instance).isEnded().hasPassed(InquiryNodes.ASKED_FOR_ALTERNATIVES);
        assertThat(facts.find(recorded.fact().fact().id())).isPresent();
        assertState(id, InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("a request just before the deadline is kept, refused, and ends nothing then or later")
    void requestTooEarly() {
        var id = marketplace.inquiry("i");
        marketplace.passTo(clocks.replyDeadline().minus(MILLI));
        var recorded = marketplace.askForAlternatives(id);

        assertThat(recorded.refusal()).isEqualTo(Refusal.NOT_ON_OFFER);
        assertThat(processes.of(id))
                .isWaitingAt(InquiryNodes.KEEP_CASE_OPEN)
                .hasNotPassed(InquiryNodes.JUDGE_AT_DEADLINE);
        assertThat(facts.find(recorded.fact().fact().id())).isPresent();
        marketplace.passTo(clocks.replyDeadline());
        assertThat(processes.of(id)).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasPassed(InquiryNodes.TELL_BUYER);
    }

    @Test
    @DisplayName("a request that reaches a node whose clock is behind that of the inquiry's node is kept and taken")
    void nodeIsBehind() {
        var id = marketplace.inquiry(
                "i", Marketplace.BUYER, Marketplace.SUPPLIER, CleanSlate.START.minus(Duration.ofHours(73)), null);
        clock.set(CleanSlate.START.minusSeconds(1));
        assertThat(marketplace.askForAlternatives(id).refusal()).isNull();
    }

    @Test
    @DisplayName("a request that overtakes the deadline's timer is not lost: the case ends with it, and nobody is told")
    void requestBeforeTheTimerFired() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        clock.set(clocks.replyDeadline().plusSeconds(1));
        assertThat(marketplace.askForAlternatives(id).refusal()).isNull();
        marketplace.passTo(marketplace.now());

        assertThat(instance)
                .isEnded()
                .hasPassed(InquiryNodes.ASKED_FOR_ALTERNATIVES)
                .hasNotPassed(InquiryNodes.TELL_BUYER);
        assertState(id, InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("a request dated at the deadline by a clock ahead of ours is one of now: it is not on offer yet")
    void requestDatedAhead() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.passTo(clocks.replyDeadline().minus(MILLI));
        var early = marketplace.happens(id, InquiryFactKind.ALTERNATIVES_REQUESTED, null, clocks.replyDeadline());
        assertThat(early.refusal()).isEqualTo(Refusal.NOT_ON_OFFER);
        assertThat(instance).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasNotPassed(InquiryNodes.JUDGE_AT_DEADLINE);
        marketplace.passTo(clocks.replyDeadline());

        assertThat(instance).isNotEnded().hasPassed(InquiryNodes.TELL_BUYER);
        assertState(id, InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("a late reply to a duplicate serves the buyer who waits at its anchor")
    void lateReplyToTheDuplicate() {
        var anchor = marketplace.inquiry("anchor");
        var instance = processes.of(anchor);
        marketplace.pass(Duration.ofHours(1));
        var duplicate = marketplace.inquiry("duplicate");
        marketplace.passTo(clocks.replyDeadline().plus(MILLI));
        assertThat(instance).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasPassed(InquiryNodes.TELL_BUYER);
        marketplace.reply(duplicate);

        assertThat(instance).isEnded().hasPassed(InquiryNodes.ANSWERED);
        assertState(anchor, InquiryState.LATE);
    }

    @Test
    @DisplayName("an offer that nobody took up expires, and the case ends with Left unserved")
    void offerExpires() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.passTo(clocks.offerExpires().minus(MILLI));
        assertThat(instance).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasPassed(InquiryNodes.TELL_BUYER);
        marketplace.passTo(clocks.offerExpires());

        assertThat(instance).isEnded().hasPassed(InquiryNodes.OFFER_EXPIRED, InquiryNodes.LEFT_UNSERVED);
        assertState(id, InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("a late reply while the buyer may still ask ends the case Answered, and LATE")
    void lateReply() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.passTo(clocks.replyDeadline().plus(MILLI));
        marketplace.reply(id);

        assertThat(instance).isEnded().hasPassed(InquiryNodes.TELL_BUYER, InquiryNodes.ANSWERED);
        assertState(id, InquiryState.LATE);
    }

    @Test
    @DisplayName("a reply after the books closed ends the case Answered, and changes no verdict")
    void replyAfterTheBooks() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.passTo(clocks.booksClose());
        var before = entries.historyOf(id);
        var recorded = marketplace.reply(id);

        assertThat(recorded.fact().late()).isTrue();
        assertThat(instance).isEnded().hasPassed(InquiryNodes.ANSWERED);
        assertThat(entries.historyOf(id)).isEqualTo(before);
        assertState(id, InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("a deadline that fires after the offer's end, after days of downtime, sends no stale offer")
    void downtime() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        clock.set(clocks.offerExpires().plus(MILLI));
        marketplace.passTo(marketplace.now());

        assertThat(instance).isEnded().hasPassed(InquiryNodes.LEFT_UNSERVED).hasNotPassed(InquiryNodes.TELL_BUYER);
        assertThat(notices.toldTo(id)).isEmpty();
        assertState(id, InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("a deadline that fires late, but while alternatives are of use, tells the buyer still")
    void shortDowntime() {
        var id = marketplace.inquiry("i");
        clock.set(clocks.offerExpires());
        execute(job(InquiryNodes.REPLY_DEADLINE_PASSED, processes.of(id)));

        assertThat(notices.toldTo(id)).hasSize(1);
    }

    private void assertState(InquiryId id, InquiryState state) {
        assertThat(entries.historyOf(id)).last().extracting(VerdictEntry::state).isEqualTo(state);
    }
}
