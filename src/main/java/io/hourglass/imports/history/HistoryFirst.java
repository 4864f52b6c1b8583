package io.hourglass.imports.history;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Has no server start in the middle of a history: its clock is not that of the past. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class HistoryFirst implements SmartInitializingSingleton {

    private final HistoryAlone history;

    HistoryFirst(HistoryAlone history) {
        this.history = history;
    }

    /**
     * Before anything is done by the clock.
     *
     * @throws io.hourglass.kernel.InvalidInput if a history is not through
     */
    @Override
    public void afterSingletonsInstantiated() {
        history.checkNoneIsUnderWay();
    }
}
