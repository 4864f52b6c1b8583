package io.hourglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A model is refused for")
class BpmnLawsTest {

    private static final String YES = "<sequenceFlow id='Yes' name='yes' sourceRef='G' targetRef='A'";
    private static final String NO = "<sequenceFlow id='No' name='no' sourceRef='G' targetRef='A'";
    private static final String IF = "<conditionExpression>#{a}</conditionExpression></sequenceFlow>";

    @Test
    @DisplayName("a node without a name, but not for a join without one")
    void unnamed() {
        var model = process(
                """
                <task id="Nameless"/><startEvent id="Blank" name=" "/><eventBasedGateway id="Wait"/>
                <exclusiveGateway id="Join"/><exclusiveGateway id="Fork"/>
                <sequenceFlow id="AJ" sourceRef="Nameless" targetRef="Join"/>
                <sequenceFlow id="BJ" sourceRef="Blank" targetRef="Join"/>
                <sequenceFlow id="JF" sourceRef="Join" targetRef="Fork"/>""");
        assertThat(BpmnLaws.unnamedNodes(model)).containsExactlyInAnyOrder("Nameless", "Blank", "Fork");
    }

    @ParameterizedTest
    @DisplayName("an id that a tool made up")
    @ValueSource(strings = {"Activity_0abc123", "Event_1x2y3z4", "Gateway_", "sid-1F-2B", "StartEvent_1"})
    void generated(String id) {
        assertThat(BpmnLaws.unspeakingIds(process("<task id='%s' name='Ask'/>".formatted(id))))
                .containsExactly(id);
        assertThat(BpmnLaws.unspeakingIds(definitions("<message id='%s' name='Asked'/>".formatted(id))))
                .containsExactly(id);
        assertThat(BpmnLaws.unspeakingIds(table(id))).containsExactly(id);
    }

    @Test
    @DisplayName("a flow's id that a tool made up")
    void generatedFlow() {
        var flow = "<task id='A'/><sequenceFlow id='Flow_0k2j9d1' sourceRef='A' targetRef='A'/>";
        assertThat(BpmnLaws.unspeakingIds(process(flow))).containsExactly("Flow_0k2j9d1");
    }

    @ParameterizedTest
    @DisplayName("work that no bean does")
    @ValueSource(
            strings = {
                "<serviceTask id='Work'/>",
                "<serviceTask id='Work' camunda:class='a.B'/>",
                "<serviceTask id='Work' camunda:expression='#{a.b()}'/>",
                "<serviceTask id='Work' camunda:type='external' camunda:topic='t'/>",
                "<serviceTask id='Work' camunda:delegateExpression='${a}'/>",
                "<sendTask id='Work' camunda:delegateExpression='#{a.b}'/>",
                "<scriptTask id='Work' scriptFormat='groovy'/>",
                "<task id='Work'><extensionElements>"
                        + "<camunda:executionListener event='end' class='a.B'/></extensionElements></task>",
                "<userTask id='Work'><extensionElements><camunda:taskListener event='create'>"
                        + "<camunda:script scriptFormat='js'>1</camunda:script>"
                        + "</camunda:taskListener></extensionElements></userTask>",
            })
    void logic(String body) {
        assertThat(BpmnLaws.logicInTheModel(process(body))).containsExactly("Work");
    }

    @Test
    @DisplayName("a bean that nobody wrote")
    void unknownBean() {
        var model = process("<serviceTask id='A' camunda:delegateExpression='#{written}'/>"
                + "<serviceTask id='B' camunda:delegateExpression='#{unwritten}'/>");
        assertThat(BpmnLaws.unknownBeans(model, Set.of("written"))).containsExactly("unwritten");
    }

    @ParameterizedTest
    @DisplayName("a literal time")
    @ValueSource(
            strings = {
                "<timeDuration>PT72H</timeDuration>",
                "<timeDuration>P3D</timeDuration>",
                "<timeCycle>R3/PT10M</timeCycle>",
                "<timeCycle>0 0 6 * * ?</timeCycle>",
                "<timeDate>2030-01-01T00:00:00Z</timeDate>",
                "<timeDate>#{received.plusHours(72)}</timeDate>",
                "<timeDuration>#{duration('PT72H')}</timeDuration>",
            })
    void literalTime(String time) {
        var timer = "<intermediateCatchEvent id='Wait'><timerEventDefinition>%s</timerEventDefinition>"
                + "</intermediateCatchEvent>";
        assertThat(BpmnLaws.literalTimes(process(timer.formatted(time)))).containsExactly("Wait");
    }

