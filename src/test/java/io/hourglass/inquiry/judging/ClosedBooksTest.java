package io.hourglass.inquiry.judging;

import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.hoursAfter;
import static io.hourglass.sla.Moments.justAfter;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.kernel.ids.InquiryId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The books of a day")
class ClosedBooksTest {

    private final Pair pair = new Pair();
    private final Inquiry inquiry = pair.receives("q-1", at("2016-03-01T10:00"));

    @Test
    @DisplayName("take in a reply a millisecond before they close: it is late")
    void replyBeforeTheClose() {
        inquiry.replied(justBefore(inquiry.close()));
        assertThat(inquiry.state()).isEqualTo(InquiryState.LATE);
    }

    @Test
    @DisplayName("do not take in a reply at the instant they close")
    void replyAtTheClose() {
        inquiry.replied(inquiry.close());
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 1))).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("take in a fact that is learned of at the instant they close")
    void learnedOfAtTheClose() {
        inquiry.learnsOf(inquiry.replied(inquiry.deadline()), inquiry.close());
        assertThat(inquiry.stateAt(justBefore(inquiry.close()))).isEqualTo(InquiryState.UNANSWERED);
        assertThat(inquiry.state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("do not take in a fact that is learned of a millisecond after they close")
    void learnedOfAfterTheClose() {
        inquiry.learnsOf(inquiry.replied(inquiry.deadline()), justAfter(inquiry.close()));
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 1))).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("are open until the instant they close")
    void openUntilTheClose() {
        assertThat(inquiry.judgedAt(justBefore(inquiry.close())).booksClosed()).isFalse();
        assertThat(inquiry.judgedAt(inquiry.close()).booksClosed()).isTrue();
        assertThat(inquiry.judgedAt(justAfter(inquiry.close())).booksClosed()).isTrue();
    }

    @Test
    @DisplayName("say the same for ever once they are closed, whatever is learned of later")
    void sayTheSameForEver() {
        inquiry.rejected(justAfter(inquiry.windowEnd()));
        inquiry.learnsOf(inquiry.replied(inquiry.received()), justAfter(inquiry.close()));
        inquiry.replied(hoursAfter(inquiry.close(), 1));
        var atTheClose = inquiry.judged();
        assertThat(atTheClose.verdict()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(inquiry.judgedAt(hoursAfter(inquiry.close(), 1))).isEqualTo(atTheClose);
        assertThat(inquiry.judgedAt(hoursAfter(inquiry.close(), 24 * 365))).isEqualTo(atTheClose);
    }

    @Test
    @DisplayName("take in an inquiry that is learned of at the instant they close")
    void inquiryLearnedOfAtTheClose() {
        var late = pair.receives("q-2", at("2016-03-01T09:00"), inquiry.close());
        assertThat(late.state()).isEqualTo(InquiryState.UNANSWERED);
        assertThat(inquiry.judged().anchor()).isEqualTo(late.id());
    }

    @Test
    @DisplayName("do not take in an inquiry that is learned of a millisecond after they close")
    void inquiryLearnedOfAfterTheClose() {
        var tooLate = pair.receives("q-2", at("2016-03-01T09:00"), justAfter(inquiry.close()));
        tooLate.replied(at("2016-03-01T12:00"));
        var judgement = tooLate.judgedAt(justAfter(inquiry.close()));
        assertThat(judgement.state()).isEqualTo(InquiryState.OUT_OF_BOOKS);
        assertThat(judgement.verdict()).isNull();
        assertThat(judgement.anchor()).isNull();
        assertThat(judgement.booksClosed()).isTrue();
    }

    @Test
    @DisplayName("know no anchor that is learned of after they close, and none of its replies")
    void noAnchorForOthers() {
        var tooLate = pair.receives("q-2", at("2016-03-01T09:00"), justAfter(inquiry.close()));
        tooLate.replied(at("2016-03-01T12:00"));
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 1))).isEqualTo(InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("know no duplicate that is learned of after they close, and none of its replies")
    void noDuplicateForOthers() {
        var tooLate = pair.receives("q-2", at("2016-03-01T11:00"), justAfter(inquiry.close()));
        tooLate.replied(at("2016-03-01T12:00"));
        assertThat(inquiry.stateAt(hoursAfter(inquiry.close(), 1))).isEqualTo(InquiryState.UNANSWERED);
        assertThat(tooLate.stateAt(hoursAfter(inquiry.close(), 1))).isEqualTo(InquiryState.OUT_OF_BOOKS);
    }

    @Test
    @DisplayName("while open know an inquiry only from when it is learned of")
    void provisionalAnchor() {
        var learnedAt = at("2016-03-02T10:00");
        pair.receives("q-2", at("2016-03-01T09:00"), learnedAt);
        assertThat(inquiry.stateAt(justBefore(learnedAt))).isEqualTo(InquiryState.PENDING);
        assertThat(inquiry.stateAt(learnedAt)).isEqualTo(InquiryState.DUPLICATE);
    }

    @Test
    @DisplayName("cannot be asked about an inquiry before it is known")
    void notKnownYet() {
        var learnedAt = at("2016-03-02T10:00");
        var late = pair.receives("q-2", at("2016-03-01T09:00"), learnedAt);
        assertThat(late.judgedAt(learnedAt).state()).isEqualTo(InquiryState.PENDING);
        assertThatThrownBy(() -> late.judgedAt(justBefore(learnedAt)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("q-2");
    }

    @Test
    @DisplayName("cannot be asked about an inquiry of another pair")
    void ofAnotherPair() {
        assertThatThrownBy(() -> pair.judged(inquiry.close()).judgement(new InquiryId("q-9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("q-9");
    }
}
