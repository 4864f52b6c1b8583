package io.hourglass.engine.cockpit;

import java.lang.reflect.Proxy;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** Keeps the engine from granting rights automatically, as it would to users on themselves and to candidates on their tasks. */
@Component
class NoFurtherRights extends AbstractCamundaConfiguration {

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setResourceAuthorizationProvider((ResourceAuthorizationProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ResourceAuthorizationProvider.class},
                (provider, method, arguments) -> null));
    }
}
