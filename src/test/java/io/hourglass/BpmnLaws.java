package io.hourglass;

import static java.util.function.Predicate.not;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DrgElement;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.util.StringUtils;

/** The house's laws for a model in {@code bpmn/}. Each answers with the ids of what breaks it. */
final class BpmnLaws {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final int MAX_NODES = 20;

    /** Letters only: what modelling tools generate has digits, dashes or underscores. */
    private static final Pattern SPEAKING = Pattern.compile("[A-Za-z]+");

    private static final Pattern BEAN = Pattern.compile("#\\{([a-z][A-Za-z]*)}");

    /** No number and no quoted text, so no duration in disguise either. */
    private static final Pattern VARIABLE = Pattern.compile("#\\{[^0-9'\"{}]+}");

    private static final Set<String> DELEGATING = Set.of("serviceTask", "sendTask");
    private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");
    private static final Set<String> TIMES = Set.of("timeDate", "timeDuration", "timeCycle", "failedJobRetryTimeCycle");

    private BpmnLaws() {}

    static List<String> unnamedNodes(BpmnModelInstance model) {
        return breaking(
                model,
                FlowNode.class,
                node -> !StringUtils.hasText(node.getName()) && !isJoin(node) && !(node instanceof EventBasedGateway));
    }

    static List<String> unspeakingIds(BpmnModelInstance model) {
        return Stream.of(FlowElement.class, RootElement.class)
                .flatMap(type -> all(model, type))
                .filter(element -> !(element instanceof EventDefinition))
                .map(BpmnLaws::id)
                .filter(not(BpmnLaws::speaks))
                .toList();
    }

    static List<String> unspeakingIds(DmnModelInstance model) {
        return all(model, DrgElement.class)
                .map(BpmnLaws::id)
                .filter(not(BpmnLaws::speaks))
                .toList();
    }

    /** Work goes through a delegate bean; no class, expression, external worker or script stands in the model. */
    static List<String> logicInTheModel(BpmnModelInstance model) {
        return elements(model)
                .filter(BpmnLaws::bringsLogic)
                .map(BpmnLaws::owner)
                .toList();
    }

    static List<String> unknownBeans(BpmnModelInstance model, Collection<String> beans) {
        return elements(model)
                .flatMap(element -> Stream.ofNullable(delegateOf(element)))
                .map(delegate -> BEAN.matcher(delegate).replaceAll("$1"))
                .distinct()
                .filter(not(beans::contains))
                .toList();
    }

    static List<String> literalTimes(BpmnModelInstance model) {
        return elements(model)
                .filter(element -> times(element)
                        .anyMatch(not(time -> VARIABLE.matcher(time).matches())))
                .map(BpmnLaws::owner)
                .toList();
    }

    static List<String> withoutHistoryTimeToLive(BpmnModelInstance model) {
        return breaking(
                model, Process.class, process -> !StringUtils.hasText(process.getCamundaHistoryTimeToLiveString()));
    }

    static List<String> withoutHistoryTimeToLive(DmnModelInstance model) {
        return breaking(
                model, Decision.class, decision -> !StringUtils.hasText(decision.getCamundaHistoryTimeToLiveString()));
    }

    static List<String> undrawn(BpmnModelInstance model) {
        var nodes = breaking(model, FlowNode.class, node -> !(node.getDiagramElement() instanceof BpmnShape));
        var flows = breaking(model, SequenceFlow.class, flow -> flow.getDiagramElement() == null);
        return Stream.concat(nodes.stream(), flows.stream()).toList();
    }

    static List<String> nodesTooMany(BpmnModelInstance model) {
        return all(model, FlowNode.class).skip(MAX_NODES).map(BpmnLaws::id).toList();
    }

    static List<String> unclearChoices(BpmnModelInstance model) {
        return breaking(model, ExclusiveGateway.class, gateway -> outOf(gateway).size() > 1 && isUnclear(gateway));
    }

    /** Camunda 7 loses a message that comes between two event-based gateways. */
    static List<String> chainedWaits(BpmnModelInstance model) {
        return breaking(model, EventBasedGateway.class, gateway -> downstream(gateway).stream()
                .anyMatch(EventBasedGateway.class::isInstance));
    }

