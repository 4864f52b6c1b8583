package io.hourglass.portal;

import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.rate.ProvisionalFigure;
import io.hourglass.rate.Publication;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One supplier on the start page. Shares are in percent, with one decimal, rounded down so that 79.96 never reads as 80.
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
                percent(published.rate()),
                number == null ? 0 : number.timely(),
                number == null ? 0 : number.countable(),
                published.windowFrom(),
                published.windowTo(),
                percent(figure.rate()),
                percent(figure.lowerBound()),
                percent(figure.upperBound()),
                figure.undecided());
    }

    private static @Nullable String percent(@Nullable BigDecimal share) {
        return share == null
                ? null
                : share.movePointRight(2).setScale(1, RoundingMode.DOWN).toPlainString() + " %";
    }
}
