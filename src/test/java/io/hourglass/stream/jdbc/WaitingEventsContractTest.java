package io.hourglass.stream.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.stream.events.WaitingEvents.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Events that wait for their topic")
class WaitingEventsContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }
    }

    abstract static class Contract {

        private static final EventKind SEALED = new EventKind("day.sealed");
        private static final EventKind RECEIVED = new EventKind("inquiry.received");

        private final OwnTables tables;
        private final JdbcWaitingEvents waiting;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.waiting = new JdbcWaitingEvents(tables.jdbc(), tables.template());
        }

        private Waiting event(long seq) {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.event (seq, id, kind, about, order_key, happened_at, raised_at, data)
                            values (?, ?, 'day.sealed', 'x', 'x', ?, ?, '{}')""")
                    .params(seq, "id-" + seq, UtcColumn.of(NOON), UtcColumn.of(NOON))
                    .update();
            return new Waiting(seq, "s-" + seq);
        }

        @Test
        @DisplayName("are given the eldest first, up to so many, and counted up to so many, until they are removed")
        void eldest() {
            var all = List.of(event(1_000_003), event(1_000_001), event(1_000_002));
            waiting.add(all);
            assertThat(waiting.eldest(2)).containsExactly(all.get(1), all.get(2));
            assertThat(List.of(waiting.count(2), waiting.count(3), waiting.count(4)))
                    .containsExactly(2, 3, 3);
            waiting.remove(List.of(1_000_001L, 1_000_003L));
            assertThat(waiting.eldest(9)).containsExactly(all.get(2));
        }

        @Test
        @DisplayName("go with their event, when that is forgotten")
        void forgotten() {
            waiting.add(List.of(event(1_000_001)));
            tables.jdbc().sql("delete from hourglass.event").update();
            assertThat(waiting.count(1)).isZero();
        }

        @Test
        @DisplayName("are sent by one at a time, which may go on, until it lets go or its time is over")
        void held() {
            var until = NOON.plusMillis(1);
            assertThat(waiting.hold("a", NOON, until)).isTrue();
            assertThat(waiting.hold("b", NOON, until)).isFalse();
            assertThat(waiting.hold("a", NOON, until)).isTrue();
            waiting.letGo("b");
            assertThat(waiting.hold("b", NOON, until)).isFalse();
            assertThat(waiting.hold("b", until, until)).isTrue();
            waiting.letGo("b");
            assertThat(waiting.hold("a", NOON, until)).isTrue();
        }

        @Test
        @DisplayName("are of kinds that went since an instant, which stays as long as the kind does")
        void since() {
            assertThat(waiting.since(Set.of(SEALED), NOON)).isEqualTo(Map.of(SEALED, NOON));
            var later = NOON.plusSeconds(1);
            assertThat(waiting.since(Set.of(SEALED, RECEIVED), later)).isEqualTo(Map.of(SEALED, NOON, RECEIVED, later));
            assertThat(waiting.since(Set.of(RECEIVED), later)).isEqualTo(Map.of(RECEIVED, later));
            assertThat(waiting.since(Set.of(SEALED), later)).isEqualTo(Map.of(SEALED, later));
        }
    }
}
