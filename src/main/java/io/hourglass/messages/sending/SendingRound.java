package io.hourglass.messages.sending;

import io.hourglass.messages.outbox.HandOn;
import io.hourglass.messages.outbox.LookoutRounds;
import io.hourglass.messages.outbox.Outbox;
import io.hourglass.messages.outbox.WantedKinds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What is to be done again and again, each part as often as it is due by the clock. */
@Component
public class SendingRound {

    private static final Duration KEPT = Duration.ofDays(30);

    private final WantedKinds wanted;
    private final LookoutRounds lookouts;
    private final HandOn handOn;
    private final SendDue send;
    private final Outbox outbox;
    private final Clock clock;
    private final Turn asking = new Turn(Duration.ofSeconds(5));
    private final Turn looking = new Turn(Duration.ofMinutes(1));
    private final Turn forgetting = new Turn(Duration.ofHours(1));

    SendingRound(WantedKinds wanted, LookoutRounds lookouts, HandOn handOn, SendDue send, Outbox outbox, Clock clock) {
        this.wanted = wanted;
        this.lookouts = lookouts;
        this.handOn = handOn;
        this.send = send;
        this.outbox = outbox;
        this.clock = clock;
    }

    private static final class Turn {

        private final Duration every;
        private Instant next = Instant.MIN;

        Turn(Duration every) {
            this.every = every;
        }

        boolean hasCome(Instant now) {
            if (now.isBefore(next)) {
                return false;
            }
            next = now.plus(every);
            return true;
        }
    }

    /** By one thread. */
    public void go() {
        var now = clock.instant();
        if (asking.hasCome(now)) {
            wanted.refresh();
        }
        if (!wanted.any() && send.underWay() == 0) {
            return;
        }
        if (looking.hasCome(now)) {
            lookouts.look();
        }
        if (forgetting.hasCome(now)) {
            outbox.forgetBefore(now.minus(KEPT));
        }
        handOn.handOn();
        send.send();
    }
}
