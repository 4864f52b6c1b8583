package io.hourglass.rate.process;

import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.close.DayPublication;
import io.hourglass.rate.standing.StandingChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class PublishNumbers implements JavaDelegate {

    private final DayPublication publication;
    private final StandingChanges changes;
    private final CloseMeters meters;

    PublishNumbers(DayPublication publication, StandingChanges changes, CloseMeters meters) {
        this.publication = publication;
        this.changes = changes;
        this.meters = meters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var day = TrackDay.parse(execution.getProcessBusinessKey());
        meters.timed("publish", day, () -> publish(day));
    }

    private void publish(TrackDay day) {
        publication.publish(day).ifPresent(on -> changes.publishedOn(day.track(), on));
    }
}
