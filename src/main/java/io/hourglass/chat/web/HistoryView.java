package io.hourglass.chat.web;

import io.hourglass.chat.reading.RateHistory;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a rate has been, and what its days were. */
record HistoryView(
        @Schema(description = "By date, the latest revision of each; dates without a number are left out.")
                List<ChatNumberView> numbers,
        @Schema(description = "The latest first, up to today.") List<DayView> days) {

    /** A natural day. */
    record DayView(
            LocalDate day,
            DayCountView counts,
            @Schema(description = "Whether the day is locked: its counts stand.") boolean settled) {

        static DayView of(RateHistory.Day day) {
            return new DayView(day.day(), DayCountView.of(day.counts()), day.settled());
        }
    }

    static HistoryView of(List<RateHistory.Published> trend, List<RateHistory.Day> days) {
        return new HistoryView(
                trend.stream()
                        .flatMap(on -> Stream.ofNullable(on.number()))
                        .map(ChatNumberView::of)
                        .toList(),
                days.stream().map(DayView::of).toList());
    }
}
