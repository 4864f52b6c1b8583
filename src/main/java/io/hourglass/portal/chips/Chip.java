package io.hourglass.portal.chips;

import org.jspecify.annotations.Nullable;

/**
 * A value of a filter that is one click away.
 *
 * @param key of its words; null if it has a text
 * @param text in the reader's language; null if it has a key
 * @param address of the list so narrowed, as a link from the page
 * @param count how many the list then has, of those that are counted
 * @param more whether there are more than were counted
 */
public record Chip(
        @Nullable String key, @Nullable String text, String address, long count, boolean more, boolean chosen) {

    /** The count as people read it. */
    public String counted() {
        return more ? count + "+" : String.valueOf(count);
    }
}
