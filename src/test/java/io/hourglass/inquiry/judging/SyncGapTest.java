package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.mailbox.coverage.Gap;
import java.time.Duration;
import java.util.List;
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

    @Test
    @DisplayName("that may still be the time between two readings excuses once it is noticed")
    void onceItIsNoticed() {
        var noticed = hoursAfter(inquiry.deadline(), 1);
        inquiry.hasGap(new SyncGap(inquiry.deadline(), null, noticed, null));
        assertThat(inquiry.stateAt(justBefore(noticed))).isEqualTo(InquiryState.UNANSWERED);
        assertThat(inquiry.stateAt(noticed)).isEqualTo(InquiryState.UNVERIFIED);
    }

    @Test
    @DisplayName(
            "is the supplier's own from 24 hours after it was told of it: an inquiry that comes then is not excused")
    void ownFromADayAfterItWasTold() {
        var told = hoursAfter(inquiry.received(), -24);
        var gap = new Gap(hoursAfter(told, -1), null, told, null, told);
        assertThat(with(gap, Duration.ofHours(24))).isEqualTo(InquiryState.UNANSWERED);
        assertThat(with(gap, Duration.ofHours(24).plusMillis(1))).isEqualTo(InquiryState.UNVERIFIED);
    }

    @Test
    @DisplayName("is the supplier's own at once if that was told more than a day before it began")
    void ownAtOnce() {
        var told = hoursAfter(inquiry.received(), -48);
        var gap = new Gap(inquiry.received(), inquiry.deadline(), inquiry.received(), null, told);
        assertThat(with(gap, Duration.ofHours(24))).isEqualTo(InquiryState.UNANSWERED);
        assertThat(with(gap, Duration.ofHours(49))).isEqualTo(InquiryState.UNVERIFIED);
    }

    private InquiryState with(Gap gap, Duration ownAfter) {
        var other = new Pair().receives("q-1", inquiry.received());
        Unseen.of(List.of(gap), ownAfter, List.of()).gaps().forEach(other::hasGap);
        return other.state();
    }
}
