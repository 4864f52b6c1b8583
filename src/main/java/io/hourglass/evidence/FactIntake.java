package io.hourglass.evidence;

import io.hourglass.evidence.details.FactText;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.FactId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The single way in for facts, whatever channel they come through. */
@Component
public class FactIntake {

    /** Clocks of sources may run ahead by this much. */
    public static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    private final Facts facts;
    private final Clock clock;

    FactIntake(Facts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The fact that is known under this id. What has been erased since cannot be compared, and counts as the same.
     *
     * @throws FactConflict if it was sent with other content
     * @throws InvalidInput if nothing is known under it, and it is none that may be new
     */
    public Optional<StoredFact> known(SentId sent, @Nullable Object... content) {
        var id = new FactId(sent.id());
        return sent.known(facts.find(id), fact -> fact.contentHash().fits(content), () -> new FactConflict(id));
    }

    /**
     * When the fact occurred, in whole milliseconds: what its source says, or else now. A source whose clock runs ahead of ours
     * a little means now; what it sent is known again by its content.
     *
     * @throws InvalidInput if that lies more than five minutes ahead
     */
    public Instant occurredAt(@Nullable Instant said) {
        var now = clock.instant();
        if (said == null) {
            return now;
        }
        if (!isNotAhead(said)) {
            throw new InvalidInput("occurredAt", said, "at most 5 minutes in the future; it is " + now + " here");
        }
        return said.isAfter(now) ? now : said.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether {@link #occurredAt} takes it. */
    public boolean isNotAhead(@Nullable Instant said) {
        return said == null || !said.isAfter(clock.instant().plus(MAX_AHEAD));
    }

    public void take(StoredFact fact, FactText text) {
        facts.add(fact, text);
    }
}
