package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.NEW_YORK;
import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A withdrawal")
class WithdrawalTest {

    private static final Instant NOON = at("2016-03-02T12:00");

    private final Pair pair = new Pair();
    private final Inquiry inquiry = pair.receives("q-1", at("2016-03-01T10:00"));

    @Test
    @DisplayName("takes the inquiry out of the rate, and is named as what decided")
    void withdrawn() {
        var withdrawal = inquiry.withdrawn(NOON);
        var judgement = inquiry.judgedAt(NOON);
        assertThat(judgement.rule()).isEqualTo(InquiryRule.WITHDRAWN_BEFORE_DEADLINE);
        assertThat(judgement.verdict()).isEqualTo(InquiryState.WITHDRAWN);
        assertThat(judgement.decidingFact()).isEqualTo(withdrawal.id());
        assertThat(judgement.anchor()).isNull();
        assertThat(InquiryState.WITHDRAWN.countable()).isFalse();
    }

    @Test
    @DisplayName("counts a millisecond before the reply deadline, not at it")
    void deadline() {
        inquiry.withdrawn(inquiry.deadline());
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        inquiry.withdrawn(justBefore(inquiry.deadline()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.WITHDRAWN);
    }

    @Test
    @DisplayName("has the deadline for its end, not the window, which ends otherwise across a clock change")
    void notTheWindow() {
        var autumn = new Pair(Terms.usual().in(NEW_YORK)).receives("q-1", at(NEW_YORK, "2016-11-05T10:00"));
        assertThat(autumn.windowEnd()).isAfter(autumn.deadline());
        autumn.withdrawn(autumn.deadline());
        assertThat(autumn.state()).isEqualTo(InquiryState.UNANSWERED);
        var spring = new Pair(Terms.usual().in(NEW_YORK)).receives("q-1", at(NEW_YORK, "2016-03-12T10:00"));
        assertThat(spring.windowEnd()).isBefore(spring.deadline());
        spring.withdrawn(justBefore(spring.deadline()));
        assertThat(spring.state()).isEqualTo(InquiryState.WITHDRAWN);
    }

    @Test
    @DisplayName("yields to a counting reply at or before it, not to one a millisecond later")
    void answered() {
        inquiry.withdrawn(NOON);
        var later = inquiry.replied(justAfter(NOON));
        assertThat(inquiry.state()).isEqualTo(InquiryState.WITHDRAWN);
        inquiry.retracted(later, hoursAfter(NOON, 1));
        inquiry.replied(NOON);
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("yields to no reply that does not count, nor to one that a duplicate got")
    void otherReplies() {
        inquiry.withdrawn(NOON);
        inquiry.replied(justBefore(NOON), AuthorKind.AUTO_REPLY);
        var second = pair.receives("q-2", hoursAfter(inquiry.received(), 1));
        second.replied(justBefore(NOON));
        assertThat(inquiry.state()).isEqualTo(InquiryState.WITHDRAWN);
        assertThat(second.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("and a rejection: the earlier decides, and at one instant the withdrawal")
    void rejection() {
        inquiry.rejected(NOON);
        inquiry.withdrawn(justAfter(NOON));
        assertThat(inquiry.state()).isEqualTo(InquiryState.REJECTED);
        inquiry.withdrawn(NOON);
        assertThat(inquiry.state()).isEqualTo(InquiryState.WITHDRAWN);
    }

    @Test
    @DisplayName("that is not effective leaves the decision to the rejection, and the other way round")
    void effective() {
        inquiry.withdrawn(inquiry.deadline());
        inquiry.rejected(inquiry.windowEnd());
        assertThat(inquiry.state()).isEqualTo(InquiryState.REJECTED);
        var other = pair.receives("q-2", at("2016-03-05T10:00"));
        other.rejected(justAfter(other.windowEnd()));
        other.withdrawn(justBefore(other.deadline()));
        assertThat(other.state()).isEqualTo(InquiryState.WITHDRAWN);
    }

    @Test
    @DisplayName("comes after spam, however early it was")
    void spam() {
        inquiry.withdrawn(inquiry.received());
        inquiry.reportedAsSpam(inquiry.windowEnd());
        assertThat(inquiry.state()).isEqualTo(InquiryState.SPAM);
    }

    @Test
    @DisplayName("passes the anchor's place to the next, with a clock of its own")
    void nextAnchor() {
        var second = pair.receives("q-2", hoursAfter(inquiry.received(), 5));
        assertThat(second.state()).isEqualTo(InquiryState.DUPLICATE);
        inquiry.withdrawn(NOON);
        assertThat(second.judged().anchor()).isEqualTo(second.id());
        second.replied(second.deadline());
        assertThat(second.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("of a settled day leaves the inquiry out of the chain of later days")
    void settled() {
        var rolling = new Pair(Terms.usual().duplicates(DuplicateRule.ROLLING_24H));
        var first = rolling.receives("q-1", at("2016-03-01T20:00"));
        var next = rolling.receives("q-2", at("2016-03-02T09:00"));
        first.settledAs(InquiryState.TIMELY);
        assertThat(next.state()).isEqualTo(InquiryState.DUPLICATE);
        first.settledAs(InquiryState.WITHDRAWN);
        assertThat(next.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("can be retracted, and learned of up to the close")
    void corrected() {
        var withdrawal = inquiry.withdrawn(NOON);
        inquiry.learnsOf(withdrawal, inquiry.close());
        assertThat(inquiry.stateAt(justBefore(inquiry.close()))).isEqualTo(InquiryState.UNANSWERED);
        assertThat(inquiry.state()).isEqualTo(InquiryState.WITHDRAWN);
        inquiry.retracted(withdrawal, justBefore(inquiry.close()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        var late = inquiry.withdrawn(NOON);
        inquiry.learnsOf(late, justAfter(inquiry.close()));
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 1))).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("is nothing that the supplier did")
    void notTheSupplier() {
        inquiry.withdrawn(NOON);
        assertThat(inquiry.supplierActedBy(inquiry.close())).isFalse();
        inquiry.rejected(hoursAfter(NOON, 1));
        assertThat(inquiry.supplierActedBy(inquiry.close())).isTrue();
    }
}
