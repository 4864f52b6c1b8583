package io.hourglass.dispute.tracks;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.tracks.State;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.sla.days.DayCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.immutables.value.Value;

/**
 * A case whose verdict may be disputed, as it stands now.
 *
 * @param supplier who may dispute it
 * @param subject whose number it feeds
 * @param from since when a claim can have happened, up to {@code until}, which is not included
 * @param days in which the spans of the rules of disputes are counted
 * @param state its verdict, or what is in its place
 */
@Value.Builder
public record DisputedCase(
        CaseId id,
        SupplierId supplier,
        Subject subject,
        LocalDate day,
        Instant from,
        Instant until,
        Instant booksClose,
        DayCalendar days,
        State state) {

    public static DisputedCaseBuilder builder() {
        return new DisputedCaseBuilder();
    }

    public TrackDay trackDay() {
        return new TrackDay(id.track(), day);
    }
}
