package io.hourglass.portal;

import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.rate.numbers.Publication;
import io.hourglass.rate.provisional.ProvisionalFigure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One supplier in the list of all. Shares are in percent.
 *
 * @param rate null if nothing is published
 */
record Row(
        String id,
        String name,
        @Nullable String rate,
        int timely,
        int countable,
        LocalDate windowFrom,
        LocalDate windowTo,
        @Nullable String provisional,
        @Nullable String lowest,
        @Nullable String highest,
        int undecided) {

    static Row of(Supplier supplier, Publication published, ProvisionalFigure figure) {
        var number = published.number();
        var id = supplier.id().value();
        return new Row(
                id,
                supplier.name() == null ? id : supplier.name(),
                number == null ? null : Percent.of(number.timely(), number.countable()),
                number == null ? 0 : number.timely(),
                number == null ? 0 : number.countable(),
                published.windowFrom(),
                published.windowTo(),
                Percent.of(figure.timely(), figure.countable()),
                Percent.of(figure.timely(), figure.owed()),
                Percent.of(figure.timely() + figure.undecided(), figure.owed()),
                figure.undecided());
    }
}
