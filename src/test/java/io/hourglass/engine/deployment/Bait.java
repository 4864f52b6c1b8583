package io.hourglass.engine.deployment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Code that a model tries to bring: to load it is enough to be caught. */
public class Bait implements JavaDelegate, ExecutionListener, TaskListener {

    static {
        Caught.LOADED.set(true);
    }

    @Override
    public void execute(DelegateExecution execution) {}

    @Override
    public void notify(DelegateExecution execution) {}

    @Override
    public void notify(DelegateTask task) {}
}
