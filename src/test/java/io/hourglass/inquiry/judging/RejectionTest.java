package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.NEW_YORK;
import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rejection")
class RejectionTest {

    private static final Instant RECEIVED = at("2016-03-01T10:00");
    private static final Instant NOON = at("2016-03-02T12:00");

    private final Inquiry inquiry = new Pair().receives("q-1", RECEIVED);

    @Test
    @DisplayName("at the very end of the window excludes the inquiry")
    void atTheEndOfTheWindow() {
        var rejection = inquiry.rejected(inquiry.windowEnd());
        var judgement = inquiry.judged();
        assertThat(judgement.verdict()).isEqualTo(InquiryState.REJECTED);
        assertThat(judgement.decidingFact()).isEqualTo(rejection.id());
        assertThat(judgement.anchor()).isNull();
    }

    @Test
    @DisplayName("a millisecond after the window is refused its effect")
    void afterTheWindow() {
        var rejection = inquiry.rejected(justAfter(inquiry.windowEnd()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(inquiry.refusalOf(rejection)).hasValue(Refusal.WINDOW_CLOSED);
    }

    @Test
    @DisplayName("at the very receipt excludes, five minutes and a millisecond before it does not")
    void aroundTheReceipt() {
        inquiry.rejected(justBefore(inquiry.earliest()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        inquiry.rejected(RECEIVED);
        assertThat(inquiry.state()).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("excludes at once, before the deadline")
    void atOnce() {
        inquiry.rejected(NOON);
        assertThat(inquiry.stateAt(justBefore(NOON))).isEqualTo(InquiryState.PENDING);
        assertThat(inquiry.stateAt(NOON)).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("after a reply has no effect: the inquiry is answered")
    void afterAReply() {
        inquiry.replied(justBefore(NOON));
        inquiry.rejected(NOON);
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("at the same instant as a reply has no effect")
    void atAReply() {
        inquiry.rejected(NOON);
        inquiry.replied(NOON);
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("before a reply stands")
    void beforeAReply() {
        inquiry.rejected(NOON);
        inquiry.replied(justAfter(NOON));
        assertThat(inquiry.state()).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("after an automatic reply stands")
    void afterAnAutomaticReply() {
        inquiry.replied(justBefore(NOON), AuthorKind.AUTO_REPLY);
        inquiry.rejected(NOON);
        assertThat(inquiry.state()).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("stands before a reply that is dated too long before the receipt")
    void afterAReplyFromBeforeTheReceipt() {
        inquiry.replied(justBefore(inquiry.earliest()));
        inquiry.rejected(NOON);
        assertThat(inquiry.state()).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("is undone by an earlier reply that is learned of later")
    void undoneByALateNews() {
        var learnedAt = hoursAfter(inquiry.deadline(), 4);
        inquiry.rejected(NOON);
        inquiry.learnsOf(inquiry.replied(justBefore(NOON)), learnedAt);
        assertThat(inquiry.stateAt(justBefore(learnedAt))).isEqualTo(InquiryState.REJECTED);
        assertThat(inquiry.stateAt(learnedAt)).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("is not undone by an earlier reply that is learned of after the books close")
    void notUndoneAfterTheClose() {
        inquiry.rejected(NOON);
        inquiry.learnsOf(inquiry.replied(justBefore(NOON)), justAfter(inquiry.close()));
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 24))).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("that comes second changes nothing: the earliest is named")
    void second() {
        inquiry.rejected(hoursAfter(NOON, 1));
        var earliest = inquiry.rejected(NOON);
        assertThat(inquiry.judged().decidingFact()).isEqualTo(earliest.id());
    }

    @Test
    @DisplayName("that comes second does not save one that a reply undid")
    void secondAfterAReply() {
        inquiry.replied(justBefore(NOON));
        inquiry.rejected(NOON);
        inquiry.rejected(hoursAfter(NOON, 1));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("that comes second stands when the first is retracted")
    void secondAfterARetraction() {
        var first = inquiry.rejected(NOON);
        var second = inquiry.rejected(hoursAfter(NOON, 2));
        inquiry.retracted(first, hoursAfter(NOON, 3));
        assertThat(inquiry.judged().decidingFact()).isEqualTo(second.id());
    }

    @Test
    @DisplayName("is too late 71 hours and a millisecond after receipt, over the spring change")
    void springWindow() {
        var overSpring = new Pair(Terms.usual().in(NEW_YORK)).receives("q-2", at(NEW_YORK, "2016-03-12T10:00"));
        var end = hoursAfter(overSpring.received(), 71);
        overSpring.rejected(justAfter(end));
        assertThat(overSpring.state()).isEqualTo(InquiryState.UNANSWERED);
        overSpring.rejected(end);
        assertThat(overSpring.state()).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("is in the window still, past the reply deadline, 73 hours after receipt over the autumn change")
    void autumnWindow() {
        var overAutumn = new Pair(Terms.usual().in(NEW_YORK)).receives("q-2", at(NEW_YORK, "2016-11-05T10:00"));
        var end = hoursAfter(overAutumn.received(), 73);
        assertThat(end).isEqualTo(overAutumn.deadline().plus(Duration.ofHours(1)));
        overAutumn.rejected(justAfter(end));
        assertThat(overAutumn.state()).isEqualTo(InquiryState.UNANSWERED);
        overAutumn.rejected(end);
        assertThat(overAutumn.state()).isEqualTo(InquiryState.REJECTED);
    }
}
