package io.hourglass.rate.process;

import io.hourglass.batch.processes.NotBefore;
import io.hourglass.bpmn.DayCloseNodes;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A day is settled once its books close: its timer says so as well, but the clock may have gone back since. */
@Component
class NotBeforeTheClose implements NotBefore {

    private final BookDays days;

    NotBeforeTheClose(BookDays days) {
        this.days = days;
    }

    @Override
    public String process() {
        return "dayClose";
    }

    @Override
    public String step() {
        return DayCloseNodes.SETTLE_DAY;
    }

    @Override
    public Optional<Instant> instant(String businessKey) {
        return days.find(TrackDay.parse(businessKey)).map(BookDay::closesAt);
    }
}
