package io.hourglass.engine.cockpit;

import static java.util.stream.Collectors.toSet;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sets what may be done in Cockpit to what {@link CockpitGroup} says, at each start: what is missing is granted, and what
 * was granted otherwise, by an older version or manually, is revoked.
 */
@Component
class CockpitRights {

    /**
     * The engine's only administrator, as which nobody can sign in: no account can have a name that begins with a blank, and
     * {@link CockpitSignOn} refuses it. Without any administrator, the engine would have the next caller make one.
     */
    static final String NOBODY = " nobody";

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TransactionOperations transactions;

    CockpitRights(IdentityService identity, AuthorizationService authorizations, TransactionOperations transactions) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.transactions = transactions;
    }

    @EventListener
    @Order(0)
    void set(ApplicationReadyEvent ready) {
        if (areSet()) {
            return;
        }
        try {
            transactions.executeWithoutResult(all -> set());
        } catch (RuntimeException e) {
            if (!areSet()) { // else another node was quicker
                throw e;
            }
        }
    }

    private boolean areSet() {
        var administrators = administrators().stream().map(User::getId).toList();
        return administrators.equals(List.of(NOBODY))
                && groups().allMatch(group -> isGroup(group.id()))
                && granted().stream().map(Grant::of).collect(toSet()).equals(wanted());
    }

    private void set() {
        enterAdministrator();
        administrators().stream()
                .map(User::getId)
                .filter(name -> !name.equals(NOBODY))
                .forEach(name -> identity.deleteMembership(name, CAMUNDA_ADMIN));
        var missing = wanted();
        for (var one : granted()) {
            if (!missing.remove(Grant.of(one))) {
                authorizations.deleteAuthorization(one.getId());
            }
        }
        groups().forEach(group -> enterGroup(group.id(), group.title()));
        missing.forEach(this::save);
    }

    private void enterAdministrator() {
        enterGroup(CAMUNDA_ADMIN, "Nobody");
        if (administrators().stream().noneMatch(user -> user.getId().equals(NOBODY))) {
            if (identity.createUserQuery().userId(NOBODY).count() == 0) {
                var nobody = identity.newUser(NOBODY);
                nobody.setPassword(UUID.randomUUID().toString());
                identity.saveUser(nobody);
            }
            identity.createMembership(NOBODY, CAMUNDA_ADMIN);
        }
    }

    private void enterGroup(String id, String title) {
        if (!isGroup(id)) {
            var group = identity.newGroup(id);
            group.setName(title);
            group.setType("SYSTEM");
            identity.saveGroup(group);
        }
    }

    private boolean isGroup(String id) {
        return identity.createGroupQuery().groupId(id).count() > 0;
    }

    private List<User> administrators() {
        return identity.createUserQuery().memberOfGroup(CAMUNDA_ADMIN).list();
    }

    private List<Authorization> granted() {
        return authorizations.createAuthorizationQuery().list();
    }

    private static Stream<CockpitGroup> groups() {
        return Arrays.stream(CockpitGroup.values());
    }

    private static Set<Grant> wanted() {
        return groups().flatMap(group -> group.rights().stream().map(right -> Grant.of(group, right)))
                .collect(toSet());
    }

    private void save(Grant missing) {
        var grant = (AuthorizationEntity) authorizations.createNewAuthorization(missing.type());
        grant.setGroupId(missing.group());
        grant.setResourceType(missing.resource());
        grant.setResourceId(missing.on());
        grant.setPermissions(missing.permissions());
        authorizations.saveAuthorization(grant);
    }

    /** A row of the engine's, as it is there or should be. */
    private record Grant(
            int type, @Nullable String user, @Nullable String group, int resource, String on, int permissions) {

        private static Grant of(CockpitGroup group, CockpitGroup.Right right) {
            var permissions =
                    right.permissions().stream().mapToInt(Permission::getValue).reduce(0, (a, b) -> a | b);
            return new Grant(
                    AUTH_TYPE_GRANT, null, group.id(), right.resource().resourceType(), right.on(), permissions);
        }

        private static Grant of(Authorization there) {
            return new Grant(
                    there.getAuthorizationType(),
                    there.getUserId(),
                    there.getGroupId(),
                    there.getResourceType(),
                    there.getResourceId(),
                    ((AuthorizationEntity) there).getPermissions());
        }
    }
}
