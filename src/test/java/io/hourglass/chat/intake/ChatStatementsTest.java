package io.hourglass.chat.intake;

import static io.hourglass.chat.Chats.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.CountedStatements;
import io.hourglass.CountedStatements.Trip;
import io.hourglass.HourglassTest;
import io.hourglass.chat.Chats;
import io.hourglass.chat.intake.RecordChat.Reports;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("Of chat go to the database")
class ChatStatementsTest {

    @Autowired
    private CountedStatements counted;

    @Autowired
    private Chats chats;

    @Autowired
    private RecordChat record;

    @Autowired
    private Clock clock;

    /** The account is known, the day is open, and the engine has read its model. */
    @BeforeEach
    void warm() {
        chats.asks(new BuyerId("warm"), ANNA, clock.instant());
        chats.writes(ANNA, new BuyerId("warm"), AuthorKind.HUMAN, clock.instant());
    }

    @Test
    @DisplayName("for a message that opens a consultation at most 21 statements, for its answer at most 18")
    void one() {
        assertThat(statements(counted.during(() -> chats.asks(new BuyerId("b"), ANNA, clock.instant()))))
                .isLessThanOrEqualTo(21);
        assertThat(statements(
                        counted.during(() -> chats.writes(ANNA, new BuyerId("b"), AuthorKind.HUMAN, clock.instant()))))
                .isLessThanOrEqualTo(18);
    }

    @Test
    @DisplayName("for 200 messages at once few round trips more than for 20")
    void many() {
        var few = counted.during(() -> record.recordAll(asked("few", 20)));
        var many = counted.during(() -> record.recordAll(asked("many", 200)));
        assertThat(many.size()).isLessThanOrEqualTo(3 * few.size());
    }

    private Reports asked(String name, int number) {
        return new Reports(IntStream.range(0, number)
                .mapToObj(at -> chats.report(ChatFactKind.ASKED, new BuyerId(name + at), ANNA)
                        .build())
                .toList());
    }

    /** The engine's history is on in tests alone. */
    private static int statements(List<Trip> trips) {
        return trips.stream()
                .filter(trip -> !trip.sql().contains("_HI_") && !trip.sql().contains("REMOVAL_TIME_"))
                .mapToInt(Trip::statements)
                .sum();
    }
}
