package io.hourglass.chat.intake;

import static io.hourglass.chat.Chats.ANNA;
import static io.hourglass.chat.Chats.BEN;
import static io.hourglass.chat.Chats.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("A consultation on a day that is longer or shorter than others, or meets no midnight,")
class OddDaysTest {

    private static final AccountId CARL = new AccountId("carl");
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Autowired
    private Chats chats;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private PublishedNumbers numbers;

    @Autowired
    private ChangePolicies policies;

    @Autowired
    private SettableClock clock;

    @ParameterizedTest(name = "{0}, {1}: {2} hours")
    @CsvSource({
        "America/Los_Angeles, 2026-03-08, 23, 2026-03-09T07:00:00Z, 2026-03-09T13:00:00Z",
        "America/Los_Angeles, 2026-11-01, 25, 2026-11-02T08:00:00Z, 2026-11-02T14:00:00Z",
        "Europe/Berlin, 2026-03-29, 23, 2026-03-29T22:00:00Z, 2026-03-30T04:00:00Z",
        "Europe/Berlin, 2026-10-25, 25, 2026-10-25T23:00:00Z, 2026-10-26T05:00:00Z",
        // the next day begins at 01:00, five hours before the close
        "America/Sao_Paulo, 2018-11-03, 24, 2018-11-04T03:00:00Z, 2018-11-04T08:00:00Z",
        "Africa/Cairo, 2023-04-27, 24, 2023-04-27T22:00:00Z, 2023-04-28T03:00:00Z",
        "Asia/Beirut, 2026-03-28, 24, 2026-03-28T22:00:00Z, 2026-03-29T03:00:00Z",
        // begin at 01:00
        "America/Sao_Paulo, 2018-11-04, 23, 2018-11-05T02:00:00Z, 2018-11-05T08:00:00Z",
        "Africa/Cairo, 2023-04-28, 23, 2023-04-28T21:00:00Z, 2023-04-29T03:00:00Z",
        "Asia/Beirut, 2026-03-29, 23, 2026-03-29T21:00:00Z, 2026-03-30T03:00:00Z",
        // have the hour from 23:00 to 24:00 twice
        "Africa/Cairo, 2026-10-29, 25, 2026-10-29T22:00:00Z, 2026-10-30T04:00:00Z",
        "Asia/Beirut, 2026-10-24, 25, 2026-10-24T22:00:00Z, 2026-10-25T04:00:00Z"
    })
    @DisplayName("can be answered up to its last millisecond, is judged at its end, and counted at six in the morning")
    void oddDay(ZoneId zone, LocalDate day, int hours, Instant ends, Instant closes) {
        inForceBefore(zone, day, ends);
        var begins = ends.minus(Duration.ofHours(hours));
        marketplace.passTo(begins.minus(A_MILLISECOND));
        assertThat(chats.asks(CARL).id()).isEqualTo(consultation(CARL, day.minusDays(1)));

        marketplace.passTo(begins);
        var anna = chats.asks(ANNA).id();
        assertThat(anna).isEqualTo(consultation(ANNA, day));
        assertThat(processes.dueOf("chat", anna.value())).containsExactly(ends);
        assertThat(processes.dueOf("dayClose", new TrackDay(ConsultationId.CHAT, day).key()))
                .containsExactly(closes);

        marketplace.passTo(ends.minus(A_MINUTE));
        var ben = chats.asks(BEN).id();
        var carl = chats.asks(CARL).id();
        assertThat(processes.dueOf("chat", ben.value())).containsExactly(ends);
        marketplace.passTo(ends.minus(A_MILLISECOND));
        chats.writes(CARL);
        assertThat(chats.booked(carl)).containsExactly(ChatState.ANSWERED);
        assertThat(chats.booked(anna)).isEmpty();

        marketplace.passTo(ends);
        chats.writes(ANNA);
        assertThat(chats.asks(ANNA).id()).isEqualTo(consultation(ANNA, day.plusDays(1)));
        marketplace.passTo(ends.plus(A_MINUTE));
        chats.writes(BEN);
        assertThat(chats.booked(anna)).containsExactly(ChatState.UNANSWERED);
        assertThat(chats.booked(ben)).containsExactly(ChatState.UNANSWERED);

        marketplace.passTo(closes.minus(A_MILLISECOND));
        chats.writes(ANNA, BUYER, AuthorKind.HUMAN, ends.minus(A_MILLISECOND));
        assertThat(numbers.on(ConsultationId.CHAT, day.plusDays(1))).isEmpty();
        marketplace.passTo(closes);
        // that of the day before, opened by its last millisecond, is under Carl's number, and under the shop's
        assertThat(numbers.on(ConsultationId.CHAT, day.plusDays(1)))
                .extracting(number -> number.subject().id(), PublishedNumber::timely, PublishedNumber::countable)
                .containsExactly(
                        tuple(":anna", 1, 1), tuple(":ben", 0, 1), tuple(":carl", 1, 2), tuple("shop-1", 2, 4));
    }

    private ConsultationId consultation(AccountId account, LocalDate day) {
        assertThat(day).isEqualTo(chats.dayOf(marketplace.now()));
        return chats.consultation(BUYER, account, marketplace.now());
    }

    /** From two days before it on, and for all days after. */
    private void inForceBefore(ZoneId zone, LocalDate day, Instant ends) {
        clock.set(ends.minus(Duration.ofDays(5)));
        var rules =
                policies.copy("chat", 1, new ObjectMapper().createObjectNode().put("zone", zone.getId()));
        policies.activate(new ChangePolicies.Draft("chat", day.minusDays(2), rules), "A test.");
    }
}
