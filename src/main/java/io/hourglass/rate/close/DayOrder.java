package io.hourglass.rate.close;

import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.Books;
import io.hourglass.rate.books.DayCloseWorkflow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The days of a track close one after the other, and an empty day has a close too. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DayOrder {

    private final BookDays days;
    private final Books books;
    private final DayCloseWorkflow workflow;

    DayOrder(BookDays days, Books books, DayCloseWorkflow workflow) {
        this.days = days;
        this.books = books;
        this.workflow = workflow;
    }

    /** Whether the day before is settled, or is none of the books. Holds that day, so that its close cannot be missed. */
    public boolean earlierDaysSettled(TrackDay day) {
        return days.lock(day.former()).map(BookDay::settled).orElse(true);
    }

    /** Lets the next day's close go on; opens that day if nothing has. */
    public void wakeNext(TrackDay day) {
        var next = day.next();
        if (days.find(next).isEmpty()) {
            books.open(next);
        } else {
            workflow.earlierDaysSettled(next);
        }
    }
}
