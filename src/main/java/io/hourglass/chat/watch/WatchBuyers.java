package io.hourglass.chat.watch;

import io.hourglass.chat.abnormal.BuyerWatch;
import io.hourglass.chat.consultations.BuyersSeen;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.chat.policy.ChatPolicy;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.lists.Parts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Looks at the buyers of whom something was recorded since the last time (C11). Most are done with after three statements for all
 * of them: they wrote to few accounts, and were not registered lately.
 */
@Component
public class WatchBuyers {

    private static final Logger log = LoggerFactory.getLogger(WatchBuyers.class);

    private static final int PART = 1_000;

    /** What happened yesterday may be learned of today, and a rule looks a day back from there. */
    private static final int DAYS_BACK = 2;

    private final BuyersSeen seen;
    private final WatchedBuyers watched;
    private final UnwatchedBuyers unwatched;
    private final ActsOfBuyers acts;
    private final KeepCatch keep;
    private final ChatPolicies policies;
    private final Clock clock;

    WatchBuyers(
            BuyersSeen seen,
            WatchedBuyers watched,
            UnwatchedBuyers unwatched,
            ActsOfBuyers acts,
            KeepCatch keep,
            ChatPolicies policies,
            Clock clock) {
        this.seen = seen;
        this.watched = watched;
        this.unwatched = unwatched;
        this.acts = acts;
        this.keep = keep;
        this.policies = policies;
        this.clock = clock;
    }

    /** When a look begins, and by which rules: it sees what was recorded before that. */
    private record Look(Instant at, LocalDate from, LocalDate today, ChatPolicy policy) {}

    /** @return those that were caught */
    public List<CaughtAccount> look() {
        var buyers = seen.take();
        return Parts.of(buyers, PART).flatMap(part -> look(part).stream()).toList();
    }

    private List<CaughtAccount> look(List<BuyerId> buyers) {
        var look = begun();
        var registered = watched.registeredSince(buyers, look.at().minus(Duration.ofDays(DAYS_BACK + 1L)));
        var figures = look.policy().abnormal();
        var suspects = new HashSet<>(watched.busy(buyers, look.from(), look.today(), figures.leastAsked()));
        suspects.addAll(watched.busy(registered.keySet(), look.from(), look.today(), figures.blockingShops()));
        suspects.removeAll(unwatched.among(suspects));
        return suspects.stream()
                .sorted()
                .flatMap(buyer -> caught(buyer, registered, look).stream())
                .toList();
    }

    private Look begun() {
        var now = clock.instant();
        var today = policies.calendar().dayOf(now);
        return new Look(
                now,
                today.minusDays(DAYS_BACK),
                today,
                policies.calendar().day(today).policy());
    }

    private Optional<CaughtAccount> caught(BuyerId buyer, Map<BuyerId, Instant> registered, Look look) {
        var done = acts.of(buyer, look.from(), look.today(), look.at(), look.policy());
        return new BuyerWatch(look.policy().abnormal(), buyer, registered.get(buyer))
                .seeAll(done).stream()
                        .flatMap(one -> kept(() -> keep.keep(one, look.at(), look.policy())).stream())
                        .findFirst();
    }

    /** Another node may have caught the same at the same moment. */
    private static Optional<CaughtAccount> kept(Supplier<Optional<CaughtAccount>> keep) {
        try {
            return keep.get();
        } catch (DuplicateKeyException e) {
            log.debug("Caught by another node", e);
            return Optional.empty();
        }
    }
}
