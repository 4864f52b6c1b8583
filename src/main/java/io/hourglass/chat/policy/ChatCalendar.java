package io.hourglass.chat.policy;

import io.hourglass.sla.days.DayCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * Natural days of chat as the versions of its policy have them. A day's books close on the next day, at the wall clock that the
 * day's version says: shifted forward in a gap, the earlier instant in an overlap. Its numbers are published then.
 */
public final class ChatCalendar {

    private final Supplier<List<ChatPolicy>> versions;
    private final DayCalendar days;

    /** @param versions in their order, at least one, their days each joined to the next; asked for each time */
    public ChatCalendar(Supplier<List<ChatPolicy>> versions) {
        this.versions = versions;
        this.days = new DayCalendar(
                () -> versions.get().stream().map(ChatPolicy::days).toList());
    }

    public LocalDate dayOf(Instant instant) {
        return days.dayOf(instant);
    }

    /** The natural days alone: their books close as {@link #day} says. */
    public DayCalendar days() {
        return days;
    }

    public ChatDay day(LocalDate date) {
        var policy = on(date);
        return new ChatDay(date, policy, days.end(date), booksClose(date, policy));
    }

    /** A change of zone may lie between a day and the next one. */
    private Instant booksClose(LocalDate date, ChatPolicy policy) {
        var next = date.plusDays(1);
        return next.atTime(policy.closesAt()).atZone(on(next).days().zone()).toInstant();
    }

    private ChatPolicy on(LocalDate date) {
        var rules = days.versionOn(date);
        return versions.get().stream()
                .filter(policy -> policy.days().equals(rules))
                .findFirst()
                .orElseThrow();
    }
}
