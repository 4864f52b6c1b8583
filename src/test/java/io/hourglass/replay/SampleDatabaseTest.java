package io.hourglass.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.BadInput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HourglassTest
@DisplayName("Whose a database is")
class SampleDatabaseTest {

    @Autowired
    private SampleDatabase database;

    @Autowired
    private SampleMarketplace closed;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("an empty one: nobody's yet, also after a start without the sample")
    void empty() {
        assertThatCode(closed::start).doesNotThrowAnyException();
        assertThat(database.unfinished(CleanSlate.START)).contains(CleanSlate.START);
    }

    @Test
    @DisplayName("the sample's from its first start on, loaded or not: no program without the sample starts on it")
    void sample() {
        database.unfinished(CleanSlate.START);
        assertThat(database.unfinished(CleanSlate.START.plusSeconds(1))).contains(CleanSlate.START);
        assertThatThrownBy(closed::start).isInstanceOf(BadInput.class).hasMessageContaining("--demo");
        database.finish(CleanSlate.START);
        assertThat(database.unfinished(CleanSlate.START)).isEmpty();
        assertThatThrownBy(closed::start).isInstanceOf(BadInput.class).hasMessageContaining("--demo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into hourglass.supplier (id, first_seen_at) values ('s', timestamp with time zone '2026-01-01 00:00:00Z')",
                "insert into hourglass.account (name, role, password_hash, person) values ('a', 'AUDITOR', 'x', 'a')",
                "insert into hourglass.api_key (id, name, scopes, secret_hash, made_at, made_by, person)"
                        + " values ('k', 'k', 'READ', 'x', timestamp with time zone '2026-01-01 00:00:00Z', 'a', 'a')",
                "insert into hourglass.ledger_record (kind, content, noted_at)"
                        + " values ('ACTION', '{}', timestamp with time zone '2026-01-01 00:00:00Z')"
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

    private void assertRefused() {
        assertThatThrownBy(() -> database.unfinished(CleanSlate.START))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("without --demo");
        assertThatCode(closed::start).doesNotThrowAnyException();
    }
}
