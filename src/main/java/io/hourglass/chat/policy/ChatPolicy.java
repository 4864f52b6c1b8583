package io.hourglass.chat.policy;

import io.hourglass.kernel.AuthorKind;
import io.hourglass.sla.NaturalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules of chat. A consultation is judged by the version in force on its day.
 *
 * @param version 1 for the first
 * @param zone the marketplace zone, which gives natural days (C1, C5)
 * @param closesAt the wall clock of the next day at which a day's books close; shifted forward in a gap, the earlier instant in
 *     an overlap
 * @param counting whose messages are answers, from {@code author-kinds.dmn} (C2, C3)
 */
public record ChatPolicy(int version, ZoneId zone, LocalTime closesAt, Set<AuthorKind> counting) {

    public ChatPolicy {
        counting = Set.copyOf(counting);
    }

    public LocalDate dayOf(Instant instant) {
        return NaturalDay.of(instant, zone);
    }

    /** The first instant from which on nothing belongs to the day any more. */
    public Instant end(LocalDate day) {
        return NaturalDay.end(day, zone);
    }

    public Instant booksClose(LocalDate day) {
        return day.plusDays(1).atTime(closesAt).atZone(zone).toInstant();
    }

    /** Whether messages by this kind of author are answers. */
    public boolean countsBy(@Nullable AuthorKind author) {
        return author != null && counting.contains(author);
    }
}
