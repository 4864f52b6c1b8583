package io.hourglass.portal.supplier;

import io.hourglass.portal.Percent;
import io.hourglass.rate.ProvisionalFigure;
import org.jspecify.annotations.Nullable;

/** A provisional figure with all that is undecided taken as unanswered: 61 of 70 = 87.1 %; without a rate of none. */
record Owed(int timely, int owed, @Nullable String rate) {

    static @Nullable Owed of(@Nullable ProvisionalFigure figure) {
        return figure == null
                ? null
                : new Owed(figure.timely(), figure.owed(), Percent.of(figure.timely(), figure.owed()));
    }
}
