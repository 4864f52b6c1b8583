package io.hourglass.portal.chat;

import io.hourglass.chat.reading.RateHistory.Published;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.Share;
import io.hourglass.web.lists.CsvList;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date of the trend.
 *
 * @param number null where none was published on that date
 * @param rate in percent, as it is shown
 */
record TrendDay(LocalDate on, @Nullable PublishedNumber number, @Nullable BigDecimal rate) {

    static final CsvList<TrendDay> FILE = CsvList.<TrendDay>named("chat-trend")
            .column("supplier.trend.date", TrendDay::on)
            .column("published", TrendDay::rate)
            .column(
                    "chat.answered",
                    day -> day.number() == null ? null : day.number().timely())
            .column(
                    "csv.counted",
                    day -> day.number() == null ? null : day.number().countable())
            .column(
                    "csv.revision",
                    day -> day.number() == null ? null : day.number().revision());

    static TrendDay of(Published published) {
        var number = published.number();
        return new TrendDay(
                published.on(), number, number == null ? null : Share.percent(number.timely(), number.countable()));
    }
}
