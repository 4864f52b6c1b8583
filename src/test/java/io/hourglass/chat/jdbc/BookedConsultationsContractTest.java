package io.hourglass.chat.jdbc;

import static io.hourglass.OwnTables.NOON;
import static io.hourglass.chat.jdbc.ChatTables.ANNA;
import static io.hourglass.chat.jdbc.ChatTables.BEN;
import static io.hourglass.chat.jdbc.ChatTables.DAY;
import static io.hourglass.chat.jdbc.ChatTables.OTHER_SHOP;
import static io.hourglass.chat.jdbc.ChatTables.SHOP;
import static io.hourglass.chat.jdbc.ChatTables.account;
import static io.hourglass.chat.jdbc.ChatTables.consultation;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.reading.BookedConsultations;
import io.hourglass.chat.reading.DayCount;
import io.hourglass.chat.reading.Sought;
import io.hourglass.kernel.time.UtcColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Consultations as the books have them")
class BookedConsultationsContractTest {

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

        private static final LocalDate NEXT = DAY.plusDays(1);
        private static final AccountId CARL = new AccountId("carl");

        private final OwnTables tables;
        private final ChatTables chat;
        private final BookedConsultations booked;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.chat = new ChatTables(tables);
            this.booked = new JdbcBookedConsultations(tables.jdbc());
            ChatAccounts accounts = new JdbcChatAccounts(tables.jdbc(), tables.rows());
            accounts.add(account(CARL, SHOP));
        }

        /** Entries of the same case, in that order; of the other track the same id is another case. */
        private KeptConsultation booked(KeptConsultation one, ChatState... states) {
            chat.kept(one);
            enter(one, 9, "INQUIRY", "LATE");
            for (var at = 0; at < states.length; at++) {
                enter(one, at + 1, "CHAT", states[at].name());
            }
            return one;
        }

        private void enter(KeptConsultation one, int seq, String track, String state) {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.verdict_entry (track, case_id, seq, subject, received_day, state, rule,
                                policy_version, cause, cause_ref, booked_at)
                            values (?, ?, ?, ?, ?, ?, 'RULE', 1, 'FACT', 'f', ?)""")
                    .params(
                            track,
                            one.id().value(),
                            seq,
                            ChatAccount.subject(one.account()).id(),
                            one.day(),
                            state,
                            UtcColumn.of(NOON))
                    .update();
        }

        private void all() {
            booked(consultation("answered"), ChatState.ANSWERED);
            booked(consultation("waits"));
            booked(consultation("again"), ChatState.ANSWERED, ChatState.OPEN);
            booked(consultation("missed"), ChatState.UNANSWERED);
            booked(consultation("staff"), ChatState.OPEN, ChatState.EXCLUDED);
            booked(consultation("void"), ChatState.VOID);
            booked(consultation("late"), ChatState.OUT_OF_BOOKS);
            booked(consultation("unopened").withOpenedAt(null).withRecordedAt(null));
            booked(consultation("carl").withAccount(CARL), ChatState.ANSWERED, ChatState.UNANSWERED);
            booked(consultation("ben").withAccount(BEN).withShop(OTHER_SHOP));
        }

        private List<String> ids(@Nullable AccountId account, @Nullable ChatState state, LocalDate today) {
            return ids(booked.some(new Sought(SHOP, account, DAY, state), today, 0, 99));
        }

        private static List<String> ids(List<KeptConsultation> some) {
            return some.stream().map(one -> one.id().value()).toList();
        }

        @Test
        @DisplayName("stand where they were last booked, and are open on their day where nothing or that was")
        void onItsDay() {
            all();
            assertThat(ids(null, ChatState.OPEN, DAY)).containsExactly("again", "waits");
            assertThat(ids(null, ChatState.UNANSWERED, DAY)).containsExactly("carl", "missed");
            assertThat(ids(ANNA, ChatState.ANSWERED, DAY)).containsExactly("answered");
            assertThat(ids(ANNA, ChatState.EXCLUDED, DAY)).containsExactly("staff");
            assertThat(ids(ANNA, null, DAY)).containsExactly("again", "answered", "missed", "staff", "waits");
            assertThat(booked.counts(SHOP, DAY, DAY, DAY))
                    .containsOnly(
                            Map.entry(ANNA, Map.of(DAY, new DayCount(1, 1, 2, 1))),
                            Map.entry(CARL, Map.of(DAY, new DayCount(0, 1, 0, 0))));
            assertThat(booked.counts(List.of(SHOP, OTHER_SHOP), DAY, DAY))
                    .containsOnly(
                            Map.entry(SHOP, new DayCount(1, 2, 2, 1)), Map.entry(OTHER_SHOP, new DayCount(0, 0, 1, 0)));
        }

        @Test
        @DisplayName("that are open are unanswered from the next day on, with those that are booked so")
        void nextDay() {
            all();
            assertThat(ids(null, ChatState.OPEN, NEXT)).isEmpty();
            assertThat(ids(null, ChatState.UNANSWERED, NEXT)).containsExactly("again", "carl", "missed", "waits");
            assertThat(booked.counts(SHOP, DAY, DAY, NEXT))
                    .containsOnly(
                            Map.entry(ANNA, Map.of(DAY, new DayCount(1, 3, 0, 1))),
                            Map.entry(CARL, Map.of(DAY, new DayCount(0, 1, 0, 0))));
            assertThat(booked.counts(List.of(SHOP), DAY, NEXT)).containsOnly(Map.entry(SHOP, new DayCount(1, 4, 0, 1)));
        }

        @Test
        @DisplayName("come in the order in which they were opened, then of their ids, a part at a time")
        void order() {
            booked(consultation("c"));
            booked(consultation("b"));
            booked(consultation("a").withOpenedAt(NOON.plusMillis(1)));
            booked(consultation("d").withOpenedAt(NOON.minusMillis(1)), ChatState.ANSWERED);
            var parts = Stream.of(0, 1, 2, 3, 4)
                    .flatMap(offset -> booked.some(new Sought(SHOP, null, DAY, null), DAY, offset, 1).stream())
                    .toList();
            assertThat(ids(parts)).containsExactly("d", "b", "c", "a");
            assertThat(ids(booked.some(new Sought(SHOP, ANNA, DAY, ChatState.OPEN), DAY, 1, 2)))
                    .containsExactly("c", "a");
        }

        @Test
        @DisplayName("are counted day by day, both ends included; where nothing is to be counted nothing is said")
        void days() {
            booked(consultation("a").withDay(DAY.minusDays(1)));
            booked(consultation("b"), ChatState.ANSWERED);
            booked(consultation("c").withDay(NEXT));
            booked(consultation("d").withDay(NEXT.plusDays(1)));
            booked(consultation("e").withAccount(CARL), ChatState.VOID);
            assertThat(booked.counts(SHOP, DAY, NEXT, NEXT))
                    .containsOnly(
                            Map.entry(ANNA, Map.of(DAY, new DayCount(1, 0, 0, 0), NEXT, new DayCount(0, 0, 1, 0))));
            assertThat(booked.counts(OTHER_SHOP, DAY, NEXT, NEXT)).isEmpty();
            assertThat(booked.counts(List.of(OTHER_SHOP), DAY, NEXT)).isEmpty();
            assertThat(booked.counts(List.of(), DAY, NEXT)).isEmpty();
        }

        @Test
        @DisplayName("are of shops that have accounts, each once, a part of them at a time")
        void shops() {
            tables.marketplaceWith("a shop without accounts");
            assertThat(booked.shops(0, 9)).containsExactly(OTHER_SHOP, SHOP);
            assertThat(booked.shops(1, 9)).containsExactly(SHOP);
            assertThat(booked.shops(0, 1)).containsExactly(OTHER_SHOP);
            assertThat(booked.shops(2, 9)).isEmpty();
        }
    }
}
