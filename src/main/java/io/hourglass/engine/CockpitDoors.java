package io.hourglass.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the sign-on in front of Cockpit, and lets auditors read there and no more. */
@Configuration
@ConditionalOnWebApplication
class CockpitDoors {

    private static final int AFTER_THE_LOGIN = 101;
    private static final String COCKPIT = "cockpit";

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TransactionOperations transactions;

    CockpitDoors(IdentityService identity, AuthorizationService authorizations, TransactionOperations transactions) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.transactions = transactions;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> cockpitSignOn() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, CockpitSignOn.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(AFTER_THE_LOGIN);
        return filter;
    }

    @EventListener
    @Order(0)
    void letAuditorsRead(ApplicationReadyEvent ready) {
        if (mayRead()) {
            return;
        }
        try {
            transactions.executeWithoutResult(all -> grantReading());
        } catch (RuntimeException e) {
            if (!mayRead()) { // else another node was quicker
                throw e;
            }
        }
    }

    private boolean mayRead() {
        return identity.createGroupQuery().groupId(CockpitSignOn.READERS).count() > 0;
    }

    private void grantReading() {
        var group = identity.newGroup(CockpitSignOn.READERS);
        group.setName("Auditors");
        group.setType("SYSTEM");
        identity.saveGroup(group);
        grant(Resources.APPLICATION, COCKPIT, Permissions.ACCESS);
        grant(
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY);
        grant(Resources.PROCESS_INSTANCE, ANY, Permissions.READ);
        grant(Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        grant(Resources.DEPLOYMENT, ANY, Permissions.READ);
    }

    private void grant(Resource resource, String id, Permission... permissions) {
        var grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        grant.setGroupId(CockpitSignOn.READERS);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
