package io.hourglass.rate.books;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One natural day of a track's books.
 *
 * @param closesAt from then on nothing that is recorded changes the day
 * @param settledAt null until the close has been done
 * @param publishedOn the date of the numbers that the day completed; null until then, and where it completed none
 */
public record BookDay(
        @JsonIgnore TrackDay trackDay, Instant closesAt, @Nullable Instant settledAt, @Nullable LocalDate publishedOn) {

    @JsonProperty
    public LocalDate day() {
        return trackDay.day();
    }

    /** The name of its track; null where it goes without saying. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public @Nullable String track() {
        return trackDay.track().isUnnamed() ? null : trackDay.track().name();
    }

    public boolean settled() {
        return settledAt != null;
    }

    /** Whether the numbers that the day completed were out; they are published as soon as it is settled. */
    public boolean outBy(Instant instant) {
        return publishedOn != null && settledAt != null && !settledAt.isAfter(instant);
    }
}
