package io.hourglass.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.SampleAccess;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@HourglassTest
@DisplayName("Whose a database is")
class SampleDatabaseTest {

    @Autowired
    private SampleDatabase closed;

    @Autowired
    private EmptyDatabase database;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Actions actions;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private SampleDatabase demo;

    @BeforeEach
    void asked() {
        var access = mock(SampleAccess.class);
        when(access.isSample()).thenReturn(true);
        demo = new SampleDatabase(access, database, clock, jdbc);
    }

    @Test
    @DisplayName("an empty one: nobody's yet, also after a start without the sample")
    void empty() {
        closed.start();
        assertThat(closed.unfinished()).isEmpty();
        demo.start();
        assertThat(demo.unfinished()).contains(CleanSlate.START);
    }

    @Test
    @DisplayName("the sample's from its first start on, loaded or not: no program without the sample starts on it")
    void sample() {
        demo.start();
        marketplace.pass(Duration.ofSeconds(1));
        demo.start();
        assertThat(demo.unfinished()).contains(CleanSlate.START);
        assertThatThrownBy(closed::start).isInstanceOf(InvalidInput.class).hasMessageContaining("--demo");
        demo.finish();
        marketplace.inquiry("q1");
        demo.start();
        assertThat(demo.unfinished()).isEmpty();
        assertThatThrownBy(closed::start).isInstanceOf(InvalidInput.class).hasMessageContaining("--demo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into hourglass.supplier (id, first_seen_at) values ('s', timestamp with time zone '2026-01-01 00:00:00Z')",
                "insert into hourglass.account (name, role, password_hash, person) values ('a', 'AUDITOR', 'x', 'a')",
                "insert into hourglass.api_key (id, name, scopes, secret_hash, made_at, made_by, person)"
                        + " values ('k', 'k', 'READ', 'x', timestamp with time zone '2026-01-01 00:00:00Z', 'a', 'a')"
            })
    @DisplayName("another's as soon as anything is in it: the sample and its names never come into it")
    void anothers(String something) {
        jdbc.sql(something).update();
        assertRefused();
    }

    @Test
    @DisplayName("another's with its first inquiry")
    void inquiry() {
        marketplace.inquiry("q1");
        assertRefused();
    }

    @Test
    @DisplayName("another's with the first thing that somebody does")
    void deed() {
        transactions.executeWithoutResult(all -> actions.note(Action.REVOKE_A_KEY, "k", ""));
        assertRefused();
    }

    private void assertRefused() {
        assertThatThrownBy(demo::start).isInstanceOf(InvalidInput.class).hasMessageContaining("without --demo");
        assertThatCode(closed::start).doesNotThrowAnyException();
    }
}
