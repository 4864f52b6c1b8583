package io.hourglass.rate.close;

import io.hourglass.batch.processes.ProcessWatch;
import io.hourglass.batch.processes.ProcessWatch.Whereabouts;
import io.hourglass.batch.processes.Reconciled;
import io.hourglass.bpmn.DayCloseNodes;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.DayCloseWorkflow;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Brings the closes of days to where the books say they should be: every day that is not settled has one. */
@Component
class ReconcileDayCloses implements Reconciled {

    private static final String PROCESS = "dayClose";
    private static final String EARLIER_DAYS = DayCloseNodes.AWAIT_EARLIER_DAYS;

    private final BookDays days;
    private final DayCloseWorkflow workflow;
    private final ProcessWatch watch;

    ReconcileDayCloses(BookDays days, DayCloseWorkflow workflow, ProcessWatch watch) {
        this.days = days;
        this.workflow = workflow;
        this.watch = watch;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public Collection<String> astray(int limit) {
        return days.unsettled(limit).stream()
                .filter(day -> !isWell(day, watch.of(PROCESS, day.key())))
                .map(TrackDay::key)
                .toList();
    }

    @Override
    public Did reconcile(String businessKey) {
        var day = TrackDay.parse(businessKey);
        var now = watch.of(PROCESS, businessKey);
        if (now.suspended()) {
            return Did.LEFT;
        }
        var earlierSettled = earlierDaysSettled(day);
        return days.lock(day)
                .filter(book -> !book.settled())
                .map(book -> reconcile(book, now, earlierSettled))
                .orElse(Did.NOTHING);
    }

    private Did reconcile(BookDay day, Whereabouts now, boolean earlierSettled) {
        if (now.waitsAt(EARLIER_DAYS) && earlierSettled) {
            workflow.earlierDaysSettled(day.trackDay());
            return Did.MOVED;
        }
        if (now.waitsAt(EARLIER_DAYS) || now.driven() || now.failed()) {
            return Did.NOTHING;
        }
        watch.discard(PROCESS, day.trackDay().key());
        workflow.begin(day.trackDay(), day.closesAt());
        return now.begun();
    }

    private boolean isWell(TrackDay day, Whereabouts now) {
        return now.waitsAt(EARLIER_DAYS) ? !earlierDaysSettled(day) : now.driven() || now.failed();
    }

    private boolean earlierDaysSettled(TrackDay day) {
        return days.find(day.former()).map(BookDay::settled).orElse(true);
    }
}
