package io.hourglass.rate.process;

import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.close.DayOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CheckEarlierDays implements JavaDelegate {

    private final DayOrder order;

    CheckEarlierDays(DayOrder order) {
        this.order = order;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var day = TrackDay.parse(execution.getProcessBusinessKey());
        execution.setVariable("earlierDaysSettled", order.earlierDaysSettled(day));
    }
}
