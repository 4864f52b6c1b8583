package io.hourglass.kernel.ids;

import java.util.Comparator;

/**
 * Whose number it is: a supplier by its inquiries, an account or a shop by its chats. Ordered by track, then by code point.
 *
 * @param id in the track's own terms, at most {@link ExternalId#MAX_LENGTH} characters
 */
public record Subject(Track track, String id) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::track).thenComparing(Subject::id, ExternalId.BY_CODE_POINT);

    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }

    /** The id alone. */
    @Override
    public String toString() {
        return id;
    }
}
