package io.hourglass.rate.process;

import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.close.DayOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class WakeNextDay implements JavaDelegate {

    private final DayOrder order;

    WakeNextDay(DayOrder order) {
        this.order = order;
    }

    @Override
    public void execute(DelegateExecution execution) {
        order.wakeNext(TrackDay.parse(execution.getProcessBusinessKey()));
    }
}
