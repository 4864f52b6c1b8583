package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.NEW_YORK;
import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.policy.Terms;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reply deadline")
class ReplyDeadlineTest {

    private final Inquiry inquiry = new Pair().receives("q-1", at("2016-03-01T10:00"));

    @Test
    @DisplayName("a reply at the very instant of the deadline is in time")
    void atTheDeadline() {
        var reply = inquiry.replied(hoursAfter(inquiry.received(), 72));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(inquiry.judged().decidingFact()).isEqualTo(reply.id());
    }

    @Test
    @DisplayName("a reply a millisecond after the deadline is late")
    void afterTheDeadline() {
        var reply = inquiry.replied(justAfter(hoursAfter(inquiry.received(), 72)));
        assertThat(inquiry.state()).isEqualTo(InquiryState.LATE);
        assertThat(inquiry.judged().decidingFact()).isEqualTo(reply.id());
    }

    @Test
    @DisplayName("a reply at the very instant of the receipt counts")
    void atTheReceipt() {
        inquiry.replied(inquiry.received());
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("a reply dated five minutes and a millisecond before the receipt does not count")
    void beforeTheReceipt() {
        inquiry.replied(justBefore(inquiry.earliest()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(inquiry.judged().decidingFact()).isNull();
    }

    @Test
    @DisplayName("a reply dated too long before the receipt leaves the decision to the next one")
    void nextAfterOneBeforeTheReceipt() {
        inquiry.replied(justBefore(inquiry.earliest()));
        var late = inquiry.replied(justAfter(inquiry.deadline()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.LATE);
        assertThat(inquiry.judged().decidingFact()).isEqualTo(late.id());
    }

    @Test
    @DisplayName("an inquiry without a reply is pending until the millisecond before the deadline")
    void pendingBeforeTheDeadline() {
        assertThat(inquiry.stateAt(inquiry.received())).isEqualTo(InquiryState.PENDING);
        assertThat(inquiry.stateAt(justBefore(inquiry.deadline()))).isEqualTo(InquiryState.PENDING);
        assertThat(inquiry.judgedAt(justBefore(inquiry.deadline())).verdict()).isNull();
    }

    @Test
    @DisplayName("an inquiry without a reply is unanswered at the deadline")
    void unansweredAtTheDeadline() {
        assertThat(inquiry.stateAt(inquiry.deadline())).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("a reply decides at once, long before the deadline")
    void decidesAtOnce() {
        var reply = inquiry.replied(hoursAfter(inquiry.received(), 1));
        assertThat(inquiry.stateAt(justBefore(reply.occurredAt()))).isEqualTo(InquiryState.PENDING);
        assertThat(inquiry.stateAt(reply.occurredAt())).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("a reply in time that is learned of later turns unanswered into timely")
    void learnedLater() {
        var learnedAt = hoursAfter(inquiry.deadline(), 5);
        inquiry.learnsOf(inquiry.replied(inquiry.deadline()), learnedAt);
        assertThat(inquiry.stateAt(justBefore(learnedAt))).isEqualTo(InquiryState.UNANSWERED);
        assertThat(inquiry.stateAt(learnedAt)).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("the earliest reply decides, in whatever order they are told")
    void earliestDecides() {
        inquiry.replied(justAfter(inquiry.deadline()));
        var earliest = inquiry.replied(hoursAfter(inquiry.received(), 2));
        inquiry.replied(hoursAfter(inquiry.received(), 3));
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(inquiry.judged().decidingFact()).isEqualTo(earliest.id());
    }

    @Test
    @DisplayName("of two replies at one instant the smaller id is named")
    void sameInstant() {
        var first = inquiry.replied(inquiry.deadline());
        inquiry.replied(inquiry.deadline());
        assertThat(inquiry.judged().decidingFact()).isEqualTo(first.id());
    }

    @Test
    @DisplayName("counts elapsed hours over a clock change")
    void elapsedHours() {
        var overSpring = new Pair(Terms.usual().in(NEW_YORK)).receives("q-2", at(NEW_YORK, "2016-03-12T10:00"));
        overSpring.replied(at(NEW_YORK, "2016-03-15T11:00"));
        assertThat(overSpring.state()).isEqualTo(InquiryState.TIMELY);

        var overAutumn = new Pair(Terms.usual().in(NEW_YORK)).receives("q-3", at(NEW_YORK, "2016-11-05T10:00"));
        overAutumn.replied(justAfter(at(NEW_YORK, "2016-11-08T09:00")));
        assertThat(overAutumn.state()).isEqualTo(InquiryState.LATE);
    }

    @Test
    @DisplayName("is the same instant in every zone")
    void anyZone() {
        var inUtc = new Pair(Terms.usual().in(ZoneOffset.UTC)).receives("q-4", inquiry.received());
        assertThat(inUtc.deadline()).isEqualTo(inquiry.deadline());
    }
}
