package io.hourglass.portal.supplier;

import io.hourglass.portal.Percent;
import io.hourglass.rate.provisional.ProvisionalFigure;
import io.hourglass.rate.provisional.ProvisionalFigure.Change;
import org.jspecify.annotations.Nullable;

/**
 * A provisional figure with all that is undecided taken as unanswered: 61 of 70 = 87.1 %; without a rate of none.
 *
 * @param change what it does to the figure as it stands; null for that one itself
 */
record Owed(int timely, int owed, @Nullable String rate, @Nullable Change change) {

    static Owed of(ProvisionalFigure now) {
        return of(now, (Change) null);
    }

    /** What it would be then. */
    static @Nullable Owed of(ProvisionalFigure now, @Nullable ProvisionalFigure then) {
        return then == null ? null : of(then, now.to(then));
    }

    private static Owed of(ProvisionalFigure figure, @Nullable Change change) {
        return new Owed(figure.timely(), figure.owed(), Percent.of(figure.timely(), figure.owed()), change);
    }
}
