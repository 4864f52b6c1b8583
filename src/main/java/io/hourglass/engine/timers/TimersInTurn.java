package io.hourglass.engine.timers;

import static org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil.parseCamundaExtensionProperties;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/**
 * Of the timers of one wait that the model marks with the property {@code inTurn} only the next is pending; when it
 * fires, the one after it is armed. {@code always} means that a timer fires however late its turn comes, and
 * {@code unless-due} that it is left out if it is due by then: one that only marks the passing of time (ADR 12).
 */
@Component
class TimersInTurn extends AbstractCamundaConfiguration {

    private static final String PROPERTY = "inTurn";

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new AtMarkedTimers());
    }

    private static final class AtMarkedTimers extends AbstractBpmnParseListener {

        @Override
        public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl event) {
            var wait = event.getEventScope();
            var timers = TimerDeclarationImpl.getDeclarationsForScope(wait);
            var timer = timers.get(event.getId());
            var turn = propertiesOf(element).get(PROPERTY);
            if (turn != null && timer != null) {
                var inTurn = new TimerInTurn(timer, wait, isAlways(turn));
                timers.put(event.getId(), inTurn);
                if (event.getActivityStartBehavior() != ActivityStartBehavior.CANCEL_EVENT_SCOPE) {
                    event.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) inTurn::fired);
                }
            }
        }

        private static Map<String, String> propertiesOf(Element element) {
            return Optional.ofNullable(parseCamundaExtensionProperties(element)).orElse(Map.of());
        }

        private static boolean isAlways(String turn) {
            return switch (turn) {
                case "always" -> true;
                case "unless-due" -> false;
                default -> throw new IllegalArgumentException(PROPERTY + " is always or unless-due, and not " + turn);
            };
        }
    }
}
