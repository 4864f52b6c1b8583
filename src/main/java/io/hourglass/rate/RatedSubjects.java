package io.hourglass.rate;

import io.hourglass.kernel.ByTrack;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.OfTrack;
import io.hourglass.kernel.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose numbers there are of a track to ask for. Implemented by the module that has the cases. */
public interface RatedSubjects extends OfTrack {

    /** What a subject is, as {@link NotFound} calls it: supplier. */
    String kind();

    boolean isKnown(Subject subject);

    /** Whether the rules of standing apply to their numbers: the RFQ gate, exposure, the choice of display (R25-R28). */
    default boolean haveStanding() {
        return false;
    }

    /** The subject whose number is the sum over its parts, of which this is one; empty for one that is no part. */
    default Optional<Subject> wholeOf(Subject part) {
        return Optional.empty();
    }

    /** Those whose cases feed the subject's number: itself, or its parts. */
    default List<Subject> partsOf(Subject subject) {
        return List.of(subject);
    }

    /** Ordered by id. */
    List<RatedSubject> all();

    /**
     * Ordered by id as the database orders text.
     *
     * @param offset how many to leave out at the top
     * @param limit how many to give at the most
     */
    List<RatedSubject> some(long offset, int limit);

    /** @throws NotFound if no module registered the subject's track, or it has no such subject */
    static void requireKnown(ByTrack<RatedSubjects> registered, Subject subject) {
        var those = registered.of(subject.track());
        if (!those.isKnown(subject)) {
            throw new NotFound(those.kind(), subject.id());
        }
    }

    /** @param name null until the marketplace has given one */
    record RatedSubject(Subject id, @Nullable String name) {}
}
