package io.hourglass.access.callers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the request that is being answered on this thread. */
public final class Callers {

    private Callers() {}

    /** Somebody who signed in elsewhere and is more to Spring Security than a caller. */
    public interface Known {
        Caller caller();
    }

    /** Empty without authentication, and where there is no request. */
    public static Optional<Caller> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Caller> of(@Nullable Authentication authentication) {
        if (authentication == null) {
            return Optional.empty();
        }
        if (authentication.getPrincipal() instanceof Known known) {
            return Optional.of(known.caller());
        }
        return authentication.getPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }
}
