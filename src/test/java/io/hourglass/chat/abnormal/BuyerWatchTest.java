package io.hourglass.chat.abnormal;

import static io.hourglass.chat.abnormal.AbnormalRule.BLOCKED_AFTER_REGISTRATION;
import static io.hourglass.chat.abnormal.AbnormalRule.BURST_WITHOUT_CONVERSATION;
import static io.hourglass.chat.abnormal.AbnormalRule.SAME_TEXT_TO_MANY_SHOPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.chat.AccountId;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A buyer's account is caught (C11)")
class BuyerWatchTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final BuyerId BUYER = new BuyerId("b1");
    private static final AbnormalFigures FIGURES = AbnormalFigures.builder()
            .burstAccounts(5)
            .textShops(4)
            .conversationPercent(25)
            .build();

    private final List<BuyerAct> acts = new ArrayList<>();
    private AbnormalFigures figures = FIGURES;
    private @Nullable Instant registeredAt;

    private static Instant after(Duration span) {
        return TEN.plus(span);
    }

    private static SupplierId shop(int number) {
        return new SupplierId("s" + number);
    }

    private static AccountId account(int number) {
        return new AccountId("a" + number);
    }

    private static TextHash text(String text) {
        return TextHash.of("pseudonym", text, 1).orElseThrow();
    }

    /** Of the shop of that number, whose only account has the same. */
    private void asked(int shop, Duration when) {
        acts.add(BuyerAct.asked(shop(shop), account(shop), after(when), null));
    }

    private void sent(String text, int shop, Duration when) {
        acts.add(BuyerAct.asked(shop(shop), account(shop), after(when), text(text)));
    }

    private void answered(int shop, Duration when) {
        acts.add(BuyerAct.answered(shop(shop), account(shop), after(when)));
    }

    private void blocked(int shop, Duration when) {
        acts.add(BuyerAct.blocked(shop(shop), account(shop), after(when)));
    }

    private List<Catch> caught() {
        return new BuyerWatch(figures, BUYER, registeredAt).seeAll(acts);
    }

    private List<AbnormalRule> rules() {
        return caught().stream().map(Catch::rule).toList();
    }

    @Test
    @DisplayName(
            "by a burst at the instant that completes it: the last of so many accounts within the time, that included")
    void burst() {
        for (var shop = 1; shop <= 4; shop++) {
            asked(shop, Duration.ofSeconds(shop - 1));
        }
        asked(5, Duration.ofMinutes(10));

        assertThat(caught())
                .containsExactly(new Catch(
                        BURST_WITHOUT_CONVERSATION,
                        BUYER,
                        after(Duration.ofMinutes(10)),
                        new Catch.Seen(TEN, 5, 0, null),
                        new Limit(5, Duration.ofMinutes(10))));
    }

    @Test
    @DisplayName("not by as many accounts in a millisecond more")
    void noBurst() {
        for (var shop = 1; shop <= 4; shop++) {
            asked(shop, Duration.ofSeconds(shop - 1));
        }
        asked(5, Duration.ofMinutes(10).plusMillis(1));

        assertThat(rules()).isEmpty();
    }

    @Test
    @DisplayName("by a burst over the accounts of one shop, each of which owes an answer")
    void accountsOfOneShop() {
        for (var account = 1; account <= 5; account++) {
            acts.add(BuyerAct.asked(shop(1), account(account), after(Duration.ofSeconds(account)), null));
        }

        assertThat(rules()).containsExactly(BURST_WITHOUT_CONVERSATION);
    }

    @Test
    @DisplayName("not by any number of lines to one account")
    void manyLines() {
        for (var line = 0; line < 500; line++) {
            asked(1 + line % 2, Duration.ofMillis(line));
        }

        assertThat(rules()).isEmpty();
    }

    @Test
    @DisplayName("not while it talks with as many as the percentage says; to be answered alone is no conversation")
    void conversation() {
        for (var shop = 1; shop <= 4; shop++) {
            asked(shop, Duration.ofSeconds(shop));
            answered(shop, Duration.ofSeconds(10 + shop));
        }
        asked(1, Duration.ofSeconds(20));
        asked(5, Duration.ofSeconds(21));
        assertThat(rules()).as("one of five").containsExactly(BURST_WITHOUT_CONVERSATION);

        asked(2, Duration.ofSeconds(20));
        assertThat(rules()).as("two of five").isEmpty();
    }

    @Test
    @DisplayName("by a conversation that ended before a day no less")
    void formerConversation() {
        asked(1, Duration.ofDays(-2));
        answered(1, Duration.ofDays(-2).plusSeconds(1));
        asked(2, Duration.ofDays(-2));
        answered(2, Duration.ofDays(-2).plusSeconds(1));
        asked(1, Duration.ofDays(-1).minusMillis(1));
        asked(2, Duration.ofDays(-1).minusMillis(1));
        for (var shop = 1; shop <= 5; shop++) {
            asked(shop, Duration.ZERO);
        }

        assertThat(rules()).containsExactly(BURST_WITHOUT_CONVERSATION);
    }

    @Test
    @DisplayName("by the same text to so many shops within the time, that included, and not in a millisecond more")
    void sameText() {
        sent("Cheap followers, buy now", 1, Duration.ZERO);
        sent("cheap FOLLOWERS — buy  now!!", 2, Duration.ofHours(6));
        sent("Ｃheap followers buy now", 3, Duration.ofHours(12));
        sent("another text", 5, Duration.ofHours(13));
        sent("Cheap followers, buy now", 4, Duration.ofDays(1));
        assertThat(caught())
                .containsExactly(new Catch(
                        SAME_TEXT_TO_MANY_SHOPS,
                        BUYER,
                        after(Duration.ofDays(1)),
                        new Catch.Seen(TEN, 4, 0, text("cheap followers buy now")),
                        new Limit(4, Duration.ofDays(1))));

        acts.remove(4);
        sent("Cheap followers, buy now", 4, Duration.ofDays(1).plusMillis(1));
        assertThat(rules()).isEmpty();
    }

    @Test
    @DisplayName("not by the same text to so many accounts of fewer shops")
    void sameTextToAccounts() {
        for (var account = 1; account <= 4; account++) {
            acts.add(BuyerAct.asked(
                    shop(account % 3), account(account), after(Duration.ofHours(account)), text("same text")));
        }

        assertThat(rules()).isEmpty();
    }

    @Test
    @DisplayName("not by the same text to shops of which it talks with as many as the percentage says")
    void sameTextAndConversation() {
        for (var shop = 1; shop <= 3; shop++) {
            sent("same text", shop, Duration.ofHours(shop));
        }
        answered(2, Duration.ofHours(4));
        asked(2, Duration.ofHours(5));
        sent("same text", 4, Duration.ofHours(6));

        assertThat(rules()).isEmpty();
    }

    @Test
    @DisplayName("if so many shops block it within the time since its registration, that included")
    void blockedAfterRegistration() {
        registeredAt = TEN;
        asked(1, Duration.ofMinutes(1));
        blocked(1, Duration.ofMinutes(2));
        blocked(1, Duration.ofMinutes(3));
        assertThat(rules()).as("one shop, twice").isEmpty();

        blocked(2, Duration.ofHours(1));
        assertThat(caught())
                .containsExactly(new Catch(
                        BLOCKED_AFTER_REGISTRATION,
                        BUYER,
                        after(Duration.ofHours(1)),
                        new Catch.Seen(TEN, 2, 0, null),
                        new Limit(2, Duration.ofHours(1))));

        acts.remove(acts.size() - 1);
        blocked(2, Duration.ofHours(1).plusMillis(1));
        assertThat(rules()).as("a millisecond later").isEmpty();
    }

    @Test
    @DisplayName("by a single shop's block if the policy says one, and only if its registration is known")
    void oneShop() {
        figures = AbnormalFigures.builder().blockingShops(1).build();
        blocked(1, Duration.ofMinutes(2));
        assertThat(rules()).isEmpty();

        registeredAt = TEN;
        assertThat(rules()).containsExactly(BLOCKED_AFTER_REGISTRATION);
    }

    @Test
    @DisplayName("not by the blocks of shops that it talked with: that was a quarrel")
    void quarrel() {
        registeredAt = TEN;
        for (var shop = 1; shop <= 3; shop++) {
            asked(shop, Duration.ofMinutes(1));
            answered(shop, Duration.ofMinutes(2));
            asked(shop, Duration.ofMinutes(3));
            blocked(shop, Duration.ofMinutes(4));
        }

        assertThat(rules()).isEmpty();
    }

    @Test
    @DisplayName("once by each rule, and by several")
    void once() {
        for (var shop = 1; shop <= 50; shop++) {
            sent("same text", shop, Duration.ofSeconds(shop));
        }

        assertThat(rules()).containsExactly(SAME_TEXT_TO_MANY_SHOPS, BURST_WITHOUT_CONVERSATION);
    }

    @Test
    @DisplayName("alike in whatever order its acts are learned of")
    void anyOrder() {
        registeredAt = TEN.minus(Duration.ofMinutes(10));
        for (var shop = 1; shop <= 8; shop++) {
            sent("same text", shop, Duration.ofMinutes(shop));
            answered(shop, Duration.ofMinutes(2L * shop));
            blocked(shop, Duration.ofMinutes(6L * shop));
        }
        sent("same text", 1, Duration.ofMinutes(3));
        var expected = caught();
        assertThat(expected).hasSize(3);
        for (var seed = 0; seed < 20; seed++) {
            Collections.shuffle(acts, new Random(seed));
            assertThat(caught()).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("by a watch that keeps what lies a day back at most, however long the history is")
    void bounded() {
        figures = AbnormalFigures.usual();
        var watch = new BuyerWatch(figures, BUYER, null);
        var most = 0;
        for (var hour = 0; hour < 24 * 365; hour++) {
            var at = Duration.ofHours(hour);
            watch.see(BuyerAct.asked(shop(hour), account(hour), after(at), text("text " + hour)));
            watch.see(BuyerAct.answered(shop(hour), account(hour), after(at)));
            watch.see(BuyerAct.asked(shop(hour), account(hour), after(at), text("text " + hour)));
            most = Math.max(most, watch.kept());
        }
        assertThat(most).isLessThanOrEqualTo(25 * 5);
    }
}
