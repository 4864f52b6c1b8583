package io.hourglass.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A verdict")
class VerdictTest {

    @Test
    @DisplayName("is countable if it is timely, late or unanswered")
    void countable() {
        assertThat(Arrays.stream(Verdict.values()).filter(Verdict::countable))
                .containsExactly(Verdict.TIMELY, Verdict.LATE, Verdict.UNANSWERED);
    }

    @Test
    @DisplayName("is an anchor's if it is countable or unverified")
    void anchors() {
        assertThat(Arrays.stream(Verdict.values()).filter(Verdict::isAnchor))
                .containsExactly(Verdict.TIMELY, Verdict.LATE, Verdict.UNVERIFIED, Verdict.UNANSWERED);
    }

    @Test
    @DisplayName("is an answer's if it is timely or late")
    void answered() {
        assertThat(Arrays.stream(Verdict.values()).filter(Verdict::answered))
                .containsExactly(Verdict.TIMELY, Verdict.LATE);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("has a rule that gives it, and a state of its name")
    void hasARuleAndAState(Verdict verdict) {
        assertThat(Arrays.stream(Rule.values()).map(Rule::verdict).filter(Objects::nonNull))
                .contains(verdict);
        assertThat(State.valueOf(verdict.name()).verdict()).isEqualTo(verdict);
    }
}
