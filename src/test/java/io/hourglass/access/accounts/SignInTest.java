package io.hourglass.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.hourglass.kernel.InvalidInput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

@DisplayName("The accounts that everybody knows")
class SignInTest {

    @SuppressWarnings("deprecation") // plain passwords are easy to compare
    private static SignIn signIn(String demo, String operations) {
        var encoder = NoOpPasswordEncoder.getInstance();
        return new SignIn(new SampleAccess(demo, encoder), mock(Accounts.class), encoder, operations, "");
    }

    @Test
    @DisplayName("are four in the sample, and none without it")
    void onlyInTheSample() {
        assertThat(signIn("true", "").known())
                .extracting(Account::name)
                .containsExactly("operations", "auditor", "supplier", "buyer");
        assertThat(signIn("false", "").known()).isEmpty();
        assertThat(signIn("false", "").isFixed("operations")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "1", "on", "true,true", " true"})
    @DisplayName("are neither there nor left out where the setting is neither true nor false: nothing starts")
    void neither(String demo) {
        assertThatThrownBy(() -> signIn(demo, ""))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("hourglass.demo is " + demo + ", but must be true or false");
    }

    @Test
    @DisplayName("give way to one of the configuration: it has its own password alone")
    void giveWay() {
        var signIn = signIn("true", "an-hourglass-runs");
        assertThat(signIn.known()).extracting(Account::name).containsExactly("auditor", "supplier", "buyer");
        assertThat(signIn.find("operations").map(Account::passwordHash)).contains("an-hourglass-runs");
    }
}
