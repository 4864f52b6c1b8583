package io.hourglass.engine.deployment;

import java.util.stream.Stream;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Processes and decisions are deployed; cases, forms and scripts are not: nothing here uses them, and they bring code. */
class BpmnAndDmnOnly implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        deployment.getResources().keySet().stream()
                .filter(name -> kinds().noneMatch(name::endsWith))
                .findFirst()
                .ifPresent(name -> {
                    throw new NotValidException(
                            name + " is neither a process (.bpmn) nor a decision (.dmn), and nothing else is deployed");
                });
    }

    private static Stream<String> kinds() {
        return Stream.concat(
                Stream.of(BpmnDeployer.BPMN_RESOURCE_SUFFIXES),
                Stream.of(DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES));
    }
}
