package io.hourglass.chat.supervision;

import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BEN;
import static io.hourglass.chat.Chats.BUYER;
import static io.hourglass.chat.Chats.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.HourglassTest;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.diagnosis.AccountTally;
import io.hourglass.chat.diagnosis.Cause;
import io.hourglass.chat.diagnosis.DayShadow;
import io.hourglass.chat.diagnosis.Finding;
import io.hourglass.chat.diagnosis.HandledConsultation;
import io.hourglass.chat.diagnosis.Share;
import io.hourglass.chat.diagnosis.Span;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.chat.supervision.ChatDiagnoses.Whose;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("A shop's chat")
class ChatDiagnosesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Whose ALL = new Whose(SHOP, null);

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private HandledConsultations handled;

    @Autowired
    private ChatDiagnoses diagnoses;

    @Autowired
    private ChatAccounts accounts;

    @Autowired
    private ChatPolicies policies;

    @Autowired
    private Clock clock;

    private HandledConsultation of(AccountId account) {
        return handled.of(SHOP, MONDAY, MONDAY).stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("is diagnosed up to the numbers that are out, also when a day ends while it reads")
    void midnight() {
        chats.asks(ANNA);
        var wednesday = Instant.parse("2026-03-03T16:00:00Z");
        marketplace.passTo(wednesday.minusMillis(1));
        var reads = new AtomicInteger();
        InstantSource passing = () -> reads.incrementAndGet() > 3 ? wednesday : wednesday.minusMillis(1);
        var reading = new ChatDiagnoses(handled, accounts, policies, passing.withZone(ZoneOffset.UTC));
        assertThat(reading.of(ALL, new Span(MONDAY, MONDAY)).on()).isEqualTo(MONDAY.plusDays(1));
    }

    private void pass() {
        marketplace.pass(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName(
            "is looked at as its facts and their corrections say: who wrote, handed on, was blocked, and whose answer decided")
    void handled() {
        chats.asks(ANNA);
        var asked = clock.instant();
        pass();
        var retracted = chats.writes(ANNA);
        pass();
        chats.writes(ANNA, BUYER, AuthorKind.SERVICE_ASSISTANT, clock.instant());
        pass();
        chats.transfers(ANNA, BEN, clock.instant());
        var given = clock.instant();
        pass();
        chats.writes(BEN);
        var answered = clock.instant();
        chats.blocks(BEN);
        pass();
        chats.retracts(retracted);

        var anna = of(ANNA);
        assertThat(anna.openedAt()).isEqualTo(asked);
        assertThat(anna.transferred()).isFalse();
        assertThat(anna.state()).isEqualTo(ChatState.OPEN);
        assertThat(anna.wroteAt()).isEmpty();
        assertThat(anna.givenAwayAt()).isEqualTo(given);
        var ben = of(BEN);
        assertThat(ben.transferred()).isTrue();
        assertThat(ben.state()).isEqualTo(ChatState.ANSWERED);
        assertThat(ben.answeredBy()).isEqualTo(AuthorKind.HUMAN);
        assertThat(ben.wroteAt()).containsExactly(answered);
        assertThat(ben.givenAwayAt()).isNull();
        assertThat(ben.blockedAt()).isEqualTo(answered);
    }

    @Test
    @DisplayName("has no consultation where what opened it was retracted")
    void retracted() {
        chats.retracts(chats.asks(ANNA));

        assertThat(handled.of(SHOP, MONDAY, MONDAY)).isEmpty();
    }

    @Test
    @DisplayName(
            "is diagnosed from its days, with the day that lowers the published number and the date on which it leaves it")
    void diagnosed() {
        for (var day = 0; day < 4; day++) {
            marketplace.passTo(Instant.parse("2026-03-02T02:00:00Z").plus(Duration.ofDays(day)));
            for (var buyer = 0; buyer < 4; buyer++) {
                var one = new BuyerId("b" + buyer);
                chats.asks(one, ANNA, clock.instant());
                pass();
                if (day != 2 || buyer == 0) {
                    chats.writes(ANNA, one, AuthorKind.HUMAN, clock.instant());
                } else {
                    chats.records(chats.report(ChatFactKind.BLOCKED, one, ANNA));
                }
            }
        }
        marketplace.passTo(Instant.parse("2026-03-06T02:00:00Z"));
        var found = diagnoses.of(ALL, new Span(MONDAY.plusDays(2), MONDAY.plusDays(3)));

        assertThat(found.diagnosis().now()).isEqualTo(new Share(5, 8));
        assertThat(found.diagnosis().before()).isEqualTo(new Share(8, 8));
        assertThat(found.diagnosis().hasFallen()).isTrue();
        assertThat(found.diagnosis().findings()).extracting(Finding::cause).contains(Cause.BLOCKED);
        assertThat(found.on()).isEqualTo(MONDAY.plusDays(4));
        assertThat(found.shadows())
                .filteredOn(DayShadow::lowers)
                .containsExactly(new DayShadow(
                        MONDAY.plusDays(2),
                        new Share(1, 4),
                        new Share(13, 16),
                        new Share(12, 12),
                        MONDAY.plusDays(33)));
        assertThat(diagnoses.daily(ALL, diagnoses.span(MONDAY, MONDAY.plusDays(3))))
                .extracting(AccountTally::share)
                .containsExactly(new Share(4, 4), new Share(4, 4), new Share(1, 4), new Share(4, 4));
        assertThat(diagnoses.weekly(new Whose(SHOP, ANNA), diagnoses.span(MONDAY, null)))
                .extracting(AccountTally::share)
                .containsExactly(new Share(13, 16));
    }

    @Test
    @DisplayName("is diagnosed by days that are over or today, at most 31 of them, and of accounts of its own")
    void limits() {
        chats.asks(ANNA);
        assertThat(diagnoses.span(null, null)).isEqualTo(new Span(MONDAY.minusDays(7), MONDAY.minusDays(1)));
        assertThat(diagnoses
                        .of(ALL, new Span(MONDAY.minusDays(30), MONDAY))
                        .diagnosis()
                        .findings())
                .isEmpty();
        assertThatThrownBy(() -> diagnoses.of(ALL, new Span(MONDAY.minusDays(31), MONDAY)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> diagnoses.of(ALL, new Span(MONDAY, MONDAY.plusDays(1))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> diagnoses.span(MONDAY, MONDAY.minusDays(1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> diagnoses.daily(new Whose(new SupplierId("another"), ANNA), new Span(MONDAY, MONDAY)))
                .isInstanceOf(NotFound.class);
    }
}
