package io.hourglass.portal.auditor;

import java.util.Locale;

/**
 * A filter of a list that is one click away.
 *
 * @param name {@code DISPUTED}, {@code RESTATED}, or of a state
 * @param count of those of the last 30 days
 * @param more whether there are more than were counted
 */
record Chip(String name, int count, boolean more, boolean chosen) {

    /** As addresses have it. */
    public String key() {
        return name.toLowerCase(Locale.ROOT);
    }
}
