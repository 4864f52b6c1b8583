package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.kernel.facts.AuthorKind;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A correction")
class CorrectionTest {

    private static final Instant RECEIVED = at("2016-03-01T10:00");
    private static final Instant NOON = at("2016-03-02T12:00");

    private final Inquiry inquiry = new Pair().receives("q-1", RECEIVED);

    @Test
    @DisplayName("retracts a reply: it did not happen")
    void retractsAReply() {
        var retraction = inquiry.retracted(inquiry.replied(NOON), hoursAfter(NOON, 1));
        assertThat(inquiry.stateAt(justBefore(retraction.occurredAt()))).isEqualTo(InquiryState.TIMELY);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("retracts only the fact that it names")
    void retractsOnlyOne() {
        inquiry.retracted(inquiry.replied(NOON), hoursAfter(NOON, 2));
        var other = inquiry.replied(hoursAfter(NOON, 1));
        assertThat(inquiry.judged().decidingFact()).isEqualTo(other.id());
    }

    @Test
    @DisplayName("retracts a rejection, a report, and the system's own recognition")
    void retractsAnExclusion() {
        inquiry.retracted(inquiry.rejected(NOON), hoursAfter(NOON, 1));
        inquiry.retracted(inquiry.reportedAsSpam(NOON), hoursAfter(NOON, 1));
        inquiry.retracted(inquiry.recognisedAsSpam(RECEIVED), hoursAfter(NOON, 1));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("that retracts a reply lets a later rejection stand")
    void letsARejectionStand() {
        var reply = inquiry.replied(NOON);
        inquiry.rejected(hoursAfter(NOON, 1));
        assertThat(inquiry.stateAt(hoursAfter(NOON, 1))).isEqualTo(InquiryState.TIMELY);
        inquiry.retracted(reply, hoursAfter(NOON, 2));
        assertThat(inquiry.state()).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("reclassifies a reply: it counts if its author's kind counts")
    void reclassifies() {
        var reply = inquiry.replied(NOON);
        inquiry.reclassified(reply, AuthorKind.AUTO_REPLY, hoursAfter(NOON, 1));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        inquiry.reclassified(reply, AuthorKind.AI_ASSISTED, hoursAfter(NOON, 2));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(inquiry.judged().decidingFact()).isEqualTo(reply.id());
    }

    @Test
    @DisplayName("changes who wrote a reply, not when: it is timely after a late correction")
    void keepsTheTimeOfTheReply() {
        var reply = inquiry.replied(inquiry.deadline(), AuthorKind.AUTO_REPLY);
        inquiry.reclassified(reply, AuthorKind.HUMAN, hoursAfter(inquiry.deadline(), 10));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("that is itself retracted leaves the fact as it was")
    void retractedItself() {
        var retraction = inquiry.retracted(inquiry.replied(NOON), hoursAfter(NOON, 1));
        inquiry.retracted(retraction, hoursAfter(NOON, 2));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("whose retraction is itself retracted stands again")
    void retractedThrice() {
        var retraction = inquiry.retracted(inquiry.replied(NOON), hoursAfter(NOON, 1));
        var undoing = inquiry.retracted(retraction, hoursAfter(NOON, 2));
        inquiry.retracted(undoing, hoursAfter(NOON, 3));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("that is retracted leaves an earlier correction standing")
    void earlierOneStandsAgain() {
        var reply = inquiry.replied(NOON, AuthorKind.AUTO_REPLY);
        inquiry.reclassified(reply, AuthorKind.HUMAN, hoursAfter(NOON, 1));
        var second = inquiry.retracted(reply, hoursAfter(NOON, 2));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        inquiry.retracted(second, hoursAfter(NOON, 3));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("of two, the later by its own time wins, also when it is told first")
    void laterWins() {
        var told = inquiry.replied(NOON, AuthorKind.AUTO_REPLY);
        inquiry.reclassified(told, AuthorKind.HUMAN, hoursAfter(NOON, 2));
        inquiry.retracted(told, hoursAfter(NOON, 1));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("of two, the later by its own time wins, also when it is learned of first")
    void laterWinsThoughLearnedFirst() {
        var reply = inquiry.replied(NOON, AuthorKind.AUTO_REPLY);
        inquiry.learnsOf(inquiry.retracted(reply, hoursAfter(NOON, 1)), hoursAfter(NOON, 9));
        inquiry.reclassified(reply, AuthorKind.HUMAN, hoursAfter(NOON, 2));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("at the same instant as another wins by the greater id")
    void sameInstant() {
        var reply = inquiry.replied(NOON);
        inquiry.retracted(reply, hoursAfter(NOON, 1));
        inquiry.reclassified(reply, AuthorKind.HUMAN, hoursAfter(NOON, 1));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("dated too long before the inquiry's receipt counts as little as any other fact")
    void beforeTheReceipt() {
        var reply = inquiry.replied(NOON);
        var tooEarly = inquiry.retracted(reply, justBefore(inquiry.earliest()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(inquiry.refusalOf(tooEarly)).hasValue(Refusal.BEFORE_RECEIPT);
        inquiry.retracted(reply, RECEIVED);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("counts a millisecond before the books close, not at the close")
    void atTheClose() {
        var reply = inquiry.replied(NOON);
        inquiry.retracted(reply, inquiry.close());
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 1))).isEqualTo(InquiryState.TIMELY);
        inquiry.retracted(reply, justBefore(inquiry.close()));
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 1))).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("learned of after the close changes nothing")
    void learnedAfterTheClose() {
        inquiry.learnsOf(inquiry.retracted(inquiry.replied(NOON), hoursAfter(NOON, 1)), justAfter(inquiry.close()));
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 1))).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("of an anchor's rejection gives it back its duplicate")
    void ofARejectedAnchor() {
        var pair = new Pair();
        var anchor = pair.receives("q-1", RECEIVED);
        var duplicate = pair.receives("q-2", hoursAfter(RECEIVED, 2));
        var rejection = anchor.rejected(NOON);
        assertThat(duplicate.stateAt(NOON)).isEqualTo(InquiryState.PENDING);
        anchor.retracted(rejection, hoursAfter(NOON, 1));
        assertThat(duplicate.state()).isEqualTo(InquiryState.DUPLICATE);
    }
}
