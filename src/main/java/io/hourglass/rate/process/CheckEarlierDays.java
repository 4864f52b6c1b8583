package io.hourglass.rate.process;

import io.hourglass.rate.DayClose;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CheckEarlierDays implements JavaDelegate {

    private final DayClose dayClose;

    CheckEarlierDays(DayClose dayClose) {
        this.dayClose = dayClose;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var day = LocalDate.parse(execution.getProcessBusinessKey());
        execution.setVariable("earlierDaysSettled", dayClose.earlierDaysSettled(day));
    }
}
