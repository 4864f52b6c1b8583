package io.hourglass.dispute.process;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.auditor;
import static io.hourglass.access.web.As.operations;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.bpmn.DisputeNodes;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.DisputeRefused;
import io.hourglass.dispute.DisputeRefused.Reason;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("A dispute")
class DisputeProcessTest {

    /** The start of 7 March in Shanghai. */
    private static final Instant CLOSE = Instant.parse("2026-03-06T16:00:00Z");

    /** The start of 6 April there, thirty days later. */
    private static final Instant LAST = Instant.parse("2026-04-05T16:00:00Z");

    private static final DisputeId ID = new DisputeId("d");
    private static final Claim REPLIED =
            new Claim(InquiryFactKind.REPLIED, START.plus(Duration.ofHours(2)), AuthorKind.HUMAN, null);

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private Disputes disputes;

    @Autowired
    private RestatedNumbers restated;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private SettableClock clock;

    private InquiryId inquiry;

    @BeforeEach
    void unanswered() {
        inquiry = marketplace.inquiry("i");
        marketplace.pass(Duration.ofHours(3));
    }

    private Dispute raise(DisputeId id, Claim claim) {
        return raise.raise(new RaiseDispute.Raised(id, inquiry, claim, "The mail server's log.", "li.wei"))
                .dispute();
    }

    private ProcessInstance raised() {
        raise(ID, REPLIED);
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("dispute")
                .processInstanceBusinessKey("d")
                .singleResult();
    }

    private Dispute decide(boolean accepted, Caller by) {
        return decide.decide(new DecideDispute.Decided(ID, accepted, "The log shows it.", by));
    }

