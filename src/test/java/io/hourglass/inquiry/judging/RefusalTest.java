package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A fact is refused its effect")
class RefusalTest {

    private static final Instant NOON = at("2016-03-02T12:00");

    private final Inquiry inquiry = new Pair().receives("q-1", at("2016-03-01T10:00"));

    @ParameterizedTest
    @EnumSource
    @DisplayName("if it is dated more than five minutes before the inquiry's receipt, whatever its kind")
    void beforeReceipt(InquiryFactKind kind) {
        assertRefused(inquiry.happens(kind, justBefore(inquiry.earliest())), Refusal.BEFORE_RECEIPT);
        assertEffective(inquiry.happens(kind, inquiry.earliest()));
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "SPAM_REPORTED"})
    @DisplayName("if it rejects or reports after the window")
    void windowClosed(InquiryFactKind kind) {
        assertRefused(inquiry.happens(kind, justAfter(inquiry.windowEnd())), Refusal.WINDOW_CLOSED);
        assertEffective(inquiry.happens(kind, inquiry.windowEnd()));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"REJECTED", "SPAM_REPORTED", "WITHDRAWN"},
            mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("by a clock only if it rejects, reports or withdraws")
    void noWindowForTheRest(InquiryFactKind kind) {
        assertEffective(inquiry.happens(kind, hoursAfter(inquiry.windowEnd(), 1)));
    }

    @Test
    @DisplayName("if it withdraws at the reply deadline or later")
    void deadlinePassed() {
        assertRefused(inquiry.withdrawn(inquiry.deadline()), Refusal.DEADLINE_PASSED);
        assertEffective(inquiry.withdrawn(justBefore(inquiry.deadline())));
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "WITHDRAWN"})
    @DisplayName("if it rejects or withdraws what was answered at or before that instant")
    void alreadyAnswered(InquiryFactKind kind) {
        var before = inquiry.happens(kind, justBefore(NOON));
        inquiry.replied(NOON);
        assertEffective(before);
        assertRefused(inquiry.happens(kind, NOON), Refusal.ALREADY_ANSWERED);
        assertRefused(inquiry.happens(kind, justAfter(NOON)), Refusal.ALREADY_ANSWERED);
    }

    @Test
    @DisplayName("by its own time, not by its arrival: a reply that is learned of later refuses an earlier rejection")
    void neverByArrival() {
        var rejection = inquiry.rejected(NOON);
        assertEffective(rejection);
        inquiry.learnsOf(inquiry.replied(justBefore(NOON)), hoursAfter(NOON, 9));
        assertRefused(rejection, Refusal.ALREADY_ANSWERED);
    }

    @Test
    @DisplayName("no longer once the reply that refused it is retracted")
    void effectiveAgain() {
        var reply = inquiry.replied(justBefore(NOON));
        var rejection = inquiry.rejected(NOON);
        inquiry.retracted(reply, hoursAfter(NOON, 1));
        assertEffective(rejection);
    }

    @Test
    @DisplayName("not by a reply that does not count")
    void notByAnAutomaticReply() {
        inquiry.replied(justBefore(NOON), AuthorKind.AUTO_REPLY);
        inquiry.replied(justBefore(inquiry.earliest()));
        assertEffective(inquiry.rejected(NOON));
    }

    @Test
    @DisplayName("not because the inquiry is answered, if it reports spam")
    void spamAfterAReply() {
        inquiry.replied(justBefore(NOON));
        assertEffective(inquiry.reportedAsSpam(NOON));
    }

    @Test
    @DisplayName("for the window before the answer, and the reason is told in words")
    void reasons() {
        inquiry.replied(NOON);
        assertRefused(inquiry.rejected(justAfter(inquiry.windowEnd())), Refusal.WINDOW_CLOSED);
        assertThat(Refusal.WINDOW_CLOSED.reason()).isEqualTo("window closed");
        assertThat(Refusal.DEADLINE_PASSED.reason()).isEqualTo("deadline passed");
        assertThat(Refusal.FOLLOW_UP.reason()).isEqualTo("a follow-up of another inquiry");
        assertThat(Refusal.ALREADY_ANSWERED.reason()).isEqualTo("already answered");
        assertThat(Refusal.BEFORE_RECEIPT.reason()).isEqualTo("dated before the inquiry's receipt");
    }

    private void assertRefused(Fact fact, Refusal refusal) {
        assertThat(inquiry.refusalOf(fact)).hasValue(refusal);
    }

    private void assertEffective(Fact fact) {
        assertThat(inquiry.refusalOf(fact)).isEmpty();
    }
}
