package io.hourglass.mailbox.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.MailboxState;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A mailbox that could not be read is tried again")
class RetryTimesTest {

    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final Duration DAY = Duration.ofDays(1);

    private static Duration after(FailureKind kind, int times) {
        return RetryTimes.after(kind, times, INTERVAL, new Random(times));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("never before the next pass would be, and at the latest after a day and a fifth")
    void bounds(FailureKind kind) {
        for (var times = 1; times < 2_000; times *= 3) {
            assertThat(after(kind, times)).isBetween(INTERVAL, DAY.plus(DAY.dividedBy(5)));
        }
    }

    @Test
    @DisplayName(
            "at most ten times in the first three days after it was refused, so that no provider locks the account")
    void refused() {
        var tries = 0;
        var at = Duration.ZERO;
        while (at.compareTo(Duration.ofDays(3)) < 0) {
            tries++;
            at = at.plus(after(FailureKind.REFUSED_LOGIN, tries));
        }
        assertThat(tries).isBetween(4, 10);
    }

    @Test
    @DisplayName("within twenty minutes where nobody has to do anything, however often it failed")
    void interrupted() {
        assertThat(FailureKind.values())
                .filteredOn(kind -> kind.state() == MailboxState.INTERRUPTED)
                .hasSizeGreaterThan(5)
                .allSatisfy(kind -> assertThat(IntStream.of(1, 2, 10, 1_000).mapToObj(times -> after(kind, times)))
                        .allMatch(wait -> wait.compareTo(Duration.ofMinutes(20)) < 0));
    }

    @Test
    @DisplayName("not all at the same moment")
    void spread() {
        var random = new Random(1);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(any -> RetryTimes.after(FailureKind.UNREACHABLE, 9, INTERVAL, random)))
                .doesNotHaveDuplicates();
    }
}
