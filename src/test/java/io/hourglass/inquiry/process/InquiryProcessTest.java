package io.hourglass.inquiry.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("While the case is open")
class InquiryProcessTest {

    private static final Duration WINDOW = Duration.parse("PT72H");
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

    @Test
    @DisplayName("an inquiry that was received waits for its supplier, and the books say nothing yet")
    void received() {
        var id = marketplace.inquiry("i");

        assertThat(processes.of(id))
                .isStarted()
                .isWaitingAt(InquiryNodes.KEEP_CASE_OPEN)
                .hasNotPassed(InquiryNodes.JUDGE_AT_DEADLINE);
        assertThat(entries.historyOf(id)).isEmpty();
    }

    @Test
    @DisplayName("what the system judges spam at intake ends Excluded at once")
    void systemSpam() {
        var id = marketplace.inquiry(
                "i", Marketplace.BUYER, Marketplace.SUPPLIER, marketplace.now(), "a thousand mails a minute");

        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.EXCLUDED);
        assertThat(entries.historyOf(id))
                .extracting(VerdictEntry::state, VerdictEntry::cause)
                .containsExactly(tuple(InquiryState.SPAM, new Cause(Cause.Kind.END_EVENT, InquiryNodes.EXCLUDED)));
    }

    @Test
    @DisplayName("a reply ends it Answered")
    void reply() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.pass(Duration.ofHours(1));
        marketplace.reply(id);

        assertThat(instance).isEnded().hasPassed(InquiryNodes.KEEP_CASE_OPEN, InquiryNodes.ANSWERED);
        assertLastEntry(id, 1, InquiryState.TIMELY, Cause.Kind.END_EVENT);
    }

    @Test
    @DisplayName("a rejection ends it Excluded, and the buyer is told")
    void rejection() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.reject(id, marketplace.now());

        assertThat(instance).isEnded().hasPassed(InquiryNodes.TELL_BUYER_OF_REJECTION, InquiryNodes.EXCLUDED);
        assertThat(notices.toldTo(id)).extracting(Notice::kind).containsExactly(Notice.Kind.REJECTED);
        assertLastEntry(id, 1, InquiryState.REJECTED, Cause.Kind.FACT);
    }

    @Test
    @DisplayName("a spam report ends it Excluded")
    void report() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.reportSpam(id, marketplace.now());

        assertThat(instance).isEnded().hasPassed(InquiryNodes.EXCLUDED);
        assertLastEntry(id, 1, InquiryState.SPAM, Cause.Kind.END_EVENT);
    }

    @Test
    @DisplayName("an automatic reply is no answer: the fact is kept and the process waits on")
    void autoReply() {
        var id = marketplace.inquiry("i");
        var recorded = marketplace.reply(id, AuthorKind.AUTO_REPLY, marketplace.now());

        assertThat(recorded.refusal()).isNull();
        assertThat(processes.of(id))
                .isWaitingAt(InquiryNodes.KEEP_CASE_OPEN)
                .hasNotPassed(InquiryNodes.JUDGE_AT_DEADLINE);
        assertThat(facts.find(recorded.fact().fact().id())).isPresent();
        assertThat(entries.historyOf(id)).isEmpty();
    }

    @Test
    @DisplayName("a rejection dated more than five minutes before the receipt is kept, refused, and ends nothing")
    void rejectionBeforeReceipt() {
        var id = marketplace.inquiry("i");
        var recorded =
                marketplace.reject(id, marketplace.now().minusSeconds(300).minus(MILLI));

        assertThat(recorded.refusal()).isEqualTo(Refusal.BEFORE_RECEIPT);
        assertThat(facts.find(recorded.fact().fact().id())).isPresent();
        assertThat(processes.of(id))
                .isWaitingAt(InquiryNodes.KEEP_CASE_OPEN)
                .hasNotPassed(InquiryNodes.JUDGE_AT_DEADLINE);
    }

    @Test
    @DisplayName("a rejection at the very end of the window still excludes, while the buyer is already asked")
    void rejectionAtTheEndOfTheWindow() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.pass(WINDOW);
        assertThat(instance).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasPassed(InquiryNodes.TELL_BUYER);
        var recorded = marketplace.reject(id, marketplace.now());

        assertThat(recorded.refusal()).isNull();
        assertThat(instance).isEnded().hasPassed(InquiryNodes.TELL_BUYER_OF_REJECTION, InquiryNodes.EXCLUDED);
        assertLastEntry(id, 2, InquiryState.REJECTED, Cause.Kind.FACT);
    }

    @Test
    @DisplayName("a rejection or a report after the window is kept, refused, and ends nothing")
    void afterTheWindow() {
        var id = marketplace.inquiry("i");
        var instance = processes.of(id);
        marketplace.pass(WINDOW.plus(MILLI));

        assertThat(marketplace.reject(id, marketplace.now()).refusal()).isEqualTo(Refusal.WINDOW_CLOSED);
        assertThat(marketplace.reportSpam(id, marketplace.now()).refusal()).isEqualTo(Refusal.WINDOW_CLOSED);
        assertThat(instance).isWaitingAt(InquiryNodes.KEEP_CASE_OPEN).hasPassed(InquiryNodes.TELL_BUYER);
        assertThat(facts.toldOf(id)).hasSize(3);
        assertLastEntry(id, 1, InquiryState.UNANSWERED, Cause.Kind.DEADLINE);
    }

    @Test
    @DisplayName("a rejection after a reply is kept and refused: the case stays Answered")
    void rejectionAfterReply() {
        var id = marketplace.inquiry("i");
        marketplace.reply(id);
        marketplace.pass(MILLI);
        var recorded = marketplace.reject(id, marketplace.now());

        assertThat(recorded.refusal()).isEqualTo(Refusal.ALREADY_ANSWERED);
        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.ANSWERED);
        assertThat(facts.toldOf(id)).hasSize(3);
        assertLastEntry(id, 1, InquiryState.TIMELY, Cause.Kind.END_EVENT);
    }

    @Test
    @DisplayName("a spam report after a reply ends nothing again, but changes the verdict")
    void reportAfterReply() {
        var id = marketplace.inquiry("i");
        marketplace.reply(id);
        marketplace.reportSpam(id, marketplace.now());

        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.ANSWERED);
        assertLastEntry(id, 2, InquiryState.SPAM, Cause.Kind.FACT);
    }

    @Test
    @DisplayName(
            "a reply from before the rejection, learned of after it, undoes it by a second entry; the buyer hears of it")
    void replyUndoesRejection() {
        var id = marketplace.inquiry("i");
        var replied = marketplace.now();
        marketplace.pass(Duration.ofHours(1));
        marketplace.reject(id, marketplace.now());
        assertLastEntry(id, 1, InquiryState.REJECTED, Cause.Kind.FACT);

        var recorded = marketplace.reply(id, AuthorKind.HUMAN, replied);

        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.EXCLUDED);
        assertThat(notices.toldTo(id))
                .extracting(Notice::kind)
                .containsExactly(Notice.Kind.REJECTED, Notice.Kind.REPLIED_AFTER_ALL);
        var last = assertLastEntry(id, 2, InquiryState.TIMELY, Cause.Kind.FACT);
        assertThat(last.cause().reference())
                .isEqualTo(recorded.fact().fact().id().value());
        assertThat(last.decidingFact()).isEqualTo(recorded.fact().fact().id());
    }

    @Test
    @DisplayName("a spam flag that is learned of with a late inquiry is late too")
    void lateSpam() {
        var received = marketplace.now().minus(Duration.ofDays(10));
        var id = marketplace.inquiry("late", Marketplace.BUYER, Marketplace.SUPPLIER, received, "too many mails");

        assertThat(facts.toldOf(id)).hasSize(2).allMatch(told -> told.stored().late());
        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.EXCLUDED);
        assertLastEntry(id, 1, InquiryState.OUT_OF_BOOKS, Cause.Kind.END_EVENT);
    }

    @Test
    @DisplayName("an inquiry learned of after its books closed is kept out of them, and ends Excluded without a notice")
    void learnedOfTooLate() {
        var now = marketplace.now();
        var id = lateInquiry(now.minus(Duration.ofDays(10)));
        ProcessInstance instance = processes.of(id);
        marketplace.passTo(now);

        assertThat(instance).isEnded().hasPassed(InquiryNodes.EXCLUDED).hasNotPassed(InquiryNodes.TELL_BUYER);
        assertThat(entries.historyOf(id)).extracting(VerdictEntry::state).containsExactly(InquiryState.OUT_OF_BOOKS);
        assertThat(notices.toldTo(id)).isEmpty();
        assertThat(processes.daysWithAClose()).isEmpty();
        assertThat(facts.toldOf(id))
                .singleElement()
                .satisfies(told -> assertThat(told.stored().late()).isTrue());
    }

    private InquiryId lateInquiry(Instant receivedAt) {
        return marketplace.inquiry("late", Marketplace.BUYER, Marketplace.SUPPLIER, receivedAt, null);
    }

    private VerdictEntry assertLastEntry(InquiryId id, int number, InquiryState state, Cause.Kind cause) {
        var history = entries.historyOf(id);
        assertThat(history).hasSize(number);
        var last = history.get(number - 1);
        assertThat(last.state()).isEqualTo(state);
        assertThat(last.cause().kind()).isEqualTo(cause);
        return last;
    }
}
