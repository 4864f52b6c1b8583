package io.hourglass.web;

import io.hourglass.access.Caller;
import io.hourglass.access.Callers;
import io.hourglass.access.accounts.Preferences;
import io.hourglass.access.accounts.Preferences.Preference;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What the person who is signed in has set for itself: read once a session, before its first page is made. What is said while
 * the database is away, or has no connection left, so never waits for it.
 */
@Component
class ViewerSettings implements HandlerInterceptor {

    private static final String KEPT = ViewerSettings.class.getName();

    private final Preferences preferences;

    ViewerSettings(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getSession(false) != null && kept(request) == null) {
            Callers.current().map(Caller::name).ifPresent(name -> keep(request, name, preferences.of(name)));
        }
        return true;
    }

    /** Nothing of one who has no session: programs, and readers of a link. */
    Preference of(HttpServletRequest request) {
        var kept = kept(request);
        return kept == null ? Preference.NONE : kept.preference();
    }

    void put(HttpServletRequest request, Preference preference) {
        var name = Callers.current().map(Caller::name).orElseThrow();
        preferences.put(name, preference);
        keep(request, name, preference);
    }

    private static void keep(HttpServletRequest request, String name, Preference preference) {
        request.getSession().setAttribute(KEPT, new Kept(name, preference));
    }

    private static @Nullable Kept kept(HttpServletRequest request) {
        var session = request.getSession(false);
        var name = Callers.current().map(Caller::name).orElse(null);
        return session != null
                        && session.getAttribute(KEPT) instanceof Kept kept
                        && kept.name().equals(name)
                ? kept
                : null;
    }

    private record Kept(String name, Preference preference) {}
}
