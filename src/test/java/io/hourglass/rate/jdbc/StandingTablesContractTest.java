package io.hourglass.rate.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.standing.DisplayChoices;
import io.hourglass.rate.standing.DisplayChoices.Choice;
import io.hourglass.rate.standing.StandingEvent;
import io.hourglass.rate.standing.StandingEvents;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Rules, choices and changes of standing")
class StandingTablesContractTest {

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

        private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
        private static final SupplierId ONE = new SupplierId("供应商-1");
        private static final SupplierId TWO = new SupplierId("supplier-2");

        private final OwnTables tables;
        private final DisplayChoices choices;
        private final StandingEvents events;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.choices = new JdbcDisplayChoices(tables.jdbc());
            this.events = new JdbcStandingEvents(tables.template(), tables.jdbc());
            tables.marketplaceWith(ONE.value(), TWO.value());
        }

        @Test
        @DisplayName("who has never chosen is shown; the last choice stands")
        void lastChoice() {
            assertThat(choices.latest(ONE.subject()).shown()).isTrue();
            choices.add(ONE.subject(), new Choice(1, false), NOON);
            choices.add(TWO.subject(), new Choice(1, false), NOON);
            assertThat(choices.latest(ONE.subject()).shown()).isFalse();
            assertThat(choices.hidden(Track.INQUIRY)).containsExactlyInAnyOrder(ONE.subject(), TWO.subject());
            choices.add(ONE.subject(), new Choice(2, true), NOON);
            assertThat(choices.latest(ONE.subject()).shown()).isTrue();
            assertThat(choices.hidden(Track.INQUIRY)).containsExactly(TWO.subject());
            assertThat(choices.latest(ONE.subject()).number()).isEqualTo(2);
            assertThat(tables.rowsOf("display_choice")).isEqualTo(3);
            assertThatThrownBy(() -> choices.add(ONE.subject(), new Choice(2, false), NOON))
                    .as("made on the strength of a choice that is no longer the latest")
                    .isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("events are numbered from 1 on without gaps, and are read from where one was")
        void numbered() {
            var opened = new StandingEvent(ONE.subject(), StandingEvent.Kind.RFQ_OPENED, DAY, NOON);
            var proven = new StandingEvent(ONE.subject(), StandingEvent.Kind.PROVEN, DAY, NOON);
            var hidden = new StandingEvent(TWO.subject(), StandingEvent.Kind.HIDDEN, DAY, NOON);
            add(opened, proven);
            add();
            add(hidden);
            assertThat(events.after(0, 10))
                    .containsExactly(
                            new StandingEvents.Numbered(1, opened),
                            new StandingEvents.Numbered(2, proven),
                            new StandingEvents.Numbered(3, hidden));
            assertThat(events.after(1, 1)).containsExactly(new StandingEvents.Numbered(2, proven));
            assertThat(events.after(3, 10)).isEmpty();
        }

        @Test
        @DisplayName(
                "who adds to the feed holds it until the transaction ends, so that no number appears before a lower one")
        void oneAtATime() {
            tables.assertHeldUntilTheTransactionEnds(
                    () -> events.add(List.of(new StandingEvent(ONE.subject(), StandingEvent.Kind.SHOWN, DAY, NOON))));
        }

        private void add(StandingEvent... added) {
            tables.inTransaction(() -> {
                events.add(List.of(added));
                return true;
            });
        }
    }
}
