package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.NEW_YORK;
import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.policy.Terms;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Spam")
class SpamTest {

    private static final Instant RECEIVED = at("2016-03-01T10:00");
    private static final Instant NOON = at("2016-03-02T12:00");

    private final Inquiry inquiry = new Pair().receives("q-1", RECEIVED);

    @Test
    @DisplayName("recognised by the system is not counted")
    void recognised() {
        var recognition = inquiry.recognisedAsSpam(RECEIVED);
        var judgement = inquiry.judgedAt(RECEIVED);
        assertThat(judgement.rule()).isEqualTo(InquiryRule.SYSTEM_SPAM);
        assertThat(judgement.verdict()).isEqualTo(InquiryState.SPAM);
        assertThat(judgement.decidingFact()).isEqualTo(recognition.id());
        assertThat(judgement.anchor()).isNull();
    }

    @Test
    @DisplayName("recognised by the system needs no window, only open books")
    void recognisedLater() {
        inquiry.recognisedAsSpam(inquiry.close());
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 1))).isEqualTo(InquiryState.UNANSWERED);
        inquiry.recognisedAsSpam(justBefore(inquiry.close()));
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 1))).isEqualTo(InquiryState.SPAM);
    }

    @Test
    @DisplayName("reported at the very end of the window is not counted")
    void reportedAtTheEnd() {
        var report = inquiry.reportedAsSpam(inquiry.windowEnd());
        assertThat(inquiry.judged().rule()).isEqualTo(InquiryRule.SPAM_REPORTED_IN_WINDOW);
        assertThat(inquiry.judged().decidingFact()).isEqualTo(report.id());
    }

    @Test
    @DisplayName("reported a millisecond after the window is refused its effect")
    void reportedAfterTheWindow() {
        var report = inquiry.reportedAsSpam(justAfter(inquiry.windowEnd()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(inquiry.refusalOf(report)).hasValue(Refusal.WINDOW_CLOSED);
    }

    @Test
    @DisplayName("may be reported after a reply, and wins")
    void reportedAfterAReply() {
        inquiry.replied(NOON);
        inquiry.reportedAsSpam(hoursAfter(NOON, 1));
        assertThat(inquiry.stateAt(NOON)).isEqualTo(InquiryState.TIMELY);
        assertThat(inquiry.state()).isEqualTo(InquiryState.SPAM);
    }

    @Test
    @DisplayName("stays spam whatever is replied afterwards")
    void repliedAfterTheReport() {
        inquiry.reportedAsSpam(NOON);
        inquiry.replied(hoursAfter(NOON, 1));
        assertThat(inquiry.state()).isEqualTo(InquiryState.SPAM);
    }

    @Test
    @DisplayName("is asked before rejection, whichever came first")
    void beforeRejection() {
        inquiry.rejected(NOON);
        inquiry.reportedAsSpam(hoursAfter(NOON, 1));
        assertThat(inquiry.state()).isEqualTo(InquiryState.SPAM);
    }

    @Test
    @DisplayName("reported too late leaves a rejection standing")
    void tooLateBesidesARejection() {
        inquiry.rejected(NOON);
        inquiry.reportedAsSpam(justAfter(inquiry.windowEnd()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.REJECTED);
    }

    @Test
    @DisplayName("dated five minutes and a millisecond before the receipt is not spam, at the very receipt it is")
    void aroundTheReceipt() {
        inquiry.reportedAsSpam(justBefore(inquiry.earliest()));
        inquiry.recognisedAsSpam(justBefore(inquiry.earliest()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        inquiry.reportedAsSpam(RECEIVED);
        assertThat(inquiry.state()).isEqualTo(InquiryState.SPAM);
    }

    @Test
    @DisplayName("recognised by the system is named before a report of the supplier")
    void systemBeforeSupplier() {
        inquiry.reportedAsSpam(NOON);
        inquiry.recognisedAsSpam(hoursAfter(NOON, 1));
        assertThat(inquiry.judged().rule()).isEqualTo(InquiryRule.SYSTEM_SPAM);
    }

    @Test
    @DisplayName("reported twice names the earliest report")
    void reportedTwice() {
        inquiry.reportedAsSpam(hoursAfter(NOON, 1));
        var earliest = inquiry.reportedAsSpam(NOON);
        assertThat(inquiry.judged().decidingFact()).isEqualTo(earliest.id());
    }

    @Test
    @DisplayName("has a window of 71 hours over the spring change")
    void springWindow() {
        var overSpring = new Pair(Terms.usual().in(NEW_YORK)).receives("q-2", at(NEW_YORK, "2016-03-12T10:00"));
        var end = hoursAfter(overSpring.received(), 71);
        overSpring.reportedAsSpam(justAfter(end));
        assertThat(overSpring.state()).isEqualTo(InquiryState.UNANSWERED);
        overSpring.reportedAsSpam(end);
        assertThat(overSpring.state()).isEqualTo(InquiryState.SPAM);
    }
}
