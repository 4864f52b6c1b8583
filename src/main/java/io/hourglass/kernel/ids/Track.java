package io.hourglass.kernel.ids;

import io.hourglass.kernel.InvalidInput;
import java.util.regex.Pattern;

/**
 * A kind of SLA process: its cases are judged, booked, published and sealed apart from those of any other. The module that
 * has the cases registers its track with the floors below it, which never ask which one it is.
 *
 * @param name 1 to 16 capital letters, digits and underscores, a letter first
 */
public record Track(String name) implements Comparable<Track> {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,15}");

    /** Where no track is named, in keys, files and addresses from before there were others, inquiries are meant. */
    public static final Track INQUIRY = new Track("INQUIRY");

    public Track {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInput("track", name, "1 to 16 capital letters, digits and underscores, a letter first");
        }
    }

    /** Whether it goes without saying. */
    public boolean isUnnamed() {
        return equals(INQUIRY);
    }

    @Override
    public int compareTo(Track other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
