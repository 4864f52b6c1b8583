package io.hourglass.access.login;

import io.hourglass.access.proofs.LoginThrottle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the login page, which says what was wrong and not whether there is such an account; the name stands there still. */
public final class FailedLogin implements AuthenticationFailureHandler {

    private final LoggedSessions log;

    public FailedLogin(LoggedSessions log) {
        this.log = log;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        var throttled = e instanceof LoginThrottle.RateLimited;
        log.failed(request, throttled);
        LoginPage.keepName(request);
        response.sendRedirect(throttled ? "/login?wait" : "/login?wrong");
    }
}
