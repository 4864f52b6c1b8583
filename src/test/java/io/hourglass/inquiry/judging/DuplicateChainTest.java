package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.NEW_YORK;
import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.Terms;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A duplicate")
class DuplicateChainTest {

    private final Pair pair = new Pair();
    private final Inquiry first = pair.receives("q-1", at("2016-03-01T10:00"));
    private final Inquiry second = pair.receives("q-2", at("2016-03-01T15:00"));

    @Test
    @DisplayName("is a further inquiry of the same buyer on the anchor's natural day: it is never unanswered")
    void isAFurtherInquiry() {
        assertThat(second.state()).isEqualTo(InquiryState.DUPLICATE);
        assertThat(second.judged().anchor()).isEqualTo(first.id());
        assertThat(second.judged().decidingFact()).isNull();
        assertThat(first.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(first.judged().anchor()).isEqualTo(first.id());
    }

    @Test
    @DisplayName("is one from the moment that it is known")
    void isOneAtOnce() {
        assertThat(second.stateAt(second.received())).isEqualTo(InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("is told by receipt, not by the order in which the inquiries are given")
    void isToldByReceipt() {
        var reversed = new ArrayList<>(pair.files());
        Collections.reverse(reversed);
        assertThat(PairSnapshot.of(reversed)
                        .judged(first.close())
                        .judgement(first.id())
                        .verdict())
                .isEqualTo(InquiryState.UNANSWERED);
        assertThat(PairSnapshot.of(reversed)
                        .judged(second.close())
                        .judgement(second.id())
                        .verdict())
                .isEqualTo(InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("reaches to the last millisecond of the day, and not to the next day's first")
    void endsAtMidnight() {
        var lastOfTheDay = pair.receives("q-3", justBefore(at("2016-03-02T00:00")));
        var firstOfTheNext = pair.receives("q-4", at("2016-03-02T00:00"));
        assertThat(lastOfTheDay.state()).isEqualTo(InquiryState.DUPLICATE);
        assertThat(firstOfTheNext.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("lies on the natural day even if that has 25 hours")
    void onALongDay() {
        var longDay = new Pair(Terms.usual().in(NEW_YORK));
        var early = longDay.receives("q-1", at(NEW_YORK, "2016-11-06T00:00"));
        var late = longDay.receives("q-2", justBefore(hoursAfter(early.received(), 25)));
        var next = longDay.receives("q-3", hoursAfter(early.received(), 25));
        assertThat(late.judged().anchor()).isEqualTo(early.id());
        assertThat(next.judged().anchor()).isEqualTo(next.id());
    }

    @Test
    @DisplayName("owes no reply of its own: a reply to the anchor serves both")
    void servedByTheAnchor() {
        first.replied(at("2016-03-02T10:00"));
        assertThat(first.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(second.state()).isEqualTo(InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("passes a reply of its own on to the anchor")
    void servesTheAnchor() {
        var reply = second.replied(at("2016-03-02T10:00"));
        assertThat(first.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(first.judged().decidingFact()).isEqualTo(reply.id());
        assertThat(second.state()).isEqualTo(InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("passes a reply on to the anchor's clock, not to its own")
    void onTheAnchorsClock() {
        second.replied(justAfter(first.deadline()));
        assertThat(first.state()).isEqualTo(InquiryState.LATE);
    }

    @Test
    @DisplayName("passes a reply on at the very instant of the anchor's deadline")
    void atTheAnchorsDeadline() {
        second.replied(first.deadline());
        assertThat(first.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("passes on no reply that is dated too long before its own receipt")
    void notBeforeItsOwnReceipt() {
        second.replied(justBefore(second.earliest()));
        assertThat(first.state()).isEqualTo(InquiryState.UNANSWERED);
        second.replied(second.received());
        assertThat(first.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("passes on the earliest reply of all")
    void earliestOfAll() {
        first.replied(at("2016-03-02T11:00"));
        var earliest = second.replied(at("2016-03-02T10:00"));
        assertThat(first.judged().decidingFact()).isEqualTo(earliest.id());
    }

    @Test
    @DisplayName("passes on a bounced reply with its flag")
    void bounced() {
        second.bounced(second.replied(at("2016-03-02T10:00")), at("2016-03-02T11:00"));
        assertThat(first.judged().undelivered()).isTrue();
    }

    @Test
    @DisplayName("takes the place of an anchor that is rejected, with its own clock")
    void afterARejectedAnchor() {
        first.rejected(at("2016-03-02T10:00"));
        second.replied(second.deadline());
        assertThat(first.state()).isEqualTo(InquiryState.REJECTED);
        assertThat(second.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(second.judged().anchor()).isEqualTo(second.id());
    }

    @Test
    @DisplayName("takes the place of an anchor that is reported as spam, with its own clock")
    void afterAReportedAnchor() {
        first.reportedAsSpam(at("2016-03-02T10:00"));
        second.replied(justAfter(second.deadline()));
        assertThat(first.state()).isEqualTo(InquiryState.SPAM);
        assertThat(second.state()).isEqualTo(InquiryState.LATE);
    }

    @Test
    @DisplayName("that takes the anchor's place is itself followed by the next")
    void theNextFollows() {
        var third = pair.receives("q-3", at("2016-03-01T20:00"));
        first.recognisedAsSpam(first.received());
        assertThat(second.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(third.judged().anchor()).isEqualTo(second.id());
    }

    @Test
    @DisplayName("is not served by a reply to an anchor that is excluded")
    void notServedByAnExcludedOne() {
        first.replied(at("2016-03-01T16:00"));
        first.reportedAsSpam(at("2016-03-02T10:00"));
        assertThat(second.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("that is itself rejected is none, though the anchor was answered before")
    void rejectedItself() {
        first.replied(at("2016-03-01T16:00"));
        second.rejected(at("2016-03-01T17:00"));
        assertThat(second.state()).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("that is itself rejected passes no later reply on")
    void rejectedThenReplied() {
        second.rejected(at("2016-03-01T16:00"));
        second.replied(at("2016-03-01T17:00"));
        assertThat(first.state()).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("is one again when a reply that is learned of later undoes the anchor's rejection")
    void oneAgain() {
        var learnedAt = at("2016-03-05T10:00");
        first.rejected(at("2016-03-02T10:00"));
        first.learnsOf(first.replied(at("2016-03-02T09:00")), learnedAt);
        assertThat(second.stateAt(justBefore(learnedAt))).isEqualTo(InquiryState.UNANSWERED);
        assertThat(second.stateAt(learnedAt)).isEqualTo(InquiryState.DUPLICATE);
        assertThat(first.stateAt(learnedAt)).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("of an equal receipt is the one with the greater external id, by code point")
    void equalReceipts() {
        var twins = new Pair();
        var supplementary = twins.receives("q\uD83D\uDE00", at("2016-03-01T10:00"));
        var replacement = twins.receives("q\uFFFD", at("2016-03-01T10:00"));
        assertThat(supplementary.id().value()).isLessThan(replacement.id().value());
        assertThat(replacement.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(supplementary.judged().anchor()).isEqualTo(replacement.id());
    }

    @Test
    @DisplayName("does not exist under NONE, even at the same instant")
    void none() {
        var strict = new Pair(Terms.usual().duplicates(DuplicateRule.NONE));
        var one = strict.receives("q-1", at("2016-03-01T10:00"));
        var other = strict.receives("q-2", at("2016-03-01T10:00"));
        one.replied(at("2016-03-01T11:00"));
        assertThat(one.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(other.state()).isEqualTo(InquiryState.UNANSWERED);
    }
}
