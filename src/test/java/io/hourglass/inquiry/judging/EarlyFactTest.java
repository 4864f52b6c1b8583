package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fact dated a little before its inquiry's receipt")
class EarlyFactTest {

    private static final Instant RECEIVED = at("2016-03-01T10:00");
    private static final Instant FIVE_MINUTES_BEFORE = at("2016-03-01T09:55");

    private final Pair pair = new Pair();
    private final Inquiry inquiry = pair.receives("q-1", RECEIVED);

    @Test
    @DisplayName("counts as at the receipt up to five minutes before it, and not a millisecond more")
    void fiveMinutes() {
        inquiry.replied(justBefore(FIVE_MINUTES_BEFORE));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        var reply = inquiry.replied(FIVE_MINUTES_BEFORE);
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
        assertThat(inquiry.judged().decidingFact()).isEqualTo(reply.id());
    }

    @Test
    @DisplayName("never counts by a version that has no such span, not even a millisecond before")
    void withoutASpan() {
        var older = new Pair(Terms.usual().earlyBy(Duration.ZERO)).receives("q-1", RECEIVED);
        var early = older.replied(justBefore(RECEIVED));
        assertThat(older.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(older.refusalOf(early)).hasValue(Refusal.BEFORE_RECEIPT);
        older.replied(RECEIVED);
        assertThat(older.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("is measured by the version of its own inquiry")
    void byTheOwnVersion() {
        pair.turnsTo(Terms.usual().version(2).earlyBy(Duration.ofMinutes(1)));
        var later = pair.receives("q-2", hoursAfter(RECEIVED, 48));
        later.replied(justBefore(later.earliest()));
        assertThat(later.state()).isEqualTo(InquiryState.UNANSWERED);
        later.replied(later.received().minus(Duration.ofMinutes(1)));
        assertThat(later.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("is as early as one at the receipt: among them the least id decides, whichever was dated first")
    void allAtOnce() {
        var atTheReceipt = inquiry.replied(RECEIVED);
        inquiry.replied(FIVE_MINUTES_BEFORE);
        assertThat(inquiry.judged().decidingFact()).isEqualTo(atTheReceipt.id());
    }

    @Test
    @DisplayName("as a rejection yields to a reply dated between it and the receipt")
    void rejectionYields() {
        inquiry.rejected(FIVE_MINUTES_BEFORE);
        assertThat(inquiry.state()).isEqualTo(InquiryState.REJECTED);
        inquiry.replied(RECEIVED);
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("as a correction is no earlier than another at the receipt: the greater id holds")
    void correctionsAtOnce() {
        var reply = inquiry.replied(RECEIVED);
        inquiry.reclassified(reply, AuthorKind.AUTO_REPLY, RECEIVED);
        inquiry.reclassified(reply, AuthorKind.HUMAN, FIVE_MINUTES_BEFORE);
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("takes the inquiry's own receipt, not its anchor's")
    void byTheOwnReceipt() {
        var duplicate = pair.receives("q-2", hoursAfter(RECEIVED, 2));
        duplicate.replied(justBefore(duplicate.earliest()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.UNANSWERED);
        var reply = duplicate.replied(duplicate.earliest());
        var own = inquiry.replied(justAfter(justAfter(duplicate.earliest())));
        assertThat(inquiry.judged().decidingFact()).isEqualTo(own.id());
        inquiry.retracted(own, hoursAfter(RECEIVED, 5));
        assertThat(inquiry.judged().decidingFact()).isEqualTo(reply.id());
    }

    @Test
    @DisplayName("is refused no effect")
    void notRefused() {
        assertThat(inquiry.refusalOf(inquiry.replied(FIVE_MINUTES_BEFORE))).isEmpty();
        assertThat(inquiry.refusalOf(inquiry.rejected(FIVE_MINUTES_BEFORE))).hasValue(Refusal.ALREADY_ANSWERED);
        assertThat(inquiry.supplierActedBy(RECEIVED)).isTrue();
    }
}
