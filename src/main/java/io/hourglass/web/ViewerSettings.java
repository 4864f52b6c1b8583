package io.hourglass.web;

import io.hourglass.access.Caller;
import io.hourglass.access.Callers;
import io.hourglass.access.accounts.Preferences;
import io.hourglass.access.accounts.Preferences.Preference;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** What the person who is signed in has set for itself; read once a session. */
@Component
class ViewerSettings {

    private static final String KEPT = ViewerSettings.class.getName();

    private final Preferences preferences;

    ViewerSettings(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Nothing of one who has no session: programs, and readers of a link. */
    Preference of(HttpServletRequest request) {
        var session = request.getSession(false);
        var name = Callers.current().map(Caller::name);
        if (session == null || name.isEmpty()) {
            return Preference.NONE;
        }
        if (session.getAttribute(KEPT) instanceof Kept kept && kept.name().equals(name.get())) {
            return kept.preference();
        }
        var read = preferences.of(name.get());
        session.setAttribute(KEPT, new Kept(name.get(), read));
        return read;
    }

    void put(HttpServletRequest request, Preference preference) {
        var name = Callers.current().map(Caller::name).orElseThrow();
        preferences.put(name, preference);
        request.getSession().setAttribute(KEPT, new Kept(name, preference));
    }

    private record Kept(String name, Preference preference) {}
}
