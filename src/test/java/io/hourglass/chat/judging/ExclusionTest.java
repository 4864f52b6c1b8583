package io.hourglass.chat.judging;

import static io.hourglass.chat.judging.ChatFactKind.MARKED_ABNORMAL;
import static io.hourglass.chat.judging.ChatFactKind.MARKED_OWN;
import static io.hourglass.chat.judging.ChatFactKind.MARKED_STAFF;
import static io.hourglass.chat.judging.Talk.MONDAY;
import static io.hourglass.kernel.facts.AuthorKind.HUMAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A consultation is excluded")
class ExclusionTest {

    private static final LocalDateTime CLOSE = MONDAY.plusDays(1).atTime(6, 0);

    @ParameterizedTest
    @CsvSource({"MARKED_STAFF, BUYER_IS_STAFF", "MARKED_OWN, BUYER_MARKED_OWN"})
    @DisplayName("for the whole day of a mark of staff or of the shop's own account, and not the day before (C9, C10)")
    void wholeDay(ChatFactKind mark, ChatRule rule) {
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .marked(mark, MONDAY.atTime(23, 59, 59))
                        .rule())
                .isEqualTo(rule);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .marked(mark, MONDAY.minusDays(40).atTime(8, 0))
                        .rule())
                .isEqualTo(rule);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .marked(mark, MONDAY.plusDays(1).atStartOfDay())
                        .rule())
                .isEqualTo(ChatRule.NO_COUNTING_ANSWER);
    }

    @Test
    @DisplayName("if the buyer's account was abnormal when it opened, at that very instant too, and not if later (C11)")
    void abnormal() {
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .marked(MARKED_ABNORMAL, MONDAY.atTime(10, 0))
                        .rule())
                .isEqualTo(ChatRule.BUYER_ABNORMAL);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .marked(MARKED_ABNORMAL, MONDAY.atTime(10, 0, 0, 1_000_000))
                        .rule())
                .isEqualTo(ChatRule.NO_COUNTING_ANSWER);
    }

    @Test
    @DisplayName("between accounts of one shop by the marketplace's list, without a mark, and though answered (C10)")
    void colleagues() {
        assertThat(Talk.onMonday()
                        .amongColleagues()
                        .asked("10:00")
                        .wrote(HUMAN, "10:05")
                        .rule())
                .isEqualTo(ChatRule.BUYER_IS_ACCOUNT_OF_SHOP);
    }

    @Test
    @DisplayName("before the question is asked whether it was answered")
    void first() {
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .wrote(HUMAN, "10:05")
                        .marked(MARKED_STAFF, MONDAY.atTime(12, 0))
                        .rule())
                .isEqualTo(ChatRule.BUYER_IS_STAFF);
    }

    @Test
    @DisplayName("by a mark that is known by the close, and not by one learned of later, which serves later days")
    void late() {
        var mark = MONDAY.atTime(9, 0);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .markedAndLearned(MARKED_OWN, mark, CLOSE)
                        .rule())
                .isEqualTo(ChatRule.BUYER_MARKED_OWN);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .markedAndLearned(MARKED_OWN, mark, CLOSE.plusSeconds(1))
                        .rule())
                .isEqualTo(ChatRule.NO_COUNTING_ANSWER);
    }

    @Test
    @DisplayName("no more once the mark is retracted before the close; afterwards it stays excluded")
    void retracted() {
        var mark = MONDAY.atTime(9, 0);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .marked(MARKED_ABNORMAL, mark)
                        .unmarked(CLOSE.minusSeconds(1))
                        .rule())
                .isEqualTo(ChatRule.NO_COUNTING_ANSWER);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .marked(MARKED_ABNORMAL, mark)
                        .unmarked(CLOSE.plusSeconds(1))
                        .rule())
                .isEqualTo(ChatRule.BUYER_ABNORMAL);
    }
}
