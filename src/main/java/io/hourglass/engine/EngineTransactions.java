package io.hourglass.engine;

import io.hourglass.batch.Transactions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Repository;

/** All engine writes within it are flushed together before the commit. */
@Repository
class EngineTransactions implements Transactions {

    private final ProcessEngineConfigurationImpl engine;

    EngineTransactions(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public void inOne(Runnable work) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            work.run();
            return null;
        });
    }
}
