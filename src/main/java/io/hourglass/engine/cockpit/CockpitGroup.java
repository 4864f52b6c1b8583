package io.hourglass.engine.cockpit;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND_INSTANCE;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** The two groups that Cockpit knows, and all that each of them may do there. */
enum CockpitGroup {
    /** Retries, suspends and resumes; starts, deletes, moves, edits, deploys and grants nothing. */
    OPERATIONS("cockpit-operations", "Operations"),
    /** Reads. */
    AUDITORS("cockpit-auditors", "Auditors");

    private static final Set<Right> OF_BOTH = Set.of(
            new Right(Resources.APPLICATION, "cockpit", Set.of(Permissions.ACCESS)),
            Right.of(Resources.DECISION_DEFINITION, Permissions.READ),
            Right.of(Resources.DEPLOYMENT, Permissions.READ),
            Right.of(Resources.USER, Permissions.READ));

    private final String id;
    private final String title;

    CockpitGroup(String id, String title) {
        this.id = id;
        this.title = title;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    Set<Right> rights() {
        return Stream.concat(OF_BOTH.stream(), Stream.of(onProcesses())).collect(toUnmodifiableSet());
    }

    private Right onProcesses() {
        return switch (this) {
            case OPERATIONS ->
                Right.of(
                        Resources.PROCESS_DEFINITION,
                        READ,
                        READ_INSTANCE,
                        READ_HISTORY,
                        READ_TASK,
                        RETRY_JOB,
                        SUSPEND,
                        SUSPEND_INSTANCE);
            case AUDITORS -> Right.of(Resources.PROCESS_DEFINITION, READ, READ_INSTANCE, READ_HISTORY, READ_TASK);
        };
    }

    /** @param on the id of what it is on, or {@code *} */
    record Right(Resources resource, String on, Set<Permission> permissions) {

        private static Right of(Resources resource, Permission... permissions) {
            return new Right(resource, "*", Set.copyOf(Arrays.asList(permissions)));
        }
    }
}
