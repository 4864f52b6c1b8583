package io.hourglass.audit;

import io.hourglass.audit.entries.LedgerRecords;
import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.audit.seals.DaySealed;
import io.hourglass.audit.seals.MerkleTree;
import io.hourglass.audit.seals.Seal;
import io.hourglass.audit.seals.SealEvents;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.audit.seals.Seals;
import io.hourglass.kernel.events.Events;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Seals the days of each track, in their order, and knows their seals. */
@Component
public class Ledger {

    private final Seals seals;
    private final DayLines lines;
    private final LedgerRecords records;
    private final Pseudonyms pseudonyms;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;
    private final Events events;

    Ledger(
            Seals seals,
            DayLines lines,
            LedgerRecords records,
            Pseudonyms pseudonyms,
            Clock clock,
            ApplicationEventPublisher publisher,
            Events events) {
        this.seals = seals;
        this.lines = lines;
        this.records = records;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.publisher = publisher;
        this.events = events;
    }

    /**
     * Seals the day, with whatever else has been noted by now. To seal it again changes nothing.
     *
     * @throws IllegalStateException if the last seal is not that of the day before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void seal(SealedDay day) {
        seals.hold();
        if (seals.find(day.trackDay()).isPresent()) {
            return;
        }
        var last = seals.last(day.track());
        if (last.isPresent() && !last.get().day().plusDays(1).equals(day.day())) {
            throw new IllegalStateException(
                    "the last seal is that of " + last.get().day() + ", not of the day before " + day.day());
        }
        var former = last.map(Seal::root).orElse(null);
        records.take(day.trackDay());
        var tree = new MerkleTree();
        lines.tell(day, former, pseudonyms::given, line -> tree.add(line.text().getBytes(StandardCharsets.UTF_8)));
        var seal = new Seal(day, former, tree.root(), tree.size(), clock.instant());
        seals.add(seal, tree.marks());
        events.raise(SealEvents.SEALED, () -> SealEvents.of(seal));
        publisher.publishEvent(new DaySealed(day.trackDay()));
    }

    /** The seal of that day; empty while its books are open, and for days from before there was a ledger. */
    public Optional<Seal> find(TrackDay day) {
        return seals.find(day);
    }

    /** The seals of the days from the first to the last, both included, in day order; days without one are left out. */
    public List<Seal> between(Track track, LocalDate first, LocalDate last) {
        return seals.between(track, first, last);
    }
}
