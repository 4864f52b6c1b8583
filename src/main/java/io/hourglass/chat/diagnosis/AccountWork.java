package io.hourglass.chat.diagnosis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When persons wrote from one account. */
final class AccountWork {

    private final SortedMap<LocalDate, Integer> hours = new TreeMap<>();
    private final Map<LocalDate, Instant> lastWrote = new HashMap<>();
    private @Nullable UsualHours usual;

    /** @param local the same instant by the wall clock */
    void wrote(Instant at, LocalDateTime local) {
        var day = local.toLocalDate();
        hours.merge(day, 1 << local.getHour(), (one, other) -> one | other);
        lastWrote.merge(day, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    boolean wroteAfter(Instant at, LocalDate day) {
        var last = lastWrote.get(day);
        return last != null && last.isAfter(at);
    }

    /** Of all that it wrote; asked once it is complete. */
    UsualHours usual() {
        var found = usual;
        if (found == null) {
            found = UsualHours.of(hours);
            usual = found;
        }
        return found;
    }

    SortedMap<LocalDate, UsualHours.Shift> shifts() {
        return usual().shifts(hours);
    }
}
