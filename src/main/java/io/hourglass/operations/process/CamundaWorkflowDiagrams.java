package io.hourglass.operations.process;

import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.inquiry.path.StepNames;
import io.hourglass.kernel.NotFound;
import io.hourglass.operations.map.WorkflowDiagrams;
import io.hourglass.operations.work.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class CamundaWorkflowDiagrams implements WorkflowDiagrams {

    private final RepositoryService repository;

    CamundaWorkflowDiagrams(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public String bpmn(Workflow model, @Nullable Integer version, Locale locale) {
        try (var xml = repository.getProcessModel(idOf(model, version))) {
            return locale.equals(Locale.ENGLISH)
                    ? new String(xml.readAllBytes(), StandardCharsets.UTF_8)
                    : Bpmn.convertToString(named(model, Bpmn.readModelFromStream(xml), locale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BpmnModelInstance named(Workflow model, BpmnModelInstance bpmn, Locale locale) {
        for (var step : bpmn.getModelElementsByType(FlowElement.class)) {
            if (step.getName() != null) {
                var node = new ProcessNode(model.key(), step.getId());
                step.setName(StepNames.of(node, step.getName(), locale));
            }
        }
        return bpmn;
    }

    @Override
    public String latestId(Workflow model) {
        return idOf(model, null);
    }

    @Override
    public boolean hasStep(Workflow model, String step) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(model.key()).list().stream()
                .map(version -> repository.getBpmnModelInstance(version.getId()))
                .anyMatch(version -> version.getModelElementById(step) instanceof FlowNode);
    }

    private String idOf(Workflow model, @Nullable Integer version) {
        return find(model, version)
                .map(ProcessDefinition::getId)
                .orElseThrow(() -> new NotFound(
                        "version",
                        "version of the process model " + model.shortName(),
                        String.valueOf(version),
                        model.shortName()));
    }

    private Optional<ProcessDefinition> find(Workflow model, @Nullable Integer version) {
        var query = repository.createProcessDefinitionQuery().processDefinitionKey(model.key());
        var wanted = version == null ? query.latestVersion() : query.processDefinitionVersion(version);
        return Optional.ofNullable(wanted.singleResult());
    }
}
