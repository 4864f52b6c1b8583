package io.hourglass.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.HourglassTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("A model that somebody deploys through the engine's API")
class ForeignModelTest {

    private static final String BAIT = "io.hourglass.engine.deployment.Bait";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private DecisionService decisions;

    @BeforeEach
    void nothingCaught() {
        Caught.LOADED.set(false);
        System.clearProperty("hourglass.caught");
    }

    @AfterEach
    void nothingRan() {
        repository.createDeploymentQuery().deploymentName("foreign").list().stream()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        assertThat(Caught.LOADED).as("its class was loaded").isFalse();
        assertThat(System.getProperty("hourglass.caught"))
                .as("its expression or script ran")
                .isNull();
    }

    private DeploymentBuilder deployment() {
        return repository.createDeployment().name("foreign");
    }

    private static String process(String body) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <process id="foreign" isExecutable="true" camunda:historyTimeToLive="1">
                    <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                    %s
                  </process>
                </definitions>"""
                .formatted(body);
    }

    private void run(String body) {
        deployment().addString("foreign.bpmn", process(body)).deploy();
        runtime.startProcessInstanceByKey("foreign", "key", Map.of("text", "x", "list", List.of("y")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "#{''['class']}",
                "${''['getClass']()}",
                "${''.getClass().forName('" + BAIT + "')}",
                "${text.getClass().forName('java.lang.System').getMethods()}",
                "${text.length()}",
                "${list.add('z')}",
                "${list[0]}",
                "${jdbcTemplate}",
                "${jdbcClient.sql('drop table hourglass.fact').update()}",
                "${dataSource.connection}",
                "${systemProperties.put('hourglass.caught', 'x')}",
                "${systemProperties['user.dir']}",
                "${environment}",
                "${processEngine.repositoryService}",
                "${execution.processEngineServices.managementService}",
                "${execution.getProcessEngine()}",
                "${execution.setVariable('a', 'b')}",
                "${execution.class}",
                "${screenInquiry.execute(execution)}",
                "${dueInstants.class}",
                "${dueInstants.getClass()}",
                "${dueInstants.progress}",
                "${dueInstants.notify()}",
                "${clock.release()}",
                "${accounts.remove('ada')}"
            })
    @DisplayName("and whose expression names anything but a delegate fails before anything runs, wherever it stands")
    void expressions(String expression) {
        for (var place : List.of(
                "<serviceTask id='t' camunda:delegateExpression=\"%s\"/>",
                "<userTask id='t' camunda:dueDate=\"%s\"/>",
                "<userTask id='t' camunda:candidateGroups=\"%s\"/>",
                "<manualTask id='t'/><endEvent id='e'/><sequenceFlow id='g' sourceRef='t' targetRef='e'>"
                        + "<conditionExpression xsi:type='tFormalExpression'>%s</conditionExpression></sequenceFlow>",
                "<intermediateCatchEvent id='t'><timerEventDefinition><timeDate>%s</timeDate></timerEventDefinition>"
                        + "</intermediateCatchEvent>",
                "<callActivity id='t' calledElement=\"%s\"/>",
                "<userTask id='t'><extensionElements><camunda:taskListener event='create' delegateExpression=\"%s\"/>"
                        + "</extensionElements></userTask>",
                "<callActivity id='t' calledElement='inquiry'><extensionElements>"
                        + "<camunda:in sourceExpression=\"%s\" target='a'/></extensionElements></callActivity>")) {
            assertThatThrownBy(() -> run(place.formatted(expression)))
                    .as(place)
                    .isInstanceOf(ProcessEngineException.class)
                    .hasMessageContaining(" used in expression: " + expression);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<serviceTask id='t' camunda:class='" + BAIT + "'/>",
                "<serviceTask id='t' activiti:class='" + BAIT + "'/>",
                "<serviceTask id='t' camunda:expression=\"${''.getClass()}\"/>",
                "<serviceTask id='t' camunda:type='shell'/>",
                "<serviceTask id='t' camunda:type='external' camunda:topic='x'/>",
                "<serviceTask id='t'><extensionElements><camunda:connector/></extensionElements></serviceTask>",
                "<scriptTask id='t' scriptFormat='juel'><script>${x}</script></scriptTask>",
                "<scriptTask id='t' scriptFormat='javascript' camunda:resource='x.js'/>",
                "<userTask id='t' camunda:formHandlerClass='" + BAIT + "'/>",
                "<userTask id='t'><extensionElements><camunda:taskListener event='create' class='" + BAIT
                        + "'/></extensionElements></userTask>",
                "<userTask id='t'><extensionElements><activiti:taskListener event='create' class='" + BAIT
                        + "'/></extensionElements></userTask>",
                "<userTask id='t'><extensionElements><camunda:executionListener event='start' class='" + BAIT
                        + "'/></extensionElements></userTask>",
                "<userTask id='t'><extensionElements><camunda:executionListener event='start'>"
                        + "<camunda:script scriptFormat='feel'>1</camunda:script></camunda:executionListener>"
                        + "</extensionElements></userTask>",
                "<userTask id='t'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>"
                        + "<camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter>"
                        + "</camunda:inputOutput></extensionElements></userTask>",
                "<callActivity id='t' calledElement='x' camunda:variableMappingClass='" + BAIT + "'/>",
                "<sendTask id='t' camunda:class='" + BAIT + "'/>",
                "<endEvent id='t'><messageEventDefinition camunda:class='" + BAIT + "'/></endEvent>",
                "<manualTask id='t'/><endEvent id='e'/><sequenceFlow id='g' sourceRef='t' targetRef='e'>"
                        + "<conditionExpression xsi:type='tFormalExpression' language='juel'>x</conditionExpression>"
                        + "</sequenceFlow>"
            })
    @DisplayName("and that brings a class, a script, a connector or a form is not deployed")
    void code(String body) {
        var brought = deployment().addString("foreign.bpmn", process(body));
        assertThatThrownBy(brought::deploy)
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("is not allowed in a model");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"foreign.cmmn", "foreign.cmmn11.xml", "run.groovy", "page.form", "foreign.xml", "none"})
    @DisplayName("and that is neither a process nor a decision is not deployed")
    void kinds(String name) {
        var brought = deployment().addString(name, "<x/>");
        assertThatThrownBy(brought::deploy).hasMessageContaining("neither a process");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "juel:${''.getClass()}",
                "juel:${jdbcTemplate}",
                "juel:${systemProperties.put('hourglass.caught', 'x')}",
                "javascript:java.lang.System.setProperty('hourglass.caught', 'x')",
                "groovy:System.setProperty('hourglass.caught', 'x')",
                "python:1",
                "unheard-of:1"
            })
    @DisplayName("and whose decision asks more than variables fails, in whatever language")
    void decision(String expression) {
        var written = expression.split(":", 2);
        assertThatThrownBy(() -> decide(written[0], written[1])).isInstanceOf(RuntimeException.class);
    }

    @Test
    @DisplayName("and whose decision asks in FEEL sees no class behind a value")
    void feel() {
        for (var asked : List.of("text.getClass()", "text.class", "jdbcTemplate", "systemProperties")) {
            Object found;
            try {
                found = decide("feel", asked);
            } catch (RuntimeException e) {
                continue;
            }
            assertThat(found).as(asked).isNull();
        }
        assertThat(decide("feel", "text")).isEqualTo("x");
    }

    private Object decide(String language, String expression) {
        var table =
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="foreign" name="foreign" camunda:historyTimeToLive="1">
                    <variable id="v" name="v"/>
                    <literalExpression id="l" expressionLanguage="%s"><text>%s</text></literalExpression>
                  </decision>
                </definitions>"""
                        .formatted(language, expression);
        deployment().addString("foreign.dmn", table).deploy();
        return decisions
                .evaluateDecisionByKey("foreign")
                .variables(Map.of("text", "x"))
                .evaluate()
                .getSingleResult()
                .getSingleEntry();
    }

    @Test
    @DisplayName("still knows its variables, its business key and the delegates")
    void known() {
        run("<userTask id='t' camunda:candidateGroups='${text}'/>");
        var started = runtime.createProcessInstanceQuery()
                .processDefinitionKey("foreign")
                .singleResult();
        assertThat(Objects.requireNonNull(started).getBusinessKey()).isEqualTo("key");
    }
}
