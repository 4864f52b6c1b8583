package io.hourglass.access.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.CleanSlate;
import io.hourglass.access.limits.ClientAddress;
import io.hourglass.engine.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who guesses passwords")
class LoginThrottleTest {

    private static final Duration A_GUESS = LoginThrottle.FORGOTTEN_AFTER.dividedBy(LoginThrottle.FAILURES_OF_A_NAME);

    private final SettableClock clock = new SettableClock();
    private final LoginThrottle throttle;

    LoginThrottleTest() {
        clock.set(CleanSlate.START);
        throttle = new LoginThrottle(clock);
    }

    private static ClientAddress at(String last) {
        return ClientAddress.of("192.0.2." + last);
    }

    private void fail(int times, String name, String address) {
        for (var time = 0; time < times; time++) {
            throttle.guess(name, at(address));
        }
    }

    @Test
    @DisplayName("has ten guesses at a name from an address, then one each minute and a half")
    void name() {
        fail(LoginThrottle.FAILURES_OF_A_NAME, "ada", "1");
        assertThat(begins("ada", "1")).isFalse();
        assertThat(begins("bob", "1")).isTrue();
        clock.set(CleanSlate.START.plus(A_GUESS).minusMillis(1));
        assertThat(begins("ada", "1")).isFalse();
        clock.set(CleanSlate.START.plus(A_GUESS));
        fail(1, "ada", "1");
        assertThat(begins("ada", "1")).isFalse();
    }

    @Test
    @DisplayName("locks nobody out elsewhere: from another address a name has guesses of its own")
    void elsewhere() {
        fail(LoginThrottle.FAILURES_OF_A_NAME, "operations", "1");
        assertThat(begins("operations", "1")).isFalse();
        assertThat(begins("operations", "2")).isTrue();
    }

    @Test
    @DisplayName("at one name from many addresses is delayed after a hundred, and never refused for that")
    void everywhere() {
        for (var address = 1; address <= 10; address++) {
            for (var guess = 0; guess < LoginThrottle.FAILURES_OF_A_NAME; guess++) {
                assertThat(throttle.guess("ada", at("" + address))).isFalse();
            }
        }
        assertThat(throttle.guess("ada", at("11"))).isTrue();
        assertThat(throttle.guess("bob", at("11"))).isFalse();
        throttle.succeeded("ada", at("11"));
        clock.set(CleanSlate.START.plus(LoginThrottle.FORGOTTEN_AFTER));
        assertThat(throttle.guess("ada", at("11"))).isFalse();
    }

    @Test
    @DisplayName("has a hundred keys and tokens that open nothing, then one each nine seconds")
    void keys() {
        for (var guess = 0; guess < LoginThrottle.FAILURES_OF_AN_ADDRESS; guess++) {
            throttle.check(at("1"));
            throttle.failed(at("1"));
        }
        assertThatThrownBy(() -> throttle.check(at("1"))).isInstanceOf(LoginThrottle.RateLimited.class);
        assertThatCode(() -> throttle.check(at("2"))).doesNotThrowAnyException();
        clock.set(CleanSlate.START.plusMillis(8999));
        assertThatThrownBy(() -> throttle.check(at("1"))).isInstanceOf(LoginThrottle.RateLimited.class);
        clock.set(CleanSlate.START.plusSeconds(9));
        assertThatCode(() -> throttle.check(at("1"))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("has a hundred at any names from one address")
    void address() {
        for (var name = 0; name < LoginThrottle.FAILURES_OF_AN_ADDRESS; name++) {
            fail(1, "name-" + name, "1");
        }
        assertThatThrownBy(() -> throttle.guess("ada", at("1"))).isInstanceOf(LoginThrottle.RateLimited.class);
        assertThatCode(() -> throttle.guess("ada", at("2"))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("is forgiven once the password was right")
    void forgiven() {
        fail(LoginThrottle.FAILURES_OF_A_NAME - 1, "ada", "1");
        throttle.succeeded("ada", at("1"));
        fail(LoginThrottle.FAILURES_OF_A_NAME, "ada", "1");
        assertThatThrownBy(() -> throttle.guess("ada", at("1"))).isInstanceOf(LoginThrottle.RateLimited.class);
    }

    @Test
    @DisplayName("has no more guesses by making many at once: each counts before the password is looked at")
    void atOnce() {
        var begun = IntStream.range(0, 2 * LoginThrottle.FAILURES_OF_A_NAME)
                .filter(guess -> begins("ada", "1"))
                .count();
        assertThat(begun).isEqualTo(LoginThrottle.FAILURES_OF_A_NAME);
    }

    private boolean begins(String name, String address) {
        try {
            throttle.guess(name, at(address));
            return true;
        } catch (LoginThrottle.RateLimited e) {
            return false;
        }
    }

    @Test
    @DisplayName("costs an address nothing where the name waits, or the password is right")
    void addressOfAWaitingName() {
        fail(LoginThrottle.FAILURES_OF_A_NAME, "ada", "1");
        for (var time = 0; time < 2 * LoginThrottle.FAILURES_OF_AN_ADDRESS; time++) {
            assertThat(begins("ada", "1")).isFalse();
            throttle.guess("bob", at("1"));
            throttle.succeeded("bob", at("1"));
        }
        assertThat(begins("bob", "1")).isTrue();
    }
}
