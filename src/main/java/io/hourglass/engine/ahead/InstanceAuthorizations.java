package io.hourglass.engine.ahead;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/** Deletes the rights on single processes that end, but checks once in a command whether there are any such rights. */
class InstanceAuthorizations extends AuthorizationManager {

    private @Nullable Boolean onSingleProcesses;

    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String id) {
        if (resource != Resources.PROCESS_INSTANCE || thereAreSome()) {
            super.deleteAuthorizationsByResourceId(resource, id);
        }
    }

    private boolean thereAreSome() {
        var known = onSingleProcesses;
        if (known == null) {
            known = Context.getProcessEngineConfiguration()
                    .getAuthorizationService()
                    .createAuthorizationQuery()
                    .resourceType(Resources.PROCESS_INSTANCE)
                    .list()
                    .stream()
                    .anyMatch(right -> !Authorization.ANY.equals(right.getResourceId()));
            onSingleProcesses = known;
        }
        return known;
    }
}
