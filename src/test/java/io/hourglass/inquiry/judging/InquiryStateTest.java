package io.hourglass.inquiry.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A state of an inquiry")
class InquiryStateTest {

    @Test
    @DisplayName("is countable if it is timely, late or unanswered")
    void countable() {
        assertThat(Arrays.stream(InquiryState.values()).filter(InquiryState::countable))
                .containsExactly(InquiryState.TIMELY, InquiryState.LATE, InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("is an anchor's if it is countable or unverified")
    void anchors() {
        assertThat(Arrays.stream(InquiryState.values()).filter(InquiryState::isAnchor))
                .containsExactly(
                        InquiryState.TIMELY, InquiryState.LATE, InquiryState.UNVERIFIED, InquiryState.UNANSWERED);
    }

    @Test
    @DisplayName("is an answer's if it is timely or late")
    void answered() {
        assertThat(Arrays.stream(InquiryState.values()).filter(InquiryState::answered))
                .containsExactly(InquiryState.TIMELY, InquiryState.LATE);
    }

    @Test
    @DisplayName("is a verdict unless it is pending, out of the books, or a follow-up")
    void verdicts() {
        assertThat(Arrays.stream(InquiryState.values()).filter(state -> !state.isVerdict()))
                .containsExactly(InquiryState.PENDING, InquiryState.OUT_OF_BOOKS, InquiryState.FOLLOW_UP);
        assertThat(InquiryState.PENDING.verdict()).isNull();
        assertThat(InquiryState.SPAM.verdict()).isEqualTo(InquiryState.SPAM);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("has a rule that gives it")
    void hasARule(InquiryState state) {
        assertThat(InquiryRule.values()).extracting(InquiryRule::state).contains(state);
    }
}