    private void assertRefused(Reason reason, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(DisputeRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private InquiryState verdict() {
        return files.open(inquiry).judgement().state();
    }

    @Test
    @DisplayName("accepted before the close becomes a fact of who raised it, and the judge decides")
    void takenAsFact() {
        marketplace.pass(Duration.ofDays(4));
        assertThat(verdict()).isEqualTo(InquiryState.UNANSWERED);
        var instance = raised();
        assertThat(instance).isWaitingAt(DisputeNodes.DECIDE_DISPUTE);

        var decided = decide(true, operations());
        assertThat(decided.state()).isEqualTo(DisputeState.TAKEN_AS_FACT);
        assertThat(decided.contested()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(decided.decision())
                .isEqualTo(new Dispute.Decision("olga", marketplace.now(), "The log shows it.", InquiryState.TIMELY));
        assertThat(disputes.find(ID)).contains(decided);
        assertThat(verdict()).isEqualTo(InquiryState.TIMELY);
        assertThat(files.open(inquiry).facts())
                .last()
                .satisfies(kept -> assertThat(kept.stored().actor()).isEqualTo("li.wei"));
        assertThat(restated.of(ID)).isEmpty();
        assertThat(instance)
                .isEnded()
                .hasPassed(DisputeNodes.RECORD_CLAIM, DisputeNodes.TAKEN_AS_FACT)
                .hasNotPassed(DisputeNodes.RESTATE_NUMBERS);
    }

    @Test
    @DisplayName("refused changes nothing")
    void refused() {
        var instance = raised();
        assertThat(decide(false, operations()).state()).isEqualTo(DisputeState.REFUSED);
        assertThat(instance).isEnded().hasPassed(DisputeNodes.REFUSED).hasNotPassed(DisputeNodes.RECORD_CLAIM);
        assertThat(files.open(inquiry).facts()).hasSize(1);
        assertThat(verdict()).isEqualTo(InquiryState.PENDING);
    }

    @Test
    @DisplayName("refused after the close changes nothing either")
    void refusedAfterTheClose() {
        marketplace.passTo(CLOSE);
        var instance = raised();
        assertThat(decide(false, auditor()).state()).isEqualTo(DisputeState.REFUSED);
        assertThat(instance).isEnded().hasPassed(DisputeNodes.REFUSED);
        assertThat(files.open(inquiry).history()).hasSize(1);
    }

    @Test
    @DisplayName("accepted after the close goes through the judge too, and is booked as a restatement")
    void restated() {
        marketplace.passTo(CLOSE);
        var instance = raised();
        var decided = decide(true, auditor());

        assertThat(decided.state()).isEqualTo(DisputeState.RESTATED);
        assertThat(instance)
                .isEnded()
                .hasPassed(DisputeNodes.RECORD_CLAIM, DisputeNodes.RESTATE_NUMBERS, DisputeNodes.RESTATED);
        var file = files.open(inquiry);
        assertThat(file.judgement().state()).isEqualTo(InquiryState.TIMELY);
        assertThat(file.history())
                .extracting(VerdictEntry::state)
                .containsExactly(InquiryState.UNANSWERED, InquiryState.TIMELY);
        assertThat(file.history()).last().satisfies(entry -> assertThat(entry.cause())
                .isEqualTo(new Cause(Cause.Kind.RESTATEMENT, "d")));
    }

    @Test
    @DisplayName("is decided by operations or an auditor before the close, and by an auditor alone from it on")
    void whoDecides() {
        marketplace.passTo(CLOSE.minusMillis(1));
        raised();
        marketplace.passTo(CLOSE);
        assertRefused(Reason.FOR_AUDITORS, () -> decide(true, operations()));
        assertRefused(Reason.FOR_AUDITORS, () -> decide(false, operations()));
        assertThat(decide(true, auditor()).state()).isEqualTo(DisputeState.RESTATED);
    }

    @Test
    @DisplayName("is decided by operations up to the last instant before the close")
    void lastInstantOfOperations() {
        marketplace.passTo(CLOSE.minusMillis(1));
        raised();
        assertThat(decide(true, operations()).state()).isEqualTo(DisputeState.TAKEN_AS_FACT);
        marketplace.passTo(CLOSE);
        assertThat(verdict()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("cannot be decided after the close's instant until the close is done; at that instant it still can")
    void whileTheBooksClose() {
        marketplace.passTo(CLOSE.minusMillis(1));
        raised();
        raise.raise(new RaiseDispute.Raised(
                new DisputeId("e"),
                marketplace.inquiry("j", new BuyerId("b"), SUPPLIER, START, null),
                REPLIED,
                "A log.",
                "li.wei"));
        clock.set(CLOSE);
        assertThat(decide(true, operations()).state()).isEqualTo(DisputeState.TAKEN_AS_FACT);
        clock.set(CLOSE.plusMillis(1));
        var late = new DecideDispute.Decided(new DisputeId("e"), true, "The log shows it.", auditor());
        assertRefused(Reason.BOOKS_ARE_CLOSING, () -> decide.decide(late));
        assertThat(disputes.find(late.dispute()).orElseThrow().state()).isEqualTo(DisputeState.OPEN);
        marketplace.passTo(CLOSE.plusMillis(2));
        assertThat(decide.decide(late).state()).isEqualTo(DisputeState.RESTATED);
    }

    @Test
    @DisplayName("about an inquiry of a day that is none of the books is for auditors, and changes nothing")
    void outsideTheBooks() {
        marketplace.passTo(CLOSE);
        inquiry = marketplace.inquiry("old", new BuyerId("b"), SUPPLIER, START.minus(Duration.ofDays(9)), null);
        raise(ID, new Claim(InquiryFactKind.REPLIED, START.minus(Duration.ofDays(8)), AuthorKind.HUMAN, null));
        assertRefused(Reason.FOR_AUDITORS, () -> decide(true, operations()));
        assertThat(decide(true, auditor()).state()).isEqualTo(DisputeState.WITHOUT_EFFECT);
        assertThat(verdict()).isEqualTo(InquiryState.OUT_OF_BOOKS);
        assertThat(restated.of(ID)).isEmpty();
    }

    @Test
    @DisplayName("is decided by nobody who raised it")
    void notByOneself() {
        raise.raise(new RaiseDispute.Raised(ID, inquiry, REPLIED, "A log.", "ada"));
        assertRefused(Reason.RAISED_BY_YOU, () -> decide(true, auditor()));
        assertThat(decide(true, operations()).state()).isEqualTo(DisputeState.TAKEN_AS_FACT);
    }

    @Test
    @DisplayName("is decided once: the same again changes nothing, another decision is refused")
    void once() {
        marketplace.passTo(CLOSE);
        raised();
        var first = decide(true, auditor());
        assertThat(decide(true, auditor())).isEqualTo(first);
        assertThat(files.open(inquiry).history()).hasSize(2);
        assertRefused(Reason.DECIDED, () -> decide(false, auditor()));
    }

    @Test
    @DisplayName("may be raised up to the last instant that the policy sets, and not a millisecond later")
    void deadline() {
        marketplace.passTo(LAST);
        assertThat(raise(ID, REPLIED).state()).isEqualTo(DisputeState.OPEN);
        decide(false, auditor());
        marketplace.pass(Duration.ofMillis(1));
        assertRefused(Reason.TOO_LATE, () -> raise(new DisputeId("later"), REPLIED));
        assertThat(raise(ID, REPLIED).state()).isEqualTo(DisputeState.REFUSED);
    }

    @Test
    @DisplayName("is raised once; another waits until it is decided")
    void oneAtATime() {
        raise(ID, REPLIED);
        assertThat(raise(ID, REPLIED).state()).isEqualTo(DisputeState.OPEN);
        assertRefused(Reason.ANOTHER_IS_OPEN, () -> raise(new DisputeId("second"), REPLIED));
        assertRefused(Reason.KNOWN_OTHERWISE, () -> raise(ID, new Claim(InquiryFactKind.REJECTED, START, null, null)));
        decide(false, operations());
        assertThat(raise(new DisputeId("second"), REPLIED).state()).isEqualTo(DisputeState.OPEN);
    }

    @Test
    @DisplayName("claims what lies within the books: from the receipt on, before the close, not ahead")
    void withinTheBooks() {
        marketplace.passTo(CLOSE);
        for (var at : new Instant[] {START.minusMillis(1), CLOSE}) {
            assertThatThrownBy(() -> raise(ID, new Claim(InquiryFactKind.REPLIED, at, AuthorKind.HUMAN, null)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("claim.occurredAt");
        }
        assertThat(raise(ID, new Claim(InquiryFactKind.REPLIED, CLOSE.minusMillis(1), AuthorKind.HUMAN, null))
                        .state())
                .isEqualTo(DisputeState.OPEN);
        assertThat(decide(true, auditor()).decision())
                .satisfies(decision -> assertThat(decision.verdict()).isEqualTo(InquiryState.LATE));
    }

    @Test
    @DisplayName("may claim that another kind of author wrote a reply, or that it was none at all")
    void corrections() {
        var reply = marketplace
                .reply(inquiry, AuthorKind.AUTO_REPLY, START)
                .fact()
                .fact()
                .id();
        marketplace.passTo(CLOSE);
        raise(ID, new Claim(InquiryFactKind.RECLASSIFIED, null, AuthorKind.HUMAN, reply));
        assertThat(decide(true, auditor()).decision())
                .satisfies(decision -> assertThat(decision.verdict()).isEqualTo(InquiryState.TIMELY));
        var second = new DisputeId("a-second-one");
        raise(second, new Claim(InquiryFactKind.RETRACTED, null, null, reply));
        decide.decide(new DecideDispute.Decided(second, true, "It was none.", auditor()));
        assertThat(verdict()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("lapses if nobody has decided by the instant that the policy sets")
    void lapse() {
        var instance = raised();
        var due = disputes.find(ID).orElseThrow().decideBy();
        assertThat(due).isEqualTo(START.plus(Duration.ofHours(3)).plus(Duration.ofDays(30)));
        marketplace.passTo(due.minusMillis(1));
        assertThat(instance).isWaitingAt(DisputeNodes.DECIDE_DISPUTE);
        marketplace.passTo(due);
        assertThat(instance).isEnded().hasPassed(DisputeNodes.LET_DISPUTE_LAPSE, DisputeNodes.LAPSED);
        assertThat(disputes.find(ID).orElseThrow().state()).isEqualTo(DisputeState.LAPSED);
        assertThat(verdict()).isEqualTo(InquiryState.UNANSWERED);
        assertRefused(Reason.DECIDED, () -> decide(true, auditor()));
    }
}
