package io.hourglass.rate.provisional;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.State;
import io.hourglass.rate.numbers.Share;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a subject stands today, before the books of the last days are closed. Each share is null where its denominator
 * is 0.
 *
 * @param windowTo today, included
 * @param countable decided and countable, as of now
 * @param undecided nothing has decided yet, and the deadline lies ahead
 * @param asOf provisional verdicts may change until their books close
 */
public record ProvisionalFigure(
        Subject subject,
        LocalDate windowFrom,
        LocalDate windowTo,
        int timely,
        int countable,
        int undecided,
        Instant asOf) {

    public @Nullable BigDecimal rate() {
        return Share.of(timely, countable);
    }

    public @Nullable BigDecimal undecidedShare() {
        return Share.of(undecided, owed());
    }

    /** All for which an answer counts: decided, or undecided. */
    public int owed() {
        return countable + undecided;
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(windowFrom) && !day.isAfter(windowTo);
    }

    /** If one of its cases stood at another state. */
    public ProvisionalFigure moved(State from, State to) {
        return new ProvisionalFigure(
                subject,
                windowFrom,
                windowTo,
                timely + one(to.met()) - one(from.met()),
                countable + one(to.countable()) - one(from.countable()),
                undecided + one(to.pending()) - one(from.pending()),
                asOf);
    }

    /** What the rate with all that is undecided taken as unanswered does on the way to another figure, by exact integers. */
    public enum Change {
        RAISES,
        LEAVES,
        LOWERS,
        /** There is a rate, and was none. */
        BEGINS,
        /** There is none any more. */
        ENDS
    }

    /** Where neither figure has a rate, nothing changes. */
    public Change to(ProvisionalFigure then) {
        if (owed() == 0 || then.owed() == 0) {
            return owed() == then.owed() ? Change.LEAVES : then.owed() == 0 ? Change.ENDS : Change.BEGINS;
        }
        var change = Long.compare((long) then.timely * owed(), (long) timely * then.owed());
        return change == 0 ? Change.LEAVES : change > 0 ? Change.RAISES : Change.LOWERS;
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }

    /** All that is undecided fails. */
    public @Nullable BigDecimal lowerBound() {
        return Share.of(timely, owed());
    }

    /** All that is undecided turns out timely. */
    public @Nullable BigDecimal upperBound() {
        return Share.of(timely + undecided, owed());
    }
}
