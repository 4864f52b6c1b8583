package io.hourglass.inquiry.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.operations.reconciler.Reconciler;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

@HourglassTest
@MockitoSpyBean(types = VerdictEntries.class)
@DisplayName("Every end event hands its outcome to the rate in its own transaction")
class EndEventTest {

    private static final Duration DEADLINE = Duration.parse("PT72H");
    private static final Duration OFFER = Duration.ofDays(14);

    @Autowired
    private Reconciler reconciler;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private Facts facts;

    @AfterEach
    void mend() {
        reset(entries);
    }

    @Test
    @DisplayName("Answered books its entry under its own name")
    void answered() {
        assertEntry(ended(marketplace::reply), InquiryState.TIMELY, InquiryNodes.ANSWERED);
    }

    @Test
    @DisplayName("Excluded books its entry under its own name")
    void excluded() {
        assertEntry(
                ended(id -> marketplace.reportSpam(id, marketplace.now())), InquiryState.SPAM, InquiryNodes.EXCLUDED);
    }

    @Test
    @DisplayName("Left unserved books nothing that the deadline had not booked")
    void noReply() {
        var id = marketplace.inquiry("i");
        marketplace.pass(DEADLINE.plus(OFFER));

        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.LEFT_UNSERVED);
        assertOnlyTheDeadlinesEntry(id);
    }

    @Test
    @DisplayName("Alternatives requested books nothing that the deadline had not booked")
    void alternatives() {
        var id = marketplace.inquiry("i");
        marketplace.pass(DEADLINE);
        marketplace.askForAlternatives(id);

        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.ASKED_FOR_ALTERNATIVES);
        assertOnlyTheDeadlinesEntry(id);
    }

    @Test
    @DisplayName("when the entry of a reply fails in its process the reply is kept, and the reconciler ends the case")
    void failedReply() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        doThrow(new IllegalStateException("no books today")).when(entries).add(any());

        marketplace.reply(id);
        assertThat(instance)
                .isNotEnded()
                .isWaitingAt(InquiryNodes.KEEP_CASE_OPEN)
                .hasNotPassed(InquiryNodes.JUDGE_AT_DEADLINE);
        assertThat(facts.toldOf(id)).hasSize(2);

        reset(entries);
        assertThat(reconciler.round()).isPresent();
        assertThat(instance).isEnded();
        assertEntry(id, InquiryState.TIMELY, InquiryNodes.ANSWERED);
    }

    @Test
    @DisplayName("when the entry at the deadline fails, nobody is told and the timer stays to be fired again")
    void failedDeadline() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        doThrow(new IllegalStateException("no books today")).when(entries).add(any());

        assertThatThrownBy(() -> marketplace.pass(DEADLINE)).hasStackTraceContaining("no books today");
        assertThat(instance).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasNotPassed(InquiryNodes.TELL_BUYER);

        reset(entries);
        marketplace.pass(Duration.ofMinutes(2));
        assertThat(instance).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasPassed(InquiryNodes.TELL_BUYER);
        assertOnlyTheDeadlinesEntry(id);
    }

    private InquiryId ended(Consumer<InquiryId> act) {
        var id = marketplace.inquiry("i");
        act.accept(id);
        return id;
    }

    private void assertEntry(InquiryId id, InquiryState state, String endEvent) {
        assertThat(processes.outcomesOf(id)).containsExactly(endEvent);
        assertThat(entries.historyOf(id)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(state);
            assertThat(entry.cause()).isEqualTo(new Cause(Cause.Kind.END_EVENT, endEvent));
        });
    }

    private void assertOnlyTheDeadlinesEntry(InquiryId id) {
        assertThat(entries.historyOf(id))
                .singleElement()
                .extracting(VerdictEntry::state, entry -> entry.cause().kind())
                .containsExactly(InquiryState.UNANSWERED, Cause.Kind.DEADLINE);
    }
}
