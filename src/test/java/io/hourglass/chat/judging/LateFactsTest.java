package io.hourglass.chat.judging;

import static io.hourglass.chat.judging.Talk.MONDAY;
import static io.hourglass.kernel.facts.AuthorKind.AUTO_REPLY;
import static io.hourglass.kernel.facts.AuthorKind.HUMAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is learned late of a consultation")
class LateFactsTest {

    private static final LocalDateTime CLOSE = MONDAY.plusDays(1).atTime(6, 0);
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);

    @Test
    @DisplayName("decides up to the close at 06:00 of the next day, at that very instant too, and not after")
    void untilTheClose() {
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .wroteAndLearned(HUMAN, "10:05", CLOSE)
                        .rule())
                .isEqualTo(ChatRule.ANSWERED_SAME_DAY);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .wroteAndLearned(HUMAN, "10:05", CLOSE.plus(A_MILLISECOND))
                        .rule())
                .isEqualTo(ChatRule.NO_COUNTING_ANSWER);
    }

    @Test
    @DisplayName("changes what was said before: unanswered at midnight, answered at 02:00 by what was written in time")
    void undoes() {
        var talk = Talk.onMonday()
                .asked("10:00")
                .wroteAndLearned(HUMAN, "10:05", MONDAY.plusDays(1).atTime(2, 0));
        assertThat(talk.ruleAt(MONDAY.plusDays(1).atTime(1, 59))).isEqualTo(ChatRule.NO_COUNTING_ANSWER);
        assertThat(talk.ruleAt(MONDAY.plusDays(1).atTime(2, 0))).isEqualTo(ChatRule.ANSWERED_SAME_DAY);
    }

    @Test
    @DisplayName("opens it up to the close, and nothing after: then it is kept outside the books")
    void opensLate() {
        assertThat(Talk.onMonday().askedAndLearned("10:00", CLOSE).rule()).isEqualTo(ChatRule.NO_COUNTING_ANSWER);
        var outside = Talk.onMonday().askedAndLearned("10:00", CLOSE.plus(A_MILLISECOND));
        assertThat(outside.ruleAt(CLOSE)).isNull();
        assertThat(outside.rule()).isEqualTo(ChatRule.LEARNED_AFTER_CLOSE);
        assertThat(outside.rule().state().isOne()).isFalse();
    }

    @Test
    @DisplayName("of an earlier question makes it open earlier, so that an answer before the first one known counts")
    void earlierOpening() {
        var talk = Talk.onMonday()
                .asked("12:00")
                .wrote(HUMAN, "11:00")
                .askedAndLearned("10:00", MONDAY.plusDays(1).atTime(3, 0));
        assertThat(talk.ruleAt(MONDAY.plusDays(1).atTime(2, 0))).isEqualTo(ChatRule.NO_COUNTING_ANSWER);
        assertThat(talk.rule()).isEqualTo(ChatRule.ANSWERED_SAME_DAY);
    }

    @Test
    @DisplayName("closes its books at the wall clock that comes later where there is no 06:00")
    void closeInAGap() {
        var zone = ZoneId.of("Pacific/Apia");
        assertThat(Talk.calendar(zone).day(LocalDate.of(2011, 12, 29)).booksClose())
                .isEqualTo(LocalDate.of(2011, 12, 31).atTime(6, 0).atZone(zone).toInstant());
    }

    @Test
    @DisplayName("by retraction: a message retracted opens nothing and answers nothing; a retraction retracted is none")
    void retracted() {
        var tuesday = MONDAY.plusDays(1).atTime(1, 0);
        assertThat(Talk.onMonday().asked("10:00").retracted(tuesday).rule()).isEqualTo(ChatRule.OPENING_RETRACTED);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .wrote(HUMAN, "10:05")
                        .retracted(tuesday)
                        .rule())
                .isEqualTo(ChatRule.NO_COUNTING_ANSWER);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .wrote(HUMAN, "10:05")
                        .retracted(tuesday)
                        .retracted(tuesday.plusHours(1))
                        .rule())
                .isEqualTo(ChatRule.ANSWERED_SAME_DAY);
    }

    @Test
    @DisplayName("by a retraction after the close changes nothing")
    void retractedTooLate() {
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .wrote(HUMAN, "10:05")
                        .retracted(CLOSE.plus(A_MILLISECOND))
                        .rule())
                .isEqualTo(ChatRule.ANSWERED_SAME_DAY);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .wrote(HUMAN, "10:05")
                        .retracted(CLOSE)
                        .rule())
                .as("what occurs at the close's very instant is none of the day's")
                .isEqualTo(ChatRule.ANSWERED_SAME_DAY);
    }

    @Test
    @DisplayName("by reclassification: the last one says who wrote it, at the instant at which it was written")
    void reclassified() {
        var tuesday = MONDAY.plusDays(1).atTime(1, 0);
        assertThat(Talk.onMonday()
                        .asked("10:00")
                        .wrote(HUMAN, "10:05")
                        .reclassified(AUTO_REPLY, tuesday)
                        .rule())
                .isEqualTo(ChatRule.NO_COUNTING_ANSWER);
        var corrected = Talk.onMonday().asked("10:00").wrote(AUTO_REPLY, "10:05");
        var message = corrected.last();
        corrected.reclassified(HUMAN, tuesday);
        assertThat(corrected.rule()).isEqualTo(ChatRule.ANSWERED_SAME_DAY);
        assertThat(corrected.retracted(message, tuesday.plusHours(1)).rule()).isEqualTo(ChatRule.NO_COUNTING_ANSWER);
    }
}
