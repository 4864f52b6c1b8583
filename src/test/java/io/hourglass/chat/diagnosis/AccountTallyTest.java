package io.hourglass.chat.diagnosis;

import static io.hourglass.chat.judging.ChatState.ANSWERED;
import static io.hourglass.chat.judging.ChatState.EXCLUDED;
import static io.hourglass.chat.judging.ChatState.OPEN;
import static io.hourglass.chat.judging.ChatState.OUT_OF_BOOKS;
import static io.hourglass.chat.judging.ChatState.UNANSWERED;
import static io.hourglass.chat.judging.ChatState.VOID;
import static io.hourglass.kernel.facts.AuthorKind.AI_AGENT;
import static io.hourglass.kernel.facts.AuthorKind.HUMAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The table of an account")
class AccountTallyTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);

    private final ShopChats chats = new ShopChats();

    private void add(String account, LocalDate day, ChatState state, @Nullable AuthorKind author) {
        chats.add(account, day.atTime(12, 0), one -> one.state(state).answeredBy(author));
    }

    @Test
    @DisplayName("has a row a day, of what was asked, answered and by whom, unanswered and excluded")
    void daily() {
        add("b", SUNDAY, ANSWERED, HUMAN);
        add("a", SUNDAY, ANSWERED, HUMAN);
        add("a", SUNDAY, ANSWERED, AI_AGENT);
        add("a", SUNDAY, UNANSWERED, null);
        add("a", SUNDAY, EXCLUDED, null);
        add("a", SUNDAY, OPEN, null);
        add("a", SUNDAY, VOID, null);
        add("a", SUNDAY, OUT_OF_BOOKS, null);
        add("a", SUNDAY.plusDays(1), ANSWERED, HUMAN);
        var rows = AccountTally.daily(chats.all);

        assertThat(rows)
                .extracting(row -> row.from() + " " + row.account())
                .containsExactly("2026-03-01 a", "2026-03-01 b", "2026-03-02 a");
        var row = rows.get(0);
        assertThat(row.asked()).isEqualTo(5);
        assertThat(row.share()).isEqualTo(new Share(2, 3));
        assertThat(row.number(EXCLUDED)).isEqualTo(1);
        assertThat(row.number(OPEN)).isEqualTo(1);
        assertThat(row.number(HUMAN)).isEqualTo(1);
        assertThat(row.number(AI_AGENT)).isEqualTo(1);
        assertThat(row.number(AuthorKind.AI_ASSISTED)).isZero();
    }

    @Test
    @DisplayName("has a row a week, from Monday to Sunday")
    void weekly() {
        add("a", SUNDAY, ANSWERED, HUMAN);
        add("a", SUNDAY.plusDays(1), UNANSWERED, null);
        add("a", SUNDAY.plusDays(7), ANSWERED, HUMAN);

        assertThat(AccountTally.weekly(chats.all))
                .extracting(row -> row.from() + " " + row.asked())
                .containsExactly("2026-02-23 1", "2026-03-02 2");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, 2026-W09", "2026-03-02, 2026-W10", "2024-12-30, 2025-W01", "2027-01-03, 2026-W53"})
    @DisplayName("names weeks by ISO 8601")
    void isoWeek(LocalDate day, String week) {
        assertThat(AccountTally.isoWeek(day)).isEqualTo(week);
    }
}
