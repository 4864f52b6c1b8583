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

    PublishNumbers(DayPublication publication, StandingChanges changes) {
        this.publication = publication;
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var day = TrackDay.parse(execution.getProcessBusinessKey());
        publication.publish(day).ifPresent(on -> changes.publishedOn(day.track(), on));
    }
}
