package io.hourglass.chat.judging;

import static io.hourglass.chat.judging.Talk.MONDAY;
import static io.hourglass.kernel.facts.AuthorKind.AI_AGENT;
import static io.hourglass.kernel.facts.AuthorKind.HUMAN;
import static io.hourglass.kernel.facts.AuthorKind.SERVICE_ASSISTANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.kernel.facts.AuthorKind;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A consultation of chat")
class AnswerTest {

    @Test
    @DisplayName("is answered by a message on the same natural day, at the opening's very instant or later (C1)")
    void sameDay() {
        assertThat(Talk.onMonday().asked("10:00").wrote(HUMAN, "10:00").rule()).isEqualTo(ChatRule.ANSWERED_SAME_DAY);
        assertThat(Talk.onMonday().asked("10:00").wrote(HUMAN, "23:59:59.999").rule())
                .isEqualTo(ChatRule.ANSWERED_SAME_DAY);
        assertThat(Talk.onMonday().asked("10:00").rule()).isEqualTo(ChatRule.NO_COUNTING_ANSWER);
    }

    @Test
    @DisplayName("is not answered by what was written before it was opened, however little before")
    void before() {
        assertThat(Talk.onMonday().asked("10:00").wrote(HUMAN, "09:59:59.999").rule())
                .isEqualTo(ChatRule.NO_COUNTING_ANSWER);
    }

    @Test
    @DisplayName("asked at 23:59 is open until 24:00 and unanswered from then on, though answered at 00:01 (C5)")
    void overMidnight() {
        var talk = Talk.onMonday().asked("23:59");
        assertThat(talk.ruleAt(MONDAY.atTime(23, 59, 59, 999_000_000))).isEqualTo(ChatRule.DAY_GOES_ON);
        assertThat(talk.ruleAt(MONDAY.plusDays(1).atStartOfDay())).isEqualTo(ChatRule.NO_COUNTING_ANSWER);
    }

    @Test
    @DisplayName("is open to the end of a day of 23 or of 25 hours, and of one whose next day has no midnight")
    void oddDays() {
        var spring = Talk.on(LocalDate.of(2026, 3, 8), "America/Los_Angeles").asked("01:00");
        var autumn = Talk.on(LocalDate.of(2026, 11, 1), "America/Los_Angeles").asked("00:30");
        var skipped = Talk.on(LocalDate.of(2018, 11, 3), "America/Sao_Paulo").asked("22:00");
        for (var talk : new Talk[] {spring, autumn, skipped}) {
            var end = talk.consultation().day().end();
            assertThat(talk.ruleAt(end.minusMillis(1))).isEqualTo(ChatRule.DAY_GOES_ON);
            assertThat(talk.ruleAt(end)).isEqualTo(ChatRule.NO_COUNTING_ANSWER);
        }
        assertThat(spring.at("23:00").minusSeconds(22 * 3_600)).isEqualTo(spring.at("00:00"));
        assertThat(autumn.at("23:00").minusSeconds(24 * 3_600)).isEqualTo(autumn.at("00:00"));
        assertThat(skipped.consultation().day().end())
                .isEqualTo(skipped.at("22:00").plusSeconds(2 * 3_600));
    }

    @ParameterizedTest
    @EnumSource(AuthorKind.class)
    @DisplayName("is answered by a person, an AI agent and an AI-assisted person, and by nobody else (C2, C3)")
    void authors(AuthorKind author) {
        var counts =
                switch (author) {
                    case HUMAN, AI_ASSISTED, AI_AGENT -> true;
                    case QUICK_REPLY, SERVICE_ASSISTANT, AUTO_REPLY, SYSTEM -> false;
                };
        assertThat(Talk.onMonday().asked("10:00").wrote(author, "10:05").rule())
                .isEqualTo(counts ? ChatRule.ANSWERED_SAME_DAY : ChatRule.NO_COUNTING_ANSWER);
    }

    @Test
    @DisplayName("is answered by the person who wrote after the assistant (C4)")
    void assistantThenPerson() {
        var talk = Talk.onMonday().asked("10:00").wrote(SERVICE_ASSISTANT, "10:00:01");
        assertThat(talk.ruleAt(MONDAY.atTime(10, 1))).isEqualTo(ChatRule.DAY_GOES_ON);
        assertThat(talk.wrote(HUMAN, "18:00").rule()).isEqualTo(ChatRule.ANSWERED_SAME_DAY);
    }

    @Test
    @DisplayName("is opened by a last OK on a new day as by any message (C13)")
    void lastWord() {
        assertThat(Talk.onMonday().asked("00:00").rule()).isEqualTo(ChatRule.NO_COUNTING_ANSWER);
    }

    @Test
    @DisplayName("is as answered as it was when the account blocks the buyer, before the answer or after (C12)")
    void blocked() {
        assertThat(Talk.onMonday().asked("10:00").blocked("10:01").rule()).isEqualTo(ChatRule.NO_COUNTING_ANSWER);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .blocked("10:01")
                        .wrote(HUMAN, "10:02")
                        .rule())
                .isEqualTo(ChatRule.ANSWERED_SAME_DAY);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .wrote(HUMAN, "10:01")
                        .blocked("10:02")
                        .rule())
                .isEqualTo(ChatRule.ANSWERED_SAME_DAY);
        assertThat(Talk.onMonday().blocked("10:00").ruleAt(MONDAY.atTime(11, 0)))
                .isNull();
    }

    @Test
    @DisplayName(
            "is opened for the receiving account by a transfer at its instant, before which nothing is an answer (C8)")
    void transfer() {
        assertThat(Talk.onMonday()
                        .wrote(HUMAN, "09:59:59.999")
                        .transferred("10:00")
                        .rule())
                .isEqualTo(ChatRule.NO_COUNTING_ANSWER);
        assertThat(Talk.onMonday().transferred("10:00").wrote(HUMAN, "10:00").rule())
                .isEqualTo(ChatRule.ANSWERED_SAME_DAY);
        assertThat(Talk.onMonday().transferred("10:00").rule()).isEqualTo(ChatRule.NO_COUNTING_ANSWER);
    }

    @Test
    @DisplayName(
            "that the account held before a transfer to it stays the one it was, opened by the buyer's message (C8)")
    void transferToHolder() {
        var talk = Talk.onMonday().asked("09:00").wrote(AI_AGENT, "09:30").transferred("10:00");
        assertThat(talk.rule()).isEqualTo(ChatRule.ANSWERED_SAME_DAY);
        var first = Talk.onMonday().transferred("10:00").wrote(HUMAN, "10:30").asked("11:00");
        assertThat(first.rule()).isEqualTo(ChatRule.ANSWERED_SAME_DAY);
    }
}
