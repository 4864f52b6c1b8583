package io.hourglass.engine.cockpit;

import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the check of the token, and then the sign-on, in front of Cockpit. */
@Configuration
@ConditionalOnWebApplication
class CockpitDoors {

    private static final int AFTER_THE_LOGIN = 101;

    @Bean
    FilterRegistrationBean<CockpitToken> cockpitToken() {
        var filter = new FilterRegistrationBean<>(new CockpitToken());
        filter.addUrlPatterns("/camunda/*");
        filter.setOrder(AFTER_THE_LOGIN);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> cockpitSignOn() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, CockpitSignOn.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(AFTER_THE_LOGIN + 1);
        return filter;
    }
}
