package io.hourglass.engine.cockpit;

import static java.util.function.Predicate.not;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * A signed-in user is signed in to Cockpit too (single sign-on). Cockpit reads permissions from the engine's own tables, so
 * each name and its one group are mirrored there as it enters; nobody can sign in there by a password.
 */
public class CockpitSignOn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var user = request.getUserPrincipal();
        if (user == null || user.getName().equals(CockpitRights.NOBODY)) {
            return AuthenticationResult.unsuccessful();
        }
        var group = request.isUserInRole("OPERATIONS") ? CockpitGroup.OPERATIONS : CockpitGroup.AUDITORS;
        mirror(engine, user.getName(), group.id());
        var entered = AuthenticationResult.successful(user.getName());
        entered.setGroups(List.of(group.id()));
        return entered;
    }

    /** The login page is not Cockpit's to ask for. */
    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {}

    /** Cockpit sends several requests concurrently as it opens, so each of them may be the first. */
    private static void mirror(ProcessEngine engine, String name, String group) {
        var identity = engine.getIdentityService();
        var groups = groupsOf(identity, name);
        if (!groups.contains(group)) {
            try {
                inOneTransaction(engine, () -> enter(identity, name, group));
            } catch (ProcessEngineException e) {
                if (!groupsOf(identity, name).contains(group)) { // else another request was quicker
                    throw e;
                }
            }
        }
        groups.stream().filter(not(group::equals)).forEach(other -> identity.deleteMembership(name, other));
    }

    private static void enter(IdentityService identity, String name, String group) {
        if (identity.createUserQuery().userId(name).count() == 0) {
            var user = identity.newUser(name);
            user.setFirstName(name); // Cockpit shows both names
            user.setLastName("");
            user.setPassword(UUID.randomUUID().toString());
            identity.saveUser(user);
        }
        identity.createMembership(name, group);
    }

    private static void inOneTransaction(ProcessEngine engine, Runnable all) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    all.run();
                    return null;
                });
    }

    private static List<String> groupsOf(IdentityService identity, String name) {
        return identity.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .toList();
    }
}
