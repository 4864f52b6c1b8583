package io.hourglass.mailbox.outages;

import io.hourglass.access.callers.Caller;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.text.StoredText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Operations say when the platform was not to be relied on. Nothing follows from that until an auditor has consented (ADR 84). */
@Component
public class DeclareOutages {

    private static final Duration LONGEST = Duration.ofDays(31);
    static final int LONGEST_REASON = 2_000;

    private final Outages outages;
    private final Actions actions;
    private final Clock clock;

    DeclareOutages(Outages outages, Actions actions, Clock clock) {
        this.outages = outages;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * @param from its first instant
     * @param until its last instant
     * @throws InvalidInput if it ends before it begins, or ahead of now, or is longer than 31 days, or there is no reason
     */
    @Transactional
    public Outage declare(Instant from, Instant until, String reason, Caller by) {
        var now = clock.instant();
        check(from, until, now);
        checkReason(reason);
        var declared = Outage.builder()
                .id(0)
                .from(from)
                .until(until)
                .reason(reason)
                .declaredBy(by.name())
                .declaredFor(by.person())
                .declaredAt(now)
                .decision(null)
                .build();
        var id = outages.declare(declared);
        actions.note(Action.DECLARE_AN_OUTAGE, "outage " + id, from + " to " + until + ": " + reason);
        return outages.find(id).orElseThrow();
    }

    private static void check(Instant from, Instant until, Instant now) {
        if (until.isBefore(from)) {
            throw new InvalidInput("until", until, "not before from, " + from);
        }
        if (until.isAfter(now)) {
            throw new InvalidInput("until", until, "not ahead of now: an outage is declared when it is over");
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new InvalidInput("from", from, "at most 31 days before until");
        }
    }

    static void checkReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON || !StoredText.isStorable(reason)) {
            throw new InvalidInput("reason", reason, "1 to " + LONGEST_REASON + " characters");
        }
    }
}
