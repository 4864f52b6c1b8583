package io.hourglass.bench.contender;

import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A bean that a model may name as a delegate or as a listener. */
record RivalStep(Consumer<DelegateExecution> act) implements JavaDelegate, ExecutionListener {

    @Override
    public void execute(DelegateExecution execution) {
        act.accept(execution);
    }

    @Override
    public void notify(DelegateExecution execution) {
        act.accept(execution);
    }
}
