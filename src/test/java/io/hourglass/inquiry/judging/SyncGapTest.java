package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.kernel.facts.AuthorKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A gap of the platform's own mailbox sync")
class SyncGapTest {

    private final Inquiry inquiry = new Pair().receives("q-1", at("2016-03-01T10:00"));

    @Test
    @DisplayName("over the deadline leaves the inquiry unverified: a gap is not a breach")
    void overTheDeadline() {
        inquiry.hasGap(hoursAfter(inquiry.deadline(), -1), hoursAfter(inquiry.deadline(), 1), null);
        var judgement = inquiry.judged();
        assertThat(judgement.verdict()).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(judgement.decidingFact()).isNull();
        assertThat(judgement.anchor()).isEqualTo(inquiry.id());
    }

    @Test
    @DisplayName("that begins at the very deadline excuses, a millisecond after it does not")
    void beginsAtTheDeadline() {
        inquiry.hasGap(justAfter(inquiry.deadline()), null, null);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        inquiry.hasGap(inquiry.deadline(), null, null);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNVERIFIED);
    }

    @Test
    @DisplayName("that ends at the very receipt excuses, a millisecond before it does not")
    void endsAtTheReceipt() {
        var before = hoursAfter(inquiry.received(), -5);
        inquiry.hasGap(before, justBefore(inquiry.received()), null);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        inquiry.hasGap(before, inquiry.received(), null);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNVERIFIED);
    }

    @Test
    @DisplayName("between receipt and deadline excuses")
    void between() {
        inquiry.hasGap(hoursAfter(inquiry.received(), 5), hoursAfter(inquiry.received(), 6), null);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNVERIFIED);
    }

    @Test
    @DisplayName("that still lasts excuses, however long ago it began")
    void stillLasts() {
        inquiry.hasGap(hoursAfter(inquiry.received(), -5000), null, null);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNVERIFIED);
    }

    @Test
    @DisplayName("healed a millisecond before the books close excuses nothing")
    void healedBeforeTheClose() {
        inquiry.hasGap(inquiry.received(), inquiry.deadline(), justBefore(inquiry.close()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("healed only as the books close excuses for ever")
    void healedAtTheClose() {
        inquiry.hasGap(inquiry.received(), inquiry.deadline(), inquiry.close());
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 100))).isEqualTo(InquiryState.UNVERIFIED);
    }

    @Test
    @DisplayName("excuses until it is healed")
    void excusesUntilItIsHealed() {
        var healedAt = hoursAfter(inquiry.deadline(), 8);
        inquiry.hasGap(inquiry.received(), inquiry.deadline(), healedAt);
        assertThat(inquiry.stateAt(justBefore(inquiry.deadline()))).isEqualTo(InquiryState.PENDING);
        assertThat(inquiry.stateAt(inquiry.deadline())).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(inquiry.stateAt(justBefore(healedAt))).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(inquiry.stateAt(healedAt)).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("that is not healed excuses, though another is")
    void oneOfTwoHealed() {
        inquiry.hasGap(inquiry.received(), inquiry.deadline(), inquiry.deadline());
        inquiry.hasGap(inquiry.received(), inquiry.deadline(), null);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNVERIFIED);
    }

    @Test
    @DisplayName("does not matter when a reply is known, in time or late")
    void aKnownReplyBeatsIt() {
        inquiry.hasGap(inquiry.received(), null, null);
        inquiry.replied(justAfter(inquiry.deadline()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.LATE);
        inquiry.replied(inquiry.deadline());
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("excuses though an automatic reply is known")
    void anAutomaticReplyDoesNot() {
        inquiry.hasGap(inquiry.received(), null, null);
        inquiry.replied(inquiry.deadline(), AuthorKind.AUTO_REPLY);
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNVERIFIED);
    }

    @Test
    @DisplayName("does not matter to spam, a rejection or a duplicate")
    void exclusionsComeFirst() {
        var pair = new Pair();
        var anchor = pair.receives("q-1", inquiry.received());
        var duplicate = pair.receives("q-2", inquiry.received());
        var rejected = pair.receives("q-3", inquiry.received());
        rejected.rejected(inquiry.received());
        anchor.hasGap(inquiry.received(), null, null);
        duplicate.hasGap(inquiry.received(), null, null);
        rejected.hasGap(inquiry.received(), null, null);
        assertThat(anchor.state()).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(duplicate.state()).isEqualTo(InquiryState.DUPLICATE);
        assertThat(rejected.state()).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("does not excuse an anchor that was answered through its duplicate")
    void answeredThroughTheDuplicate() {
        var pair = new Pair();
        var anchor = pair.receives("q-1", inquiry.received());
        var duplicate = pair.receives("q-2", inquiry.received());
        anchor.hasGap(inquiry.received(), null, null);
        duplicate.replied(inquiry.deadline());
        assertThat(anchor.state()).isEqualTo(InquiryState.TIMELY);
    }
}
