package io.hourglass.chat.abnormal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A catch of an abnormal account")
class CatchTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Catch CATCH = new Catch(
            AbnormalRule.BURST_WITHOUT_CONVERSATION,
            new BuyerId("b1"),
            TEN,
            new Catch.Seen(TEN.minusSeconds(60), 30, 0, null),
            new Limit(30, Duration.ofMinutes(10)));

    @Test
    @DisplayName("acts, until it is confirmed, from when it is known: never on what opened with or before its last act")
    void unconfirmed() {
        assertThat(CATCH.unconfirmedFrom(TEN.plusSeconds(40))).isEqualTo(TEN.plusSeconds(40));
        assertThat(CATCH.unconfirmedFrom(TEN)).isEqualTo(TEN.plusMillis(1));
    }

    @Test
    @DisplayName("acts, once it is confirmed, from its last act on, with what that opened")
    void confirmed() {
        assertThat(CATCH.confirmedFrom()).isEqualTo(TEN);
    }

    @Test
    @DisplayName("tells texts of one buyer apart by a hash that other buyers' do not share, and none for a greeting")
    void texts() {
        var text = "Do you have 304 steel flanges?";
        assertThat(TextHash.of("p1", text, 12)).isEqualTo(TextHash.of("p1", "do you have\n304 STEEL flanges", 12));
        assertThat(TextHash.of("p1", text, 12)).isNotEqualTo(TextHash.of("p2", text, 12));
        assertThat(TextHash.of("p1", text, 12)).isNotEqualTo(TextHash.of("p1", "Do you have 316 steel flanges?", 12));
        assertThat(TextHash.of("p1", text, 12).orElseThrow().value()).hasSize(22);
        assertThat(TextHash.of("p1", "在吗？在吗？", 5)).isEmpty();
        assertThat(TextHash.of("p1", "在吗？在吗？", 4)).isPresent();
        assertThat(TextHash.of("p1", "𠀀𠀁𠀂", 4)).isEmpty();
        assertThat(TextHash.of("p1", "👍👍👍👍👍", 1)).isEmpty();
    }

    @Test
    @DisplayName("goes by figures within their bounds, and names the one that is not")
    void bounds() {
        AbnormalFigures.usual().check();
        assertThatThrownBy(AbnormalFigures.builder().burstAccounts(1).build()::check)
                .isInstanceOf(InvalidInput.class)
                .hasMessage("abnormal.burstAccounts is 1, but must be 2 to 1000");
        assertThatThrownBy(AbnormalFigures.builder()
                        .textWithin(Duration.ofHours(25))
                        .build()::check)
                .isInstanceOf(InvalidInput.class)
                .hasMessage("abnormal.textWithin is PT25H, but must be PT1M to PT24H, to the millisecond");
        assertThatThrownBy(AbnormalFigures.builder().conversationPercent(0).build()::check)
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(AbnormalFigures.builder().blockingShops(101).build()::check)
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(AbnormalFigures.builder().exemptDays(-1).build()::check)
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(AbnormalFigures.builder().shortestText(0).build()::check)
                .isInstanceOf(InvalidInput.class);
    }
}