    /** End events of the process, save the given ones and those within a subprocess, that do not hand on the outcome. */
    static List<String> silentEnds(BpmnModelInstance model, String processId, Set<String> exempt) {
        return all(model, EndEvent.class)
                .filter(end -> processId.equals(id(end.getParentElement())) && !exempt.contains(end.getId()))
                .filter(end -> subtree(end.getDomElement()).noneMatch(BpmnLaws::handsOutcome))
                .map(BpmnLaws::id)
                .toList();
    }

    private static boolean isJoin(FlowNode node) {
        var incoming = all(node.getModelInstance(), SequenceFlow.class).filter(flow -> node.equals(flow.getTarget()));
        return node instanceof Gateway && outOf(node).size() == 1 && incoming.count() > 1;
    }

    private static boolean speaks(String id) {
        return SPEAKING.matcher(id).matches();
    }

    private static boolean bringsLogic(DomElement element) {
        var delegate = delegateOf(element);
        var name = element.getLocalName();
        return SCRIPTS.contains(name)
                || element.hasAttribute("language")
                || element.getAttribute(CAMUNDA, "class") != null
                || element.getAttribute(CAMUNDA, "expression") != null
                || "external".equals(element.getAttribute(CAMUNDA, "type"))
                || (delegate == null
                        ? DELEGATING.contains(name)
                        : !BEAN.matcher(delegate).matches());
    }

    private static boolean handsOutcome(DomElement element) {
        return "executionListener".equals(element.getLocalName())
                && "start".equals(element.getAttribute(CAMUNDA, "event"))
                && "#{handOutcome}".equals(delegateOf(element));
    }

    private static boolean isUnclear(ExclusiveGateway gateway) {
        var byDefault = gateway.getDefault();
        return byDefault == null
                || outOf(gateway).stream()
                        .anyMatch(flow -> !StringUtils.hasText(flow.getName())
                                || flow.equals(byDefault) != (flow.getConditionExpression() == null));
    }

    private static Set<FlowNode> downstream(FlowNode start) {
        var found = new HashSet<FlowNode>();
        Stream<FlowNode> front = next(start);
        for (var reached = front.toList(); !reached.isEmpty(); ) {
            reached =
                    reached.stream().filter(found::add).flatMap(BpmnLaws::next).toList();
        }
        return found;
    }

    private static Stream<FlowNode> next(FlowNode node) {
        return outOf(node).stream().map(SequenceFlow::getTarget);
    }

    /** By the flows' own ends, as the engine reads them: the {@code outgoing} elements of a node are optional. */
    private static List<SequenceFlow> outOf(FlowNode node) {
        return all(node.getModelInstance(), SequenceFlow.class)
                .filter(flow -> node.equals(flow.getSource()))
                .toList();
    }

    private static Stream<String> times(DomElement element) {
        var text = TIMES.contains(element.getLocalName())
                ? Stream.of(element.getTextContent().strip())
                : Stream.<String>empty();
        var attributes = Stream.of("dueDate", "followUpDate")
                .flatMap(name -> Stream.ofNullable(element.getAttribute(CAMUNDA, name)));
        return Stream.concat(text, attributes);
    }

    private static String delegateOf(DomElement element) {
        return element.getAttribute(CAMUNDA, "delegateExpression");
    }

    private static <T extends ModelElementInstance> List<String> breaking(
            ModelInstance model, Class<T> type, Predicate<T> broken) {
        return all(model, type).filter(broken).map(BpmnLaws::id).toList();
    }

    private static <T extends ModelElementInstance> Stream<T> all(ModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    private static Stream<DomElement> elements(ModelInstance model) {
        return subtree(model.getDocument().getRootElement());
    }

    private static Stream<DomElement> subtree(DomElement element) {
        return Stream.concat(
                Stream.of(element), element.getChildElements().stream().flatMap(BpmnLaws::subtree));
    }

    private static String id(ModelElementInstance element) {
        return element.getAttributeValue("id");
    }

    /** The id of the element, or of the nearest one around it that has one. */
    private static String owner(DomElement element) {
        var id = element.getAttribute("id");
        return id == null ? owner(element.getParentElement()) : id;
    }
}
