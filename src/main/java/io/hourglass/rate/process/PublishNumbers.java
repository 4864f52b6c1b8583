package io.hourglass.rate.process;

import io.hourglass.rate.DayClose;
import io.hourglass.rate.standing.StandingChanges;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class PublishNumbers implements JavaDelegate {

    private final DayClose dayClose;
    private final StandingChanges changes;

    PublishNumbers(DayClose dayClose, StandingChanges changes) {
        this.dayClose = dayClose;
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dayClose.publish(LocalDate.parse(execution.getProcessBusinessKey())).ifPresent(changes::publishedOn);
    }
}
