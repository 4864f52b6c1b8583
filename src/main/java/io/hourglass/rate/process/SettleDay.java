package io.hourglass.rate.process;

import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.close.DayClose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SettleDay implements JavaDelegate {

    private final DayClose dayClose;
    private final CloseMeters meters;

    SettleDay(DayClose dayClose, CloseMeters meters) {
        this.dayClose = dayClose;
        this.meters = meters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var day = TrackDay.parse(execution.getProcessBusinessKey());
        meters.timed("settle", day, () -> dayClose.settle(day));
    }
}
