package io.hourglass.engine.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.hourglass.HourglassTest;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.transaction.support.TransactionOperations;

@HourglassTest
@DisplayName("What people may do in Cockpit")
class CockpitRightsTest {

    private static final ApplicationReadyEvent READY = mock();

    /** Five of each of the two groups. */
    private static final int ALL = 10;

    @Autowired
    private CockpitRights rights;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private TransactionOperations transactions;

    @BeforeEach
    void firstStart() {
        authorizations
                .createAuthorizationQuery()
                .list()
                .forEach(one -> authorizations.deleteAuthorization(one.getId()));
        identity.createGroupQuery().list().forEach(group -> identity.deleteGroup(group.getId()));
        identity.createUserQuery().list().forEach(user -> identity.deleteUser(user.getId()));
    }

    @AfterEach
    void asBefore() {
        rights.set(READY);
    }

    private long granted() {
        return authorizations.createAuthorizationQuery().count();
    }

    private void grant(int type, String to, Resource resource) {
        var one = authorizations.createNewAuthorization(type);
        if (type == AUTH_TYPE_GLOBAL) {
            one.setUserId("*");
        } else {
            one.setGroupId(to);
        }
        one.setResource(resource);
        one.setResourceId("*");
        one.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(one);
    }

    @Test
    @DisplayName("is granted once, with one start or with many")
    void once() {
        rights.set(READY);
        rights.set(READY);
        assertThat(granted()).isEqualTo(ALL);
    }

    @Test
    @DisplayName(
            "nobody is the engine's administrator, and what a version before this one or anybody granted is taken away")
    void upgraded() {
        for (var group : new String[] {Groups.CAMUNDA_ADMIN, "auditors", "friends"}) {
            identity.saveGroup(identity.newGroup(group));
            for (var resource : Resources.values()) {
                grant(AUTH_TYPE_GRANT, group, resource);
            }
        }
        grant(AUTH_TYPE_GLOBAL, "*", Resources.DEPLOYMENT);
        for (var person : new String[] {"operations", "olga"}) {
            identity.saveUser(identity.newUser(person));
            identity.createMembership(person, Groups.CAMUNDA_ADMIN);
        }
        rights.set(READY);
        assertThat(granted()).isEqualTo(ALL);
        assertThat(identity.createUserQuery()
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .list())
                .extracting(User::getId)
                .containsExactly(" nobody");
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(CockpitGroup.OPERATIONS.id(), CockpitGroup.AUDITORS.id())
                        .count())
                .isEqualTo(ALL);
    }

    @Test
    @DisplayName("a right that was changed by hand is as it should be after the next start")
    void changed() {
        rights.set(READY);
        var right = authorizations
                .createAuthorizationQuery()
                .groupIdIn(CockpitGroup.AUDITORS.id())
                .resourceType(Resources.PROCESS_DEFINITION)
                .singleResult();
        right.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(right);
        rights.set(READY);
        assertThat(granted()).isEqualTo(ALL);
        assertThat(authorizations.isUserAuthorized(
                        "ada", List.of(CockpitGroup.AUDITORS.id()), Permissions.DELETE, Resources.PROCESS_DEFINITION))
                .isFalse();
    }

    @Test
    @DisplayName("is granted once by two nodes that start for the first time together, and both start")
    void together() {
        IdentityService slow = mock(delegatesTo(identity));
        doAnswer(call -> {
                    rights.set(READY);
                    identity.saveGroup(call.getArgument(0));
                    return null;
                })
                .when(slow)
                .saveGroup(any());
        new CockpitRights(slow, authorizations, TransactionOperations.withoutTransaction()).set(READY);
        assertThat(granted()).isEqualTo(ALL);
    }

    @Test
    @DisplayName("is granted wholly or not at all: what breaks in between is tried again at the next start")
    void wholly() {
        AuthorizationService broken = mock(delegatesTo(authorizations));
        doAnswer(call -> {
                    throw new IllegalStateException("the database went away");
                })
                .when(broken)
                .saveAuthorization(any());
        assertThatThrownBy(() -> new CockpitRights(identity, broken, transactions).set(READY))
                .hasMessage("the database went away");
        assertThat(identity.createGroupQuery().count()).isZero();
        rights.set(READY);
        assertThat(granted()).isEqualTo(ALL);
    }
}
