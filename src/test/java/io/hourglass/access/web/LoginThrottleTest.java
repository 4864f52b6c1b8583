package io.hourglass.access.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.CleanSlate;
import io.hourglass.engine.SettableClock;
import java.time.Duration;
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

    private void fail(int times, String name, String address) {
        for (var time = 0; time < times; time++) {
            throttle.check(name, address);
            throttle.failed(name, address);
        }
    }

    @Test
    @DisplayName("has ten guesses at a name, then one each minute and a half")
    void name() {
        fail(LoginThrottle.FAILURES_OF_A_NAME, "ada", "1");
        assertThatThrownBy(() -> throttle.check("ada", "2")).isInstanceOf(LoginThrottle.TooMany.class);
        assertThatCode(() -> throttle.check("bob", "1")).doesNotThrowAnyException();
        clock.set(CleanSlate.START.plus(A_GUESS).minusMillis(1));
        assertThatThrownBy(() -> throttle.check("ada", "2")).isInstanceOf(LoginThrottle.TooMany.class);
        clock.set(CleanSlate.START.plus(A_GUESS));
        fail(1, "ada", "2");
        assertThatThrownBy(() -> throttle.check("ada", "2")).isInstanceOf(LoginThrottle.TooMany.class);
    }

    @Test
    @DisplayName("has a hundred at any names from one address")
    void address() {
        for (var name = 0; name < LoginThrottle.FAILURES_OF_AN_ADDRESS; name++) {
            fail(1, "name-" + name, "1");
        }
        assertThatThrownBy(() -> throttle.check("ada", "1")).isInstanceOf(LoginThrottle.TooMany.class);
        assertThatCode(() -> throttle.check("ada", "2")).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("is forgiven once the password was right")
    void forgiven() {
        fail(LoginThrottle.FAILURES_OF_A_NAME - 1, "ada", "1");
        throttle.succeeded("ada");
        fail(LoginThrottle.FAILURES_OF_A_NAME, "ada", "1");
        assertThatThrownBy(() -> throttle.check("ada", "1")).isInstanceOf(LoginThrottle.TooMany.class);
    }
}
