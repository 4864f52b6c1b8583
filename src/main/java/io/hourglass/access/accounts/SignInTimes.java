package io.hourglass.access.accounts;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Keeps when an account was last signed in with on the login page; calls of programs with its password are none. */
@Component
class SignInTimes {

    private final Accounts accounts;
    private final Clock clock;

    SignInTimes(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent entered) {
        accounts.signedIn(entered.getAuthentication().getName(), clock.instant());
    }
}
