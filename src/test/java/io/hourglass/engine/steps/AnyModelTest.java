package io.hourglass.engine.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.batch.processes.RecordedSteps;
import io.hourglass.batch.processes.RecordedSteps.Step;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The history of the engine, which is kept in tests alone, has the same steps. */
@HourglassTest
@DisplayName("The steps of a model that came later are recorded without a word about it")
class AnyModelTest {

    private static final String MODEL =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="later" isExecutable="true" camunda:historyTimeToLive="1">
                <startEvent id="Begun"/>
                <sequenceFlow id="a" sourceRef="Begun" targetRef="Fork"/>
                <parallelGateway id="Fork"/>
                <sequenceFlow id="b" sourceRef="Fork" targetRef="Parts"/>
                <sequenceFlow id="c" sourceRef="Fork" targetRef="Ask"/>
                <subProcess id="Parts">
                  <multiInstanceLoopCharacteristics isSequential="true">
                    <loopCardinality>3</loopCardinality>
                  </multiInstanceLoopCharacteristics>
                  <startEvent id="PartBegun"/>
                  <sequenceFlow id="d" sourceRef="PartBegun" targetRef="DoPart"/>
                  <userTask id="DoPart"/>
                  <sequenceFlow id="e" sourceRef="DoPart" targetRef="PartDone"/>
                  <endEvent id="PartDone"/>
                </subProcess>
                <receiveTask id="Ask"/>
                <sequenceFlow id="f" sourceRef="Parts" targetRef="AllDone"/>
                <sequenceFlow id="g" sourceRef="Ask" targetRef="GivenUp"/>
                <endEvent id="AllDone"/>
                <endEvent id="GivenUp"><terminateEventDefinition/></endEvent>
              </process>
            </definitions>""";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private RecordedSteps steps;

    @BeforeEach
    void deploy() {
        repository
                .createDeployment()
                .name("later")
                .addString("later.bpmn", MODEL)
                .deploy();
    }

    @AfterEach
    void remove() {
        repository.createDeploymentQuery().deploymentName("later").list().stream()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    private void doPart(ProcessInstance process) {
        tasks.complete(tasks.createTaskQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getId());
    }

    private List<String> historyOf(ProcessInstance process) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(process.getId()).list().stream()
                .filter(activity -> !activity.getActivityType().endsWith("Gateway"))
                .map(HistoricActivityInstance::getActivityId)
                .filter(id -> !id.endsWith("#multiInstanceBody"))
                .toList();
    }

    private List<String> recordOf(String key) {
        return steps.of(key, Set.of("later")).stream().map(Step::node).toList();
    }

    @Test
    @DisplayName("loops, branches and scopes included; what an event of the model ends is not said to be taken away")
    void anything() {
        var process = runtime.startProcessInstanceByKey("later", "key");
        doPart(process);
        doPart(process);
        assertThat(recordOf("key"))
                .containsExactlyInAnyOrderElementsOf(historyOf(process))
                .containsSubsequence("Begun", "Parts", "PartBegun", "DoPart", "PartDone", "Parts", "PartBegun");
        runtime.signal(runtime.createExecutionQuery()
                .processInstanceId(process.getId())
                .activityId("Ask")
                .singleResult()
                .getId());
        assertThat(recordOf("key"))
                .containsExactlyInAnyOrderElementsOf(historyOf(process))
                .endsWith("GivenUp");
        assertThat(steps.of("key", Set.of("later"))).noneMatch(Step::takenAway);
    }

    @Test
    @DisplayName("one without a business key by the engine's own id")
    void withoutKey() {
        var process = runtime.startProcessInstanceByKey("later");
        doPart(process);
        assertThat(recordOf(process.getId())).containsExactlyInAnyOrderElementsOf(historyOf(process));
    }

    @Test
    @DisplayName("and each token that somebody takes away")
    void takenAway() {
        var process = runtime.startProcessInstanceByKey("later", "key");
        runtime.deleteProcessInstance(process.getId(), "by mistake");
        assertThat(steps.of("key", Set.of("later")).stream().filter(Step::takenAway))
                .extracting(Step::node)
                .containsExactlyInAnyOrder("DoPart", "Parts", "Ask");
    }
}