    @Test
    @DisplayName("a history that is kept for ever")
    void noTimeToLive() {
        assertThat(BpmnLaws.withoutHistoryTimeToLive(process(""))).containsExactly("bad");
        assertThat(BpmnLaws.withoutHistoryTimeToLive(table("bad"))).containsExactly("bad");
    }

    @Test
    @DisplayName("what is not drawn")
    void undrawn() {
        var model = process("<task id='A'/><sequenceFlow id='AA' sourceRef='A' targetRef='A'/>");
        assertThat(BpmnLaws.undrawn(model)).containsExactly("A", "AA");
    }

    @Test
    @DisplayName("its twenty-first node")
    void tooMany() {
        var tasks = IntStream.rangeClosed(1, 21).mapToObj("<task id='T%d'/>"::formatted);
        assertThat(BpmnLaws.nodesTooMany(process(tasks.collect(Collectors.joining()))))
                .containsExactly("T21");
    }

    @ParameterizedTest
    @DisplayName("a choice that is not clear")
    @ValueSource(
            strings = {
                "<exclusiveGateway id='G'/>" + YES + ">" + IF + NO + "/>",
                "<exclusiveGateway id='G' default='No'/>" + YES + "/>" + NO + "/>",
                "<exclusiveGateway id='G' default='No'/>" + YES + ">" + IF + NO + ">" + IF,
                "<exclusiveGateway id='G' default='No'/>" + YES + ">" + IF
                        + "<sequenceFlow id='No' sourceRef='G' targetRef='A'/>",
            })
    void unclear(String choice) {
        assertThat(BpmnLaws.unclearChoices(process("<task id='A'/>" + choice))).containsExactly("G");
    }

    @Test
    @DisplayName("a wait behind an event-based gateway that is event-based too, also in a loop")
    void chainedWaits() {
        var chain = "<eventBasedGateway id='One'/><intermediateCatchEvent id='Asked'/><task id='Note'/>"
                + "<eventBasedGateway id='Two'/><sequenceFlow id='A' sourceRef='One' targetRef='Asked'/>"
                + "<sequenceFlow id='B' sourceRef='Asked' targetRef='Note'/>"
                + "<sequenceFlow id='C' sourceRef='Note' targetRef='Two'/>";
        var loop = "<sequenceFlow id='D' sourceRef='Two' targetRef='Asked'/>";
        assertThat(BpmnLaws.chainedWaits(process(chain))).containsExactly("One");
        assertThat(BpmnLaws.chainedWaits(process(chain + loop))).containsExactly("One", "Two");
    }

    @Test
    @DisplayName("an end that keeps its outcome to itself")
    void silentEnd() {
        var listener = "<extensionElements><camunda:executionListener event='%s'"
                + " delegateExpression='#{%s}'/></extensionElements>";
        var model = process("<endEvent id='Silent'/><endEvent id='Exempt'/>"
                + "<endEvent id='Late'>" + listener.formatted("end", "handOutcome") + "</endEvent>"
                + "<endEvent id='Stray'>" + listener.formatted("start", "other") + "</endEvent>"
                + "<endEvent id='Handing'>" + listener.formatted("start", "handOutcome") + "</endEvent>"
                + "<subProcess id='Part'><endEvent id='Inner'/></subProcess>");
        assertThat(BpmnLaws.silentEnds(model, "bad", Set.of("Exempt"))).containsExactly("Silent", "Late", "Stray");
    }

    private static BpmnModelInstance process(String body) {
        return definitions("<process id='bad'>" + body + "</process>");
    }

    private static BpmnModelInstance definitions(String body) {
        return Bpmn.readModelFromStream(stream("<definitions targetNamespace='bad'"
                + " xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'>" + body + "</definitions>"));
    }

    private static DmnModelInstance table(String decisionId) {
        return Dmn.readModelFromStream(stream("<definitions id='Bad' name='Bad' namespace='bad'"
                + " xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'>"
                + "<decision id='" + decisionId + "' name='Bad'/></definitions>"));
    }

    private static InputStream stream(String model) {
        return new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8));
    }
}
