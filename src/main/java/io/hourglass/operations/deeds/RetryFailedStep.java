package io.hourglass.operations.deeds;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.batch.processes.Reconciled.Did;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.operations.reconciler.Reconciler;
import io.hourglass.operations.work.Incidents;
import io.hourglass.operations.work.Incidents.Incident;
import io.hourglass.operations.work.Workflow;
import io.hourglass.rate.books.BookDays;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Retries what failed, once its cause is fixed. The actor and the reason are in the ledger. */
@Component
@Transactional
public class RetryFailedStep {

    private final Incidents incidents;
    private final BookDays days;
    private final Reconciler reconciler;
    private final Actions actions;
    private final Clock clock;

    RetryFailedStep(Incidents incidents, BookDays days, Reconciler reconciler, Actions actions, Clock clock) {
        this.incidents = incidents;
        this.days = days;
        this.reconciler = reconciler;
        this.actions = actions;
        this.clock = clock;
    }

    /** @throws NotFound if there is no such incident, or not any more */
    public void retry(String incident, Reason reason) {
        var found = incidents.find(incident).orElseThrow(() -> new NotFound("incident", incident));
        retry(found, Action.RETRY_A_FAILED_STEP, reason);
    }

    /**
     * The close of one day.
     *
     * @throws NotFound if the day is none of the books
     * @throws NothingToRetry if its close is done, is not due, or has not failed
     */
    public void retryClose(TrackDay day, Reason reason) {
        var bookDay = days.find(day).orElseThrow(() -> new NotFound("day of the books", day.key()));
        var failed = incidents.of(Workflow.DAY_CLOSE).stream()
                .filter(incident -> incident.key().equals(day.key()))
                .toList();
        if (bookDay.settled()) {
            throw new NothingToRetry("the books of " + day + " are settled");
        }
        if (failed.isEmpty() && clock.instant().isBefore(bookDay.closesAt())) {
            throw new NothingToRetry("the books of " + day + " are open until " + bookDay.closesAt());
        }
        if (failed.isEmpty()) {
            bringBack(day, reason);
        }
        failed.forEach(step -> retry(step, Action.RETRY_A_DAY_CLOSE, reason));
    }

    /** A close whose process is gone fails nowhere. */
    private void bringBack(TrackDay day, Reason reason) {
        var did = reconciler.lookAt(Workflow.DAY_CLOSE.key(), day.key());
        if (did == Did.LEFT) {
            throw new NothingToRetry(
                    "the close of " + day + " is suspended; it continues once it is resumed in Cockpit");
        }
        if (!did.hasChanged()) {
            throw new NothingToRetry("no step of the close of " + day + " has failed; it awaits its turn");
        }
        actions.note(Action.RETRY_A_DAY_CLOSE, day.key(), did + ": " + reason.text());
    }

    private void retry(Incident failed, Action action, Reason reason) {
        incidents.retry(failed.id());
        actions.note(action, failed.key(), failed.process() + "." + failed.step() + ": " + reason.text());
    }
}
