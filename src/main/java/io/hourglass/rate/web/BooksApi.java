package io.hourglass.rate.web;

import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.BooksCalendar;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Books and policy")
class BooksApi {

    private final BookDays days;
    private final ByTrack<BooksCalendar> tracks;

    BooksApi(BookDays days, List<BooksCalendar> tracks) {
        this.tracks = new ByTrack<>(tracks);
        this.days = days;
    }

    /** @param settledAt null while the books of the day are open */
    record BookDayView(LocalDate day, Instant closesAt, @Nullable Instant settledAt, @Nullable LocalDate publishedOn) {

        static BookDayView of(BookDay day) {
            return new BookDayView(day.day(), day.closesAt(), day.settledAt(), day.publishedOn());
        }
    }

    @GetMapping("/book-days")
    @Operation(
            summary = "The latest days of the books",
            description =
                    "The latest first: when each closes, when it was settled, and on which date it was published.")
    List<BookDayView> bookDays(
            @Parameter(description = "Of which track; INQUIRY if left out.") @RequestParam(defaultValue = "INQUIRY")
                    String track,
            @RequestParam(defaultValue = "35") @Range(min = 1, max = 500) int size) {
        return days.latest(tracks.of(new Track(track)).track(), size).stream()
                .map(BookDayView::of)
                .toList();
    }
}
