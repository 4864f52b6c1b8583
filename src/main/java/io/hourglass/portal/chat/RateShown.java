package io.hourglass.portal.chat;

import io.hourglass.portal.Percent;
import io.hourglass.rate.numbers.Publication;
import io.hourglass.rate.provisional.ProvisionalFigure;
import org.jspecify.annotations.Nullable;

/**
 * A published number with the preliminary figure beside it, as they are read. Shares are in percent.
 *
 * @param rate null if there is no number, as the others are where there is nothing to divide by
 * @param lowest if all that is open is left unanswered
 * @param highest if all of it is answered
 */
record RateShown(
        Publication published,
        @Nullable String rate,
        ProvisionalFigure figure,
        @Nullable String provisional,
        @Nullable String lowest,
        @Nullable String highest) {

    static RateShown of(Publication published, ProvisionalFigure figure) {
        return new RateShown(
                published,
                rate(published),
                figure,
                Percent.of(figure.timely(), figure.countable()),
                Percent.of(figure.timely(), figure.owed()),
                Percent.of(figure.timely() + figure.undecided(), figure.owed()));
    }

    static @Nullable String rate(Publication published) {
        var number = published.number();
        return number == null ? null : Percent.of(number.timely(), number.countable());
    }
}
