package io.hourglass.access.login;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;

/**
 * Expires unused sessions. A login page opens one for every visitor, so those without a sign-in live shortly:
 * else one address could fill the memory with them, at the rate that it may ask.
 */
public final class SessionLife implements HttpSessionListener, HttpSessionIdListener {

    static final Duration OF_NOBODY = Duration.ofMinutes(5);
    static final Duration OF_SOMEBODY = Duration.ofMinutes(30);

    @Override
    public void sessionCreated(HttpSessionEvent created) {
        created.getSession().setMaxInactiveInterval((int) OF_NOBODY.toSeconds());
    }

    /** Somebody has signed in. */
    @Override
    public void sessionIdChanged(HttpSessionEvent changed, String former) {
        changed.getSession().setMaxInactiveInterval((int) OF_SOMEBODY.toSeconds());
    }
}
