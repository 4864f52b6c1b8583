package io.hourglass.audit.seals;

import io.hourglass.kernel.tracks.TrackDay;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What holds a day's entries together: change one, and the root is another.
 *
 * @param former the root of the track's day before, which this day's first entry names; null for the first seal of all
 * @param root 64 hexadecimal digits
 * @param entries how many
 */
public record Seal(SealedDay sealed, @Nullable String former, String root, int entries, Instant sealedAt) {

    public TrackDay trackDay() {
        return sealed.trackDay();
    }

    public LocalDate day() {
        return sealed.day();
    }
}
