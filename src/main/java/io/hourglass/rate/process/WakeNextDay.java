package io.hourglass.rate.process;

import io.hourglass.rate.DayClose;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class WakeNextDay implements JavaDelegate {

    private final DayClose dayClose;

    WakeNextDay(DayClose dayClose) {
        this.dayClose = dayClose;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dayClose.wakeNext(LocalDate.parse(execution.getProcessBusinessKey()));
    }
}
