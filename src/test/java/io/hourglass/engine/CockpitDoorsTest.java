package io.hourglass.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.hourglass.HourglassTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.transaction.support.TransactionOperations;

@HourglassTest
@DisplayName("What auditors may in Cockpit")
class CockpitDoorsTest {

    private static final ApplicationReadyEvent READY = mock();

    /** Five of ours, and the engine's own, by which a group sees itself. */
    private static final int ALL = 6;

    @Autowired
    private CockpitDoors doors;

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
                .groupIdIn("auditors")
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        identity.deleteGroup("auditors");
    }

    @AfterEach
    void asBefore() {
        doors.letAuditorsRead(READY);
    }

    private long grants() {
        return authorizations.createAuthorizationQuery().groupIdIn("auditors").count();
    }

    @Test
    @DisplayName("is granted once, be there one start or many")
    void once() {
        doors.letAuditorsRead(READY);
        doors.letAuditorsRead(READY);
        assertThat(grants()).isEqualTo(ALL);
    }

    @Test
    @DisplayName("is granted once by two nodes that start for the first time together, and both start")
    void together() {
        IdentityService slow = mock(delegatesTo(identity));
        doAnswer(call -> {
                    doors.letAuditorsRead(READY);
                    identity.saveGroup(call.getArgument(0));
                    return null;
                })
                .when(slow)
                .saveGroup(any());
        new CockpitDoors(slow, authorizations, TransactionOperations.withoutTransaction()).letAuditorsRead(READY);
        assertThat(grants()).isEqualTo(ALL);
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
        assertThatThrownBy(() -> new CockpitDoors(identity, broken, transactions).letAuditorsRead(READY))
                .hasMessage("the database went away");
        assertThat(identity.createGroupQuery().groupId("auditors").count()).isZero();
        doors.letAuditorsRead(READY);
        assertThat(grants()).isEqualTo(ALL);
    }
}
