package io.hourglass.engine.steps;

import io.hourglass.engine.steps.NodeNumbers.Node;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Listens at every event and activity of every model, whatever comes in with a further one, and however a token gets there.
 * Listeners of models may be skipped by whom moves a token; these are the engine's own, and are not.
 */
@Component
class StepListening extends AbstractCamundaConfiguration {

    private final ObjectProvider<NodeNumbers> numbers;
    private final ObjectProvider<StepRecord> record;

    StepListening(ObjectProvider<NodeNumbers> numbers, ObjectProvider<StepRecord> record) {
        this.numbers = numbers;
        this.record = record;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new AtEveryStep());
    }

    /** A process without a business key is known by the engine's own id. */
    private void happened(DelegateExecution execution, Node node, boolean takenAway) {
        var key = Objects.requireNonNullElse(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
        record.getObject().add(key, node, takenAway);
    }

    /** Models take tokens away too, with events that interrupt or terminate; what they do is plain from what follows. */
    private static boolean isTakenAway(DelegateExecution execution) {
        var command = Context.getCommandInvocationContext().getCommand();
        return execution.isCanceled()
                && (command instanceof ModifyProcessInstanceCmd || command instanceof AbstractDeleteProcessInstanceCmd);
    }

    private final class AtEveryStep extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity model) {
            activitiesOf(model).filter(AtEveryStep::isStep).forEach(activity -> listenAt(activity, model.getKey()));
        }

        private static Stream<ActivityImpl> activitiesOf(ScopeImpl scope) {
            return scope.getActivities().stream()
                    .flatMap(activity -> Stream.concat(Stream.of(activity), activitiesOf(activity)));
        }

        /** Gateways decide and leave nothing; the body around the instances of a loop is no node of the model. */
        private static boolean isStep(ActivityImpl activity) {
            var type = activity.getProperties().get(BpmnProperties.TYPE);
            return !(type != null && type.endsWith("Gateway"))
                    && !(activity.getActivityBehavior() instanceof MultiInstanceActivityBehavior);
        }

        private void listenAt(ActivityImpl activity, String process) {
            var node = new Node(process, activity.getId());
            numbers.getObject().declare(node);
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                    execution -> happened(execution, node, false));
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
                if (isTakenAway(execution)) {
                    happened(execution, node, true);
                }
            });
        }
    }
}
