package io.hourglass.engine.timers;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Listens at every timer event of every model, and records its lateness in the transaction in which it fires. */
@Component
class TimerListening extends AbstractCamundaConfiguration {

    private final ObjectProvider<TimerRecord> record;
    private final Clock clock;

    TimerListening(ObjectProvider<TimerRecord> record, Clock clock) {
        this.record = record;
        this.clock = clock;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new AtTimers());
    }

    private void left(DelegateExecution execution) {
        var job = Context.getCommandContext().getCurrentJob();
        var due = job == null ? null : job.getDuedate();
        if (due != null && execution.getCurrentActivityId().equals(job.getActivityId())) {
            var process = execution.getProcessDefinitionId();
            record.getObject()
                    .fired(
                            process.substring(0, process.indexOf(':')),
                            job.getActivityId(),
                            execution.getProcessBusinessKey(),
                            due.toInstant(),
                            clock.instant());
        }
    }

    private final class AtTimers extends AbstractBpmnParseListener {

        @Override
        public void parseBoundaryTimerEventDefinition(Element definition, boolean interrupting, ActivityImpl timer) {
            timer.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) TimerListening.this::left);
        }

        @Override
        public void parseIntermediateTimerEventDefinition(Element definition, ActivityImpl timer) {
            timer.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) TimerListening.this::left);
        }
    }
}
