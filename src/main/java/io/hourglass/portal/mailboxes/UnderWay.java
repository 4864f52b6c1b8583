package io.hourglass.portal.mailboxes;

import io.hourglass.access.callers.Caller;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.grants.AskedConsent;
import io.hourglass.mailbox.setup.MailboxWish;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/**
 * A consent that somebody was sent to give, in the session that it began in: one at a time, the latest. Neither the address nor the page
 * has anything of it but the state.
 *
 * @param wish the mailbox that is put once there is a grant
 * @param account that began it
 */
record UnderWay(AskedConsent asked, SupplierId supplier, MailboxWish wish, String account, Instant since) {

    private static final String KEPT = UnderWay.class.getName();
    private static final Duration LONGEST = Duration.ofMinutes(10);

    void keep(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            session.setAttribute(KEPT, this);
        }
    }

    /** The one that is answered with this state; it is kept no longer. */
    static Optional<UnderWay> take(HttpSession session, String state) {
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(KEPT) instanceof UnderWay kept && kept.asked.isAnsweredBy(state)) {
                session.removeAttribute(KEPT);
                return Optional.of(kept);
            }
            return Optional.empty();
        }
    }

    boolean isOf(Caller caller) {
        return account.equals(caller.name());
    }

    boolean isTooOld(Instant now) {
        return now.isAfter(since.plus(LONGEST));
    }

    /** Nothing of it is printed. */
    @Override
    public String toString() {
        return "UnderWay[" + supplier.value() + "]";
    }
}
