package io.hourglass.portal.supplier;

import static java.util.stream.Collectors.toMap;

import io.hourglass.access.callers.Viewer;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.portal.Percent;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a supplier's published number has been. */
@Component
class NumberHistory {

    private static final int TREND_DAYS = 90;

    private final Publications publications;
    private final Viewer viewer;

    NumberHistory(Publications publications, Viewer viewer) {
        this.publications = publications;
        this.viewer = viewer;
    }

    /**
     * @param number null where none was published on that date
     * @param rate in percent, as it is shown
     */
    record Day(LocalDate on, @Nullable PublishedNumber number, @Nullable BigDecimal rate) {

        static Day of(LocalDate on, @Nullable PublishedNumber number) {
            return new Day(on, number, number == null ? null : Share.percent(number.timely(), number.countable()));
        }
    }

    /**
     * Since when the number is another than before.
     *
     * @param before null where the supplier had no number on that date
     */
    record Restated(Shown at, @Nullable PublishedNumber before, @Nullable String rateBefore) {}

    Restated restated(PublishedNumber number) {
        var before = publications.revisions(number.subject(), number.publishedOn(), number.publishedOn()).stream()
                .filter(earlier -> earlier.revision() == number.revision() - 1)
                .findFirst()
                .orElse(null);
        return new Restated(
                viewer.format().shown(number.publishedAt()),
                before,
                before == null ? null : Percent.of(before.timely(), before.countable()));
    }

    /** The latest revision of each date. */
    List<Day> trend(SupplierId supplier, LocalDate last) {
        var first = last.minusDays(TREND_DAYS - 1L);
        Map<LocalDate, PublishedNumber> latest = publications.revisions(supplier.subject(), first, last).stream()
                .collect(toMap(PublishedNumber::publishedOn, number -> number, (earlier, later) -> later));
        return first.datesUntil(last.plusDays(1))
                .map(on -> Day.of(on, latest.get(on)))
                .toList();
    }
}
