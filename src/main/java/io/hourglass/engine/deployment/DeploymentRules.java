package io.hourglass.engine.deployment;

import java.util.List;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Has the engine read models, and evaluate what stands in them, by the rules of this package. */
@Component
class DeploymentRules extends AbstractCamundaConfiguration {

    private final ListableBeanFactory beans;

    DeploymentRules(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setExpressionManager(new DelegateExpressions(new DelegateBeans(beans)));
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setEnableScriptEngineLoadExternalResources(false);
        configuration.setBpmnParseFactory(CodelessBpmn::new);
        configuration.setCustomPreDeployers(List.of(new BpmnAndDmnOnly()));
    }
}
