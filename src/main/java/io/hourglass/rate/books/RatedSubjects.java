package io.hourglass.rate.books;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.OfTrack;
import java.util.List;
import java.util.Optional;

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
    List<Subject> all();

    /** @throws NotFound if no module registered the subject's track, or it has no such subject */
    static void requireKnown(ByTrack<RatedSubjects> registered, Subject subject) {
        var those = registered.of(subject.track());
        if (!those.isKnown(subject)) {
            throw new NotFound(those.kind(), subject.id());
        }
    }
}
