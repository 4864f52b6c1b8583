package io.hourglass.released;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the models let a process wait, and where processes do. Each is a model's key and a step. */
@TestComponent
class OpenWaits {

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    OpenWaits(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** By the latest version of each model. */
    Set<String> possible() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(this::possible)
                .collect(toCollection(TreeSet::new));
    }

    private Stream<String> possible(ProcessDefinition definition) {
        var model = repository.getBpmnModelInstance(definition.getId());
        var waits = Stream.of(ReceiveTask.class, UserTask.class, CallActivity.class, IntermediateCatchEvent.class)
                .flatMap(type -> model.getModelElementsByType(type).stream());
        var jobs = model.getModelElementsByType(Activity.class).stream().filter(Activity::isCamundaAsyncBefore);
        return Stream.<FlowNode>concat(waits, jobs).map(node -> definition.getKey() + " " + node.getId());
    }

    /** One for each of the tokens. */
    List<String> taken() {
        return jdbc.sql(
                        """
                        select d.KEY_, e.ACT_ID_ from ACT_RU_EXECUTION e join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
                        where e.ACT_ID_ is not null""")
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list();
    }
}
