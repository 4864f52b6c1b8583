package io.hourglass.rate.process;

import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.close.DayClose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SettleDay implements JavaDelegate {

    private final DayClose dayClose;

    SettleDay(DayClose dayClose) {
        this.dayClose = dayClose;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dayClose.settle(TrackDay.parse(execution.getProcessBusinessKey()));
    }
}
