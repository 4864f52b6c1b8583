package io.hourglass.chat.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.chat.judging.ChatState;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A diagnosis of chat")
class GrowthTest {

    /** Counts how often an element is asked for. */
    private static final class Counted extends AbstractList<HandledConsultation> {

        private final List<HandledConsultation> elements;
        private long asked;

        private Counted(List<HandledConsultation> elements) {
            this.elements = elements;
        }

        @Override
        public HandledConsultation get(int index) {
            asked++;
            return elements.get(index);
        }

        @Override
        public int size() {
            return elements.size();
        }
    }

    /** Within eight weeks, of ten accounts, one in four unanswered, and each hour of the last day a burst. */
    private static Counted consultations(int number) {
        var chance = new SplittableRandom(19);
        var chats = new ShopChats();
        for (var at = 0; at < number; at++) {
            LocalDate day = at % 10 == 0 ? ShopChats.LAST_WEEKS.to() : ShopChats.MONDAY.plusDays(chance.nextInt(56));
            var asked = day.atTime(chance.nextInt(24), chance.nextInt(60), chance.nextInt(60));
            if (chance.nextInt(4) == 0) {
                chats.unanswered("a" + chance.nextInt(10), asked, one -> one);
            } else {
                chats.answered("a" + chance.nextInt(10), asked, asked.plusSeconds(30));
            }
        }
        return new Counted(chats.all);
    }

    private static long asked(int number) {
        var counted = consultations(number);
        var diagnosis = ChatDiagnosis.ofShop(ShopChats.LAST_WEEKS, counted, ShopChats.ZONE);
        assertThat(diagnosis.now().unanswered()).isPositive();
        return counted.asked;
    }

    @Test
    @DisplayName(
            "asks for each consultation as often, of however many: a hundred thousand are no more work each than a thousand")
    void linear() {
        var few = asked(1_000);
        assertThat(asked(100_000)).isEqualTo(100 * few);
        assertThat(few).isLessThanOrEqualTo(10 * 1_000);
    }

    @Test
    @DisplayName("looks at each consultation of a burst once, of however many")
    void burstsOnce() {
        var all = consultations(20_000).elements;
        assertThat(all).filteredOn(one -> one.state() == ChatState.UNANSWERED).isNotEmpty();
        assertThat(Bursts.among(all, ShopChats.LAST_WEEKS.before())).hasSizeGreaterThan(1_000);
    }
}
