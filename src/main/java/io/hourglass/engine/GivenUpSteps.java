package io.hourglass.engine;

import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Events;
import io.hourglass.kernel.events.RaisedKinds;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells of a step that the engine has given up, in the transaction in which it does. */
@Configuration
class GivenUpSteps extends AbstractCamundaConfiguration {

    static final EventKind GIVEN_UP = new EventKind("incident.given_up");

    private final ObjectProvider<Events> events;
    private final Clock clock;

    GivenUpSteps(ObjectProvider<Events> events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Bean
    static RaisedKinds kindsOfSteps() {
        return RaisedKinds.of(GIVEN_UP);
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setCompositeIncidentHandlersEnabled(true);
        configuration.setCustomIncidentHandlers(List.of(new Teller()));
    }

    private void tell(IncidentContext failed) {
        events.getObject().raise(GIVEN_UP, () -> {
            var definition = failed.getProcessDefinitionId();
            return Event.of(GIVEN_UP, failed.getConfiguration(), clock.instant())
                    .with("process", definition == null ? null : definition.substring(0, definition.indexOf(':')))
                    .with("step", failed.getActivityId())
                    .with("key", key(failed.getExecutionId()).orElse(null));
        });
    }

    /** What its process is about. */
    private static Optional<String> key(@Nullable String execution) {
        return Optional.ofNullable(execution)
                .map(id -> Context.getCommandContext().getExecutionManager().findExecutionById(id))
                .map(ExecutionEntity::getProcessInstance)
                .map(ExecutionEntity::getBusinessKey);
    }

    private final class Teller implements IncidentHandler {

        @Override
        public String getIncidentHandlerType() {
            return Incident.FAILED_JOB_HANDLER_TYPE;
        }

        /** The engine's own handler makes the incident. */
        @Override
        public @Nullable Incident handleIncident(IncidentContext failed, @Nullable String message) {
            tell(failed);
            return null;
        }

        @Override
        public void resolveIncident(IncidentContext solved) {
            // nobody is told
        }

        @Override
        public void deleteIncident(IncidentContext gone) {
            // nobody is told
        }
    }
}
