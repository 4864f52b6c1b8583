package io.hourglass.rate.process;

import io.hourglass.rate.DayCloseWorkflow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Repository;

/** {@code day-close.bpmn}; the business key is the day. */
@Repository
class CamundaDayCloseWorkflow implements DayCloseWorkflow {

    private final RuntimeService runtime;

    CamundaDayCloseWorkflow(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void begin(LocalDate day, Instant booksClose) {
        runtime.createProcessInstanceByKey("dayClose")
                .businessKey(day.toString())
                .setVariable("booksClose", Date.from(booksClose))
                .execute();
    }

    @Override
    public void earlierDaysSettled(LocalDate day) {
        runtime.createMessageCorrelation("EarlierDaysSettled")
                .processInstanceBusinessKey(day.toString())
                .correlateAll();
    }
}
