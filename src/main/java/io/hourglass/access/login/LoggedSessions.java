package io.hourglass.access.login;

import io.hourglass.access.log.DoorLog;
import io.hourglass.access.log.DoorLog.Event;
import io.hourglass.access.proofs.LoggedCalls;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Logs people who sign in at the login page or the identity provider, or cannot, and who sign out. */
@Component
public class LoggedSessions {

    private static final int REDIRECTED = HttpStatus.FOUND.value();

    private final DoorLog log;

    LoggedSessions(DoorLog log) {
        this.log = log;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent entered) {
        note(Event.SIGNED_IN, entered.getAuthentication());
    }

    @EventListener
    void signedOut(LogoutSuccessEvent left) {
        note(Event.SIGNED_OUT, left.getAuthentication());
    }

    void failed(HttpServletRequest request, boolean throttled) {
        log.note(throttled ? Event.THROTTLED : Event.SIGN_IN_FAILED, LoggedCalls.who(request), request, REDIRECTED);
    }

    private void note(Event event, Authentication who) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            log.note(event, who.getName(), attributes.getRequest(), REDIRECTED);
        }
    }
}
