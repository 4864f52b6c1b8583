package io.hourglass.access.proofs;

import io.hourglass.access.callers.Callers;
import io.hourglass.access.log.DoorLog;
import io.hourglass.access.log.DoorLog.Event;
import io.hourglass.access.pages.ProgramsCall;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Logs the outcome of a call's access checks, wherever it was refused, and sign-ins. */
public final class LoggedCalls extends OncePerRequestFilter {

    private static final String WHO = LoggedCalls.class.getName() + ".who";
    private static final String BY_PASSWORD = LoggedCalls.class.getName() + ".byPassword";

    private final DoorLog log;

    public LoggedCalls(DoorLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        var status = response.getStatus();
        if (status == HttpStatus.UNAUTHORIZED.value() && ProgramsCall.isOne(request)) {
            log.note(Event.SIGN_IN_FAILED, who(request), request, status);
        } else if (status == HttpStatus.UNAUTHORIZED.value() || status == HttpStatus.FORBIDDEN.value()) {
            log.note(Event.REFUSED, who(request), request, status);
        } else if (status == HttpStatus.TOO_MANY_REQUESTS.value()) {
            log.note(Event.THROTTLED, who(request), request, status);
        } else if (request.getAttribute(BY_PASSWORD) != null && ProgramsCall.isOne(request)) {
            log.note(Event.SIGNED_IN, who(request), request, status);
        }
    }

    public static @Nullable String who(HttpServletRequest request) {
        return (String) request.getAttribute(WHO);
    }

    /** Remembers who makes a call, while that is known. */
    public static void calledBySomebody(HttpServletRequest request) {
        Callers.current().ifPresent(caller -> request.setAttribute(WHO, caller.name()));
    }

    /** Remembers that the call on this thread gives the name of an account, and whether its password was worked out. */
    static void named(String name, boolean right) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(WHO, name, RequestAttributes.SCOPE_REQUEST);
            if (right) {
                request.setAttribute(BY_PASSWORD, true, RequestAttributes.SCOPE_REQUEST);
            }
        }
    }
}
