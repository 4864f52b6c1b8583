package io.hourglass.engine;

import io.hourglass.batch.rows.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Every call of the engine within a transaction, except queries, counts as a write in it. */
@Component
class EngineWrites extends AbstractCamundaConfiguration {

    private final WriteBatch rows;

    EngineWrites(WriteBatch rows) {
        this.rows = rows;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        var interceptors = new ArrayList<CommandInterceptor>();
        Optional.ofNullable(configuration.getCustomPreCommandInterceptorsTxRequired())
                .orElse(List.of())
                .forEach(interceptors::add);
        interceptors.add(new Counting());
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    private final class Counting extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (!isRead(command)) {
                rows.wroteElsewhere();
            }
            return next.execute(command);
        }

        private static boolean isRead(Command<?> command) {
            return command instanceof AbstractQuery
                    || command instanceof AbstractNativeQuery
                    || TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        }
    }
}
