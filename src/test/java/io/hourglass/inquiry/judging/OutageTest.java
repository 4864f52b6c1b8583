package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An outage that was declared and consented to")
class OutageTest {

    private final Inquiry inquiry = new Pair().receives("q-1", at("2016-03-01T10:00"));

    private InquiryState with(Instant from, Instant until) {
        return with(from, until, inquiry.deadline());
    }

    private InquiryState with(Instant from, Instant until, Instant knownFrom) {
        var other = new Pair().receives("q-1", inquiry.received());
        other.hasOutage(from, until, knownFrom);
        return other.state();
    }

    @Test
    @DisplayName("excuses if it holds the deadline's instant, however short it was")
    void holdsTheDeadline() {
        var deadline = inquiry.deadline();
        assertThat(with(deadline, deadline)).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(with(hoursAfter(deadline, -1), deadline)).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(with(hoursAfter(deadline, -1), justBefore(deadline))).isEqualTo(InquiryState.UNANSWERED);
        assertThat(with(justAfter(deadline), hoursAfter(deadline, 9))).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("excuses if it takes four hours or more of the time to reply, a millisecond less does not")
    void takesFourHours() {
        var begin = hoursAfter(inquiry.received(), 10);
        assertThat(with(begin, hoursAfter(begin, 4))).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(with(begin, justBefore(hoursAfter(begin, 4)))).isEqualTo(InquiryState.UNANSWERED);
        var received = inquiry.received();
        assertThat(with(hoursAfter(received, -9), hoursAfter(received, 4))).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(with(hoursAfter(received, -9), justBefore(hoursAfter(received, 4))))
                .isEqualTo(InquiryState.UNANSWERED);
        assertThat(with(hoursAfter(received, -9), justBefore(received))).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("excuses only if both were recorded before the books close")
    void recordedBeforeTheClose() {
        var deadline = inquiry.deadline();
        assertThat(with(deadline, deadline, justBefore(inquiry.close()))).isEqualTo(InquiryState.UNVERIFIED);
        assertThat(with(deadline, deadline, inquiry.close())).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("excuses from when it is known")
    void fromWhenItIsKnown() {
        var known = hoursAfter(inquiry.deadline(), 5);
        inquiry.hasOutage(inquiry.deadline(), inquiry.deadline(), known);
        assertThat(inquiry.stateAt(justBefore(known))).isEqualTo(InquiryState.UNANSWERED);
        assertThat(inquiry.stateAt(known)).isEqualTo(InquiryState.UNVERIFIED);
    }

    @Test
    @DisplayName("is the rule that decides, unless a gap in the supplier's own mailbox does")
    void decides() {
        inquiry.hasOutage(inquiry.received(), inquiry.deadline(), inquiry.deadline());
        assertThat(inquiry.judged().rule()).isEqualTo(InquiryRule.OUTAGE_OVER_DEADLINE);
        inquiry.hasGap(inquiry.received(), null, null);
        assertThat(inquiry.judged().rule()).isEqualTo(InquiryRule.SYNC_GAP_OVER_DEADLINE);
    }

    @Test
    @DisplayName("does not matter when a reply is known, in time or late")
    void aKnownReplyBeatsIt() {
        inquiry.hasOutage(inquiry.received(), inquiry.deadline(), inquiry.deadline());
        inquiry.replied(justAfter(inquiry.deadline()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.LATE);
    }
}
