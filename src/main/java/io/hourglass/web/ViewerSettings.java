package io.hourglass.web;

import io.hourglass.access.accounts.Preferences;
import io.hourglass.access.accounts.Preferences.Preference;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What the person who is signed in has set for itself, kept in its session: read before the first page is made, again once
 * anybody has set something on this node, and otherwise every half minute, by which it shows what was set on another. What is
 * said while the database is away, or has no connection left, never waits for it; what was read last holds until then.
 */
@Component
class ViewerSettings implements HandlerInterceptor {

    private static final String KEPT = ViewerSettings.class.getName();

    static final Duration HOLDS_FOR = Duration.ofSeconds(30);

    private final Preferences preferences;
    private final Clock clock;

    /** How often something was set on this node. */
    private final AtomicLong changes = new AtomicLong();

    ViewerSettings(Preferences preferences, Clock clock) {
        this.preferences = preferences;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getSession(false) != null) {
            Callers.current().map(Caller::name).ifPresent(name -> refresh(request, name));
        }
        return true;
    }

    private void refresh(HttpServletRequest request, String name) {
        var kept = kept(request);
        var change = changes.get();
        if (kept == null) {
            keep(request, name, preferences.of(name), change);
        } else if (kept.change() != change
                || !clock.instant().isBefore(kept.readAt().plus(HOLDS_FOR))) {
            keep(request, name, readAgain(kept), change);
        }
    }

    private Preference readAgain(Kept kept) {
        try {
            return preferences.of(kept.name());
        } catch (DataAccessException | TransactionException e) {
            return kept.preference();
        }
    }

    /**
     * Nothing of one who has no session: programs, and readers of a link. A link that is opened where somebody is signed in, whom its
     * page need not know, is read as that person reads.
     */
    Preference of(HttpServletRequest request) {
        var kept = Callers.current().isPresent() ? kept(request) : ofSession(request);
        return kept == null ? Preference.NONE : kept.preference();
    }

    /** To be called in a transaction, with which it is set. */
    void put(HttpServletRequest request, Preference preference) {
        var name = Callers.current().map(Caller::name).orElseThrow();
        preferences.put(name, preference);
        keep(request, name, preference, changes.get());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changes.incrementAndGet();
            }
        });
    }

    private void keep(HttpServletRequest request, String name, Preference preference, long change) {
        request.getSession().setAttribute(KEPT, new Kept(name, preference, change, clock.instant()));
    }

    private static @Nullable Kept kept(HttpServletRequest request) {
        var kept = ofSession(request);
        var name = Callers.current().map(Caller::name).orElse(null);
        return kept != null && kept.name().equals(name) ? kept : null;
    }

    private static @Nullable Kept ofSession(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof Kept kept ? kept : null;
    }

    private record Kept(String name, Preference preference, long change, Instant readAt) {}
}
