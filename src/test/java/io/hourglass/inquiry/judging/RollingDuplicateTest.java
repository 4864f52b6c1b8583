package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.NEW_YORK;
import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.Terms;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Under ROLLING_24H")
class RollingDuplicateTest {

    private final Pair pair = new Pair(Terms.usual().duplicates(DuplicateRule.ROLLING_24H));
    private final Inquiry anchor = pair.receives("q-1", at("2016-03-01T22:00"));

    @Test
    @DisplayName("an inquiry a millisecond under 24 hours after the anchor is a duplicate, across midnight too")
    void justUnder() {
        var next = pair.receives("q-2", justBefore(at("2016-03-02T22:00")));
        assertThat(next.judged().anchor()).isEqualTo(anchor.id());
        assertThat(next.state()).isEqualTo(InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("an inquiry exactly 24 hours after the anchor is an anchor")
    void exactly() {
        var next = pair.receives("q-2", at("2016-03-02T22:00"));
        assertThat(next.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(next.judged().anchor()).isEqualTo(next.id());
    }

    @Test
    @DisplayName("the hours are elapsed ones when the clocks go forward")
    void overSpring() {
        var spring = newYorkPair();
        var noon = spring.receives("q-1", at(NEW_YORK, "2016-03-12T12:00"));
        var noonNextDay = spring.receives("q-2", at(NEW_YORK, "2016-03-13T12:00"));
        var justUnder = spring.receives("q-3", justBefore(at(NEW_YORK, "2016-03-13T13:00")));
        var exactly = spring.receives("q-4", at(NEW_YORK, "2016-03-13T13:00"));
        assertThat(noonNextDay.judged().anchor()).isEqualTo(noon.id());
        assertThat(justUnder.judged().anchor()).isEqualTo(noon.id());
        assertThat(exactly.judged().anchor()).isEqualTo(exactly.id());
    }

    @Test
    @DisplayName("the hours are elapsed ones when the clocks go back: the same day's 25th hour is out of reach")
    void overAutumn() {
        var autumn = newYorkPair();
        var midnight = autumn.receives("q-1", at(NEW_YORK, "2016-11-06T00:00"));
        var justUnder = autumn.receives("q-2", justBefore(at(NEW_YORK, "2016-11-06T23:00")));
        var exactly = autumn.receives("q-3", at(NEW_YORK, "2016-11-06T23:00"));
        assertThat(justUnder.judged().anchor()).isEqualTo(midnight.id());
        assertThat(exactly.judged().anchor()).isEqualTo(exactly.id());
    }

    @Test
    @DisplayName("the reach is from the anchor, not from its last duplicate")
    void fromTheAnchor() {
        var duplicate = pair.receives("q-2", hoursAfter(anchor.received(), 20));
        var nextAnchor = pair.receives("q-3", hoursAfter(anchor.received(), 30));
        var itsDuplicate = pair.receives("q-4", hoursAfter(anchor.received(), 53));
        var lastAnchor = pair.receives("q-5", hoursAfter(anchor.received(), 54));
        assertThat(duplicate.judged().anchor()).isEqualTo(anchor.id());
        assertThat(nextAnchor.judged().anchor()).isEqualTo(nextAnchor.id());
        assertThat(itsDuplicate.judged().anchor()).isEqualTo(nextAnchor.id());
        assertThat(lastAnchor.judged().anchor()).isEqualTo(lastAnchor.id());
    }

    @Test
    @DisplayName("the chain is laid anew from the next inquiry when the anchor is rejected")
    void laidAnew() {
        var second = pair.receives("q-2", hoursAfter(anchor.received(), 20));
        var third = pair.receives("q-3", hoursAfter(anchor.received(), 30));
        anchor.rejected(hoursAfter(anchor.received(), 40));
        assertThat(second.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(third.judged().anchor()).isEqualTo(second.id());
    }

    @Test
    @DisplayName("an excluded inquiry is skipped and does not move the anchor")
    void skipped() {
        var excluded = pair.receives("q-2", hoursAfter(anchor.received(), 10));
        var third = pair.receives("q-3", hoursAfter(anchor.received(), 23));
        excluded.reportedAsSpam(hoursAfter(anchor.received(), 11));
        assertThat(third.judged().anchor()).isEqualTo(anchor.id());
    }

    @Test
    @DisplayName("a reply to the next day's duplicate serves the anchor until the anchor's books close")
    void nextDaysReply() {
        var duplicate = pair.receives("q-2", at("2016-03-02T10:00"));
        duplicate.replied(justBefore(anchor.close()));
        assertThat(anchor.state()).isEqualTo(InquiryState.LATE);
        assertThat(duplicate.state()).isEqualTo(InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("a reply to the next day's duplicate at the close of the anchor's books is nothing to the anchor")
    void nextDaysReplyAtTheClose() {
        var duplicate = pair.receives("q-2", at("2016-03-02T10:00"));
        duplicate.replied(anchor.close());
        assertThat(anchor.stateAt(duplicate.close())).isEqualTo(InquiryState.UNANSWERED);
        assertThat(duplicate.state()).isEqualTo(InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("a reply to the next day's duplicate must be known as the anchor's books close")
    void nextDaysReplyLearnedOf() {
        assertThat(anchorStateIfReplyIsLearnedAt(anchor.close())).isEqualTo(InquiryState.TIMELY);
        assertThat(anchorStateIfReplyIsLearnedAt(justAfter(anchor.close()))).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("a next day's inquiry learned of after the anchor's books close passes nothing on")
    void nextDaysInquiryLearnedOf() {
        assertThat(anchorStateIfDuplicateIsLearnedAt(anchor.close())).isEqualTo(InquiryState.TIMELY);
        assertThat(anchorStateIfDuplicateIsLearnedAt(justAfter(anchor.close()))).isEqualTo(InquiryState.UNANSWERED);
    }

    private InquiryState anchorStateIfReplyIsLearnedAt(Instant learnedAt) {
        var told = new Pair(Terms.usual().duplicates(DuplicateRule.ROLLING_24H));
        var first = told.receives("q-1", anchor.received());
        var duplicate = told.receives("q-2", at("2016-03-02T10:00"));
        duplicate.learnsOf(duplicate.replied(at("2016-03-02T11:00")), learnedAt);
        return first.stateAt(hoursAfter(duplicate.close(), 24));
    }

    private InquiryState anchorStateIfDuplicateIsLearnedAt(Instant learnedAt) {
        var told = new Pair(Terms.usual().duplicates(DuplicateRule.ROLLING_24H));
        var first = told.receives("q-1", anchor.received());
        var duplicate = told.receives("q-2", at("2016-03-02T10:00"), learnedAt);
        duplicate.replied(at("2016-03-02T11:00"));
        return first.stateAt(hoursAfter(duplicate.close(), 24));
    }

    private static Pair newYorkPair() {
        return new Pair(Terms.usual().in(NEW_YORK).duplicates(DuplicateRule.ROLLING_24H));
    }
}
