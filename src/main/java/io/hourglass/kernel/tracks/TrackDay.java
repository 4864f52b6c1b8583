package io.hourglass.kernel.tracks;

import io.hourglass.kernel.ids.Track;
import java.time.LocalDate;

/** A natural day of one track's books. */
public record TrackDay(Track track, LocalDate day) {

    private static final String BETWEEN = ":";

    public static TrackDay ofInquiries(LocalDate day) {
        return new TrackDay(Track.INQUIRY, day);
    }

    /** @param key as {@link #key} has it */
    public static TrackDay parse(String key) {
        var split = key.indexOf(BETWEEN);
        return split < 0
                ? ofInquiries(LocalDate.parse(key))
                : new TrackDay(new Track(key.substring(0, split)), LocalDate.parse(key.substring(split + 1)));
    }

    /** The business key of its close: the date, after the name of the track where that does not go without saying. */
    public String key() {
        return track.isUnnamed() ? day.toString() : track.name() + BETWEEN + day;
    }

    public TrackDay on(LocalDate other) {
        return new TrackDay(track, other);
    }

    public TrackDay next() {
        return on(day.plusDays(1));
    }

    public TrackDay former() {
        return on(day.minusDays(1));
    }

    @Override
    public String toString() {
        return key();
    }
}
