package io.hourglass.chat.watch;

import io.hourglass.batch.Batched;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Keeps when buyers' accounts were made, as the marketplace says. */
@Component
public class RegisterBuyer {

    private final WatchedBuyers watched;
    private final Clock clock;

    RegisterBuyer(WatchedBuyers watched, Clock clock) {
        this.watched = watched;
        this.clock = clock;
    }

    /** A buyer and when its account was made. */
    public record Registered(BuyerId buyer, Instant at) {}

    /** @throws InvalidInput if it lies in the future, or the id is none that may be new */
    @Batched
    public void register(Registered one) {
        ExternalId.checkNew("buyer", one.buyer().value(), ExternalId.MAX_LENGTH);
        if (one.at().isAfter(clock.instant())) {
            throw new InvalidInput("registeredAt", one.at(), "now or before; it is " + clock.instant() + " here");
        }
        watched.registered(one.buyer(), one.at().truncatedTo(ChronoUnit.MILLIS));
    }
}
