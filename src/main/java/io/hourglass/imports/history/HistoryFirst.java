package io.hourglass.imports.history;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has no server start in the middle of a history: its clock is not that of the past. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class HistoryFirst implements SmartLifecycle {

    private final HistoryAlone history;
    private boolean running;

    HistoryFirst(HistoryAlone history) {
        this.history = history;
    }

    /** Before anything is done by the clock. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** @throws io.hourglass.kernel.InvalidInput if a history is not through */
    @Override
    public void start() {
        history.checkNoneIsUnderWay();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
