package io.hourglass.imports.work;

import io.hourglass.batch.Backfill;
import io.hourglass.engine.DueTimers;
import io.hourglass.engine.SettableClock;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.lines.FactLine;
import io.hourglass.rate.books.BooksCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes the lines of a history as of when they were learned of: time goes from one to the next, and the books that close on the way
 * are closed first, sealed and published. What is over in the end gets no process, and nobody is told of it (ADR 80).
 */
@Component
class TakeHistory {

    private final TakePart take;
    private final Stragglers stragglers;
    private final DueTimers timers;
    private final SettableClock clock;
    private final Backfill backfill;
    private final List<BooksCalendar> calendars;

    TakeHistory(
            TakePart take,
            Stragglers stragglers,
            DueTimers timers,
            SettableClock clock,
            Backfill backfill,
            List<BooksCalendar> calendars) {
        this.take = take;
        this.stragglers = stragglers;
        this.timers = timers;
        this.clock = clock;
        this.backfill = backfill;
        this.calendars = calendars;
    }

    /** Until now. */
    Taking untilNow() {
        return new Run(clock.instant(), clock.standing());
    }

    /** One pass through a file. */
    private final class Run implements Taking {

        private final Instant now;
        private final Optional<Instant> standing;

        private Run(Instant now, Optional<Instant> standing) {
            this.now = now;
            this.standing = standing;
        }

        @Override
        public void begin() {
            backfill.begin();
            clock.set(Instant.EPOCH);
        }

        /** Between the lines of one no books can close. */
        @Override
        public List<List<FactLine>> stretches(List<FactLine> lines) {
            var all = new ArrayList<List<FactLine>>();
            var close = Instant.MIN;
            for (var line : lines) {
                var then = line.recordedAt();
                if (all.isEmpty() || (then != null && then.isAfter(close))) {
                    all.add(new ArrayList<>());
                    close = then == null ? close : nextClose(then);
                }
                all.get(all.size() - 1).add(line);
            }
            return all;
        }

        @Override
        public Counts take(Part part) {
            first(part).ifPresent(timers::advanceUpTo);
            return take.take(part);
        }

        /** What was over before gets into the books, and what still waits its process. */
        @Override
        public void end() {
            timers.advanceTo(now);
            stragglers.bring();
            stop();
            stragglers.bring();
        }

        @Override
        public void stop() {
            standing.ifPresentOrElse(clock::set, clock::release);
            backfill.end();
        }
    }

    private static Optional<Instant> first(Part part) {
        return part.lines().stream()
                .map(FactLine::recordedAt)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private Instant nextClose(Instant instant) {
        return calendars.stream()
                .map(calendar -> nextClose(calendar, instant))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** The first at that instant or later: what happens at that very instant comes before it. */
    private static Instant nextClose(BooksCalendar calendar, Instant instant) {
        var day = calendar.dayOf(instant);
        while (!calendar.closesAt(day).isBefore(instant)) {
            day = day.minusDays(1);
        }
        return calendar.closesAt(day.plusDays(1));
    }
}
